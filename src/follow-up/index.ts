import type { Job } from '../jobs/index.ts';
import type { Route } from '../web/index.ts';
import { alertJobs, alertRoutes } from './alerts/index.ts';
import { circleRoutes } from './circle/index.ts';
import { erasureJobs } from './erasure/erasure.store.ts';
import { erasureRoutes } from './erasure/erasures.pages.tsx';
import { gateRoutes } from './gate/gate.pages.tsx';
import { mailJobs, mailRoutes } from './mails/index.ts';
import { gpdsRoutes } from './meeting/index.ts';
import { callRoutes } from './milestones/calls.pages.tsx';
import { endRoutes } from './milestones/end.pages.tsx';
import { milestoneRoutes } from './milestones/milestones.pages.tsx';
import { nameRoutes } from './names/correspondence.pages.tsx';
import { youngRoutes } from './questionnaires/index.ts';
import { registerRoutes } from './register/register.pages.tsx';
import { rightsRoutes } from './rights/index.ts';
import { signalRoutes } from './signals/signals.pages.tsx';
import { openRoutes } from './situations/open.pages.tsx';
import { situationRoutes } from './situations/situations.pages.tsx';
import { supportRoutes } from './support/index.ts';
import { transferRoutes } from './transfer/index.ts';

export { waitingFollowUps } from './attention/waiting.pages.ts';
export { seedFollowUps } from './demonstration/demonstration.store.ts';
export { personalData } from './personal-data.store.ts';
export { schoolsHeaded, schoolsRun } from './scope.store.ts';
export { SelectField } from './select-field.tsx';
export { afterSixMonths, type Rating } from './signals/signals.ts';
export {
  AGE_BANDS,
  type AgeBand,
  LEVELS,
  type Level,
  SITUATIONS,
  type Situation,
  SUPPORT_KINDS,
  type SupportKind,
} from './vocabulary.ts';

/** Every night, what is over is erased; in the day, whoever runs a GPDS is told that something waits. */
export const followUpJobs: readonly Job[] = [...alertJobs, ...erasureJobs, ...mailJobs];

export const followUpRoutes: Route[] = [
  ...alertRoutes,
  ...circleRoutes,
  ...transferRoutes,
  ...gateRoutes,
  ...erasureRoutes,
  ...callRoutes,
  ...supportRoutes,
  ...nameRoutes,
  ...registerRoutes,
  ...openRoutes,
  ...situationRoutes,
  ...signalRoutes,
  ...gpdsRoutes,
  ...milestoneRoutes,
  ...endRoutes,
  ...mailRoutes,
  ...youngRoutes,
  ...rightsRoutes,
];
