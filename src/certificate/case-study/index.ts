import type { Route } from '../../web/index.ts';
import { chooseRoutes } from './choose.pages.tsx';
import { gridRoutes } from './reading/grid.pages.tsx';
import { writingRoutes } from './writing.pages.tsx';

export const caseStudyRoutes: Route[] = [...writingRoutes, ...gridRoutes, ...chooseRoutes];
