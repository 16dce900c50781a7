import type { Job } from '../jobs/index.ts';
import type { Route } from '../web/index.ts';
import { coachingRoutes } from './coaching/coaching.pages.tsx';
import { accompanyRoutes } from './companions/accompany.pages.tsx';
import { companionJobs } from './companions/companion.store.ts';
import { showPlanRoutes } from './companions/show-plan.pages.tsx';
import { decisionRoutes } from './decisions/decision.pages.tsx';
import { rehearsalRoutes } from './decisions/rehearsal.pages.tsx';
import { dialogueRoutes } from './dialogues/dialogue.pages.tsx';
import { endRoutes } from './dialogues/playing/end.pages.tsx';
import { playRoutes } from './dialogues/playing/play.pages.tsx';
import { moduleRoutes } from './modules/module.pages.tsx';
import { arrangeRoutes } from './path/arrangement/arrange.pages.tsx';
import { pathRoutes } from './path/path.pages.tsx';
import { newPlanRoutes } from './plans/new-plan.pages.tsx';
import { nextStepRoutes } from './plans/next-step.pages.tsx';
import { planRoutes } from './plans/plan.pages.tsx';
import { attestationRoutes } from './progress/attestation.pages.tsx';
import { progressRoutes } from './progress/progress.pages.tsx';
import { noticeJobs } from './reminders/notice.store.ts';
import { reminderRoutes } from './reminders/reminder.pages.tsx';
import { reviewRoutes } from './reviews/review.pages.tsx';

export { findCharacter } from './character.store.ts';
export { findDemonstrationColleagues } from './companions/companion.store.ts';
export { parseAddress } from './companions/companion.ts';
export { ToWhom } from './companions/to-whom.tsx';
export { finishModule, seedLearning } from './demonstration.store.ts';
export { personalData } from './personal-data.store.ts';
export { checkAttestation } from './progress/attestation.store.ts';
export { codeText, parseCode } from './progress/attestation.ts';
export { findPractised } from './progress/practised.store.ts';
export { durationText } from './progress/progress.ts';
export { sendNotices } from './reminders/notice.store.ts';
export { isSignedBy, readToken } from './reminders/stop-link.ts';
export { waitingPractice } from './waiting.pages.ts';

export const learningJobs: readonly Job[] = [...noticeJobs, ...companionJobs];

export const learningRoutes: Route[] = [
  ...pathRoutes,
  ...arrangeRoutes,
  ...moduleRoutes,
  ...dialogueRoutes,
  ...playRoutes,
  ...endRoutes,
  ...newPlanRoutes,
  ...planRoutes,
  ...nextStepRoutes,
  ...showPlanRoutes,
  ...accompanyRoutes,
  ...reviewRoutes,
  ...decisionRoutes,
  ...rehearsalRoutes,
  ...coachingRoutes,
  ...progressRoutes,
  ...attestationRoutes,
  ...reminderRoutes,
];
