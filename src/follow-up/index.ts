import type { Route } from '../web/index.ts';
import { gateRoutes } from './gate/gate.pages.tsx';
import { gpdsRoutes } from './meeting/index.ts';
import { callRoutes } from './milestones/calls.pages.tsx';
import { endRoutes } from './milestones/end.pages.tsx';
import { milestoneRoutes } from './milestones/milestones.pages.tsx';
import { nameRoutes } from './names/correspondence.pages.tsx';
import { registerRoutes } from './register/register.pages.tsx';
import { signalRoutes } from './signals/signals.pages.tsx';
import { openRoutes } from './situations/open.pages.tsx';
import { situationRoutes } from './situations/situations.pages.tsx';
import { supportRoutes } from './support/index.ts';

export { seedFollowUps } from './demonstration/demonstration.store.ts';
export { schoolsHeaded, schoolsRun } from './scope.store.ts';
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

export const followUpRoutes: Route[] = [
  ...gateRoutes,
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
];
