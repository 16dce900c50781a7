import { profileRoutes } from './profile/profile.pages.tsx';
import { profilePdfRoutes } from './profile/profile-pdf.pages.ts';
import { debriefRoutes } from './series/debrief.pages.tsx';
import { evaluationRoutes } from './series/evaluation.pages.tsx';
import { questionRoutes } from './series/question.pages.tsx';
import { trialRoutes } from './series/trial.pages.tsx';
import { statisticsRoutes } from './statistics/statistics.pages.tsx';

export { bankOf, suits } from './bank/bank.ts';
export { recordQuestions } from './bank/question-version.store.ts';
export { seedAssessments } from './demonstration/demonstration.store.ts';
export type { Contribution } from './group/contribution.ts';
export { findContributions } from './group/contributions.store.ts';
export { personalData } from './personal-data/personal-data.store.ts';
export { BandDrawing, BandScale } from './profile/band-chart.tsx';
export {
  bandInWords,
  capitalised,
  isOneZone,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
} from './profile/level-words.ts';
export { findMeasuredLevels } from './profile/measured-levels.store.ts';
export { findStanding, type Standing } from './profile/standing.store.ts';
export { nextStep } from './series/next-step.pages.tsx';
export { RereadingChoice } from './series/rereading-choice.tsx';
export { statisticsJobs } from './statistics/statistics.store.ts';

export const assessmentRoutes = [
  ...statisticsRoutes,
  ...evaluationRoutes,
  ...questionRoutes,
  ...debriefRoutes,
  ...profileRoutes,
  ...profilePdfRoutes,
  ...trialRoutes,
];
