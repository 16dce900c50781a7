import type { Route } from '../../web/index.ts';
import { answerRoutes } from './answer.pages.tsx';
import { codeRoutes } from './code.pages.tsx';
import { helpRoutes } from './help.pages.tsx';
import { questionnaireRoutes } from './questionnaires.pages.tsx';

export { questionnairesSection } from './questionnaires-section.pages.tsx';

export const youngRoutes: Route[] = [...questionnaireRoutes, ...codeRoutes, ...answerRoutes, ...helpRoutes];
