import type { Route } from '../web/index.ts';
import { moduleRoutes } from './modules/module.pages.tsx';
import { pathRoutes } from './path/path.pages.tsx';
import { newPlanRoutes } from './plans/new-plan.pages.tsx';
import { nextStepRoutes } from './plans/next-step.pages.tsx';
import { planRoutes } from './plans/plan.pages.tsx';
import { reminderRoutes } from './reminders/reminder.pages.tsx';
import { reviewRoutes } from './reviews/review.pages.tsx';

export { seedLearning } from './demonstration.store.ts';
export { noticeJobs } from './reminders/notice.store.ts';

export const learningRoutes: Route[] = [
  ...pathRoutes,
  ...moduleRoutes,
  ...newPlanRoutes,
  ...planRoutes,
  ...nextStepRoutes,
  ...reviewRoutes,
  ...reminderRoutes,
];
