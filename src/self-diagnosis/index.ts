import type { Route } from '../web/index.ts';
import { answerRoutes } from './answering/answer.pages.tsx';
import { deskRoutes } from './desk.pages.tsx';
import { priorityRoutes } from './priorities/priority.pages.tsx';
import { resultRoutes } from './results/results.pages.tsx';

export { seedSelfDiagnosis } from './demonstration.store.ts';
export { personalData } from './personal-data.store.ts';

export const selfDiagnosisRoutes: Route[] = [
  ...deskRoutes,
  ...answerRoutes,
  ...resultRoutes,
  ...priorityRoutes,
];
