import type { Job } from '../jobs/index.ts';
import type { Route } from '../web/index.ts';
import { accompanyRoutes } from './companions/accompany.pages.tsx';
import { companionJobs } from './companions/companion.store.ts';
import { showPlanRoutes } from './companions/show-plan.pages.tsx';
import { moduleRoutes } from './modules/module.pages.tsx';
import { pathRoutes } from './path/path.pages.tsx';
import { newPlanRoutes } from './plans/new-plan.pages.tsx';
import { nextStepRoutes } from './plans/next-step.pages.tsx';
import { planRoutes } from './plans/plan.pages.tsx';
import { attestationRoutes } from './progress/attestation.pages.tsx';
import { progressRoutes } from './progress/progress.pages.tsx';
import { noticeJobs } from './reminders/notice.store.ts';
import { reminderRoutes } from './reminders/reminder.pages.tsx';
import { reviewRoutes } from './reviews/review.pages.tsx';

export { seedLearning } from './demonstration.store.ts';

export const learningJobs: readonly Job[] = [...noticeJobs, ...companionJobs];

export const learningRoutes: Route[] = [
  ...pathRoutes,
  ...moduleRoutes,
  ...newPlanRoutes,
  ...planRoutes,
  ...nextStepRoutes,
  ...showPlanRoutes,
  ...accompanyRoutes,
  ...reviewRoutes,
  ...progressRoutes,
  ...attestationRoutes,
  ...reminderRoutes,
];
