import type { Route } from '../web/index.ts';
import { caseStudyRoutes } from './case-study/index.ts';
import { examinationRoutes } from './examination/examination.pages.tsx';

export { findFinishedCaseStudies } from './case-study/case-study.store.ts';

export const certificateRoutes: Route[] = [...examinationRoutes, ...caseStudyRoutes];
