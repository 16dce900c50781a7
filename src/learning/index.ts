import type { Route } from '../web/index.ts';
import { coachingRoutes } from './coaching/coaching.pages.tsx';
import { decisionRoutes } from './decisions/decision.pages.tsx';
import { rehearsalRoutes } from './decisions/rehearsal.pages.tsx';
import { dialogueRoutes } from './dialogues/dialogue.pages.tsx';
import { endRoutes } from './dialogues/playing/end.pages.tsx';
import { playRoutes } from './dialogues/playing/play.pages.tsx';
import { moduleRoutes } from './modules/module.pages.tsx';
import { arrangeRoutes } from './path/arrangement/arrange.pages.tsx';
import { pathRoutes } from './path/path.pages.tsx';
import { newPlanRoutes } from './plans/new-plan.pages.tsx';
import { planRoutes } from './plans/plan.pages.tsx';
import { reviewRoutes } from './reviews/review.pages.tsx';

export { seedLearning } from './demonstration.store.ts';

export const learningRoutes: Route[] = [
  ...pathRoutes,
  ...arrangeRoutes,
  ...moduleRoutes,
  ...dialogueRoutes,
  ...playRoutes,
  ...endRoutes,
  ...newPlanRoutes,
  ...planRoutes,
  ...reviewRoutes,
  ...decisionRoutes,
  ...rehearsalRoutes,
  ...coachingRoutes,
];
