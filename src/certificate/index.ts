import type { Job } from '../jobs/index.ts';
import type { Route } from '../web/index.ts';
import { calendarRoutes } from './calendar/calendar.pages.tsx';
import { enterRoutes } from './calendar/enter.pages.tsx';
import { caseStudyRoutes } from './case-study/index.ts';
import { readerJobs } from './case-study/readers/reader.store.ts';
import { examinationRoutes } from './examination/examination.pages.tsx';
import { answerRoutes } from './portfolio/peers/answer.pages.tsx';
import { askRoutes } from './portfolio/peers/ask.pages.tsx';
import { confirmationJobs } from './portfolio/peers/confirmation.store.ts';
import { portfolioRoutes } from './portfolio/portfolio.pages.tsx';
import { portfolioPdfRoutes } from './portfolio/portfolio-pdf.pages.ts';
import { standingRoutes } from './portfolio/standing.pages.tsx';
import { sessionRoutes } from './sessions/sessions.pages.tsx';

export { seedCertificate } from './demonstration.store.ts';
export { personalData } from './personal-data.store.ts';
export { findAsked } from './portfolio/peers/confirmation.store.ts';
export { actsText } from './portfolio/peers/confirmation.ts';

export const certificateJobs: readonly Job[] = [...confirmationJobs, ...readerJobs];

export const certificateRoutes: Route[] = [
  ...examinationRoutes,
  ...caseStudyRoutes,
  ...calendarRoutes,
  ...enterRoutes,
  ...sessionRoutes,
  ...portfolioRoutes,
  ...portfolioPdfRoutes,
  ...standingRoutes,
  ...askRoutes,
  ...answerRoutes,
];
