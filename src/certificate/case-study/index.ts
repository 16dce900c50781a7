import type { Route } from '../../web/index.ts';
import { chooseRoutes } from './dossier/choose.pages.tsx';
import { askRoutes } from './readers/ask.pages.tsx';
import { readRoutes } from './readers/read.pages.tsx';
import { answerRoutes } from './reading/answer.pages.tsx';
import { gridRoutes } from './reading/grid.pages.tsx';
import { juryRoutes } from './reading/jury.pages.tsx';
import { presentationRoutes } from './reading/presentation.pages.tsx';
import { studyPdfRoutes } from './reading/study-pdf.pages.ts';
import { writingRoutes } from './writing/writing.pages.tsx';

export const caseStudyRoutes: Route[] = [
  ...writingRoutes,
  ...gridRoutes,
  ...answerRoutes,
  ...presentationRoutes,
  ...juryRoutes,
  ...studyPdfRoutes,
  ...askRoutes,
  ...readRoutes,
  ...chooseRoutes,
];
