import type { Content } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import type { Job } from '../jobs/index.ts';
import type { Route } from '../web/index.ts';
import { caseStudyRoutes } from './case-study/index.ts';
import { examinationRoutes } from './examination/examination.pages.tsx';
import { seedPortfolio } from './portfolio/demonstration.store.ts';
import { answerRoutes } from './portfolio/peers/answer.pages.tsx';
import { askRoutes } from './portfolio/peers/ask.pages.tsx';
import { confirmationJobs } from './portfolio/peers/confirmation.store.ts';
import { portfolioRoutes } from './portfolio/portfolio.pages.tsx';
import { portfolioPdfRoutes } from './portfolio/portfolio-pdf.pages.ts';
import { standingRoutes } from './portfolio/standing.pages.tsx';
import { sessionRoutes } from './sessions/sessions.pages.tsx';

export { findFinishedCaseStudies } from './case-study/case-study.store.ts';

export { findAsked } from './portfolio/peers/confirmation.store.ts';

export const certificateJobs: readonly Job[] = [...confirmationJobs];

export const certificateRoutes: Route[] = [
  ...examinationRoutes,
  ...caseStudyRoutes,
  ...sessionRoutes,
  ...portfolioRoutes,
  ...portfolioPdfRoutes,
  ...standingRoutes,
  ...askRoutes,
  ...answerRoutes,
];

/** A candidate of the demonstration. */
export async function seedCertificate(db: Db, content: Content, now: Date): Promise<void> {
  await seedPortfolio(db, content, now);
}
