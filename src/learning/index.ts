import type { Route } from '../web/index.ts';
import { moduleRoutes } from './modules/module.pages.tsx';
import { pathRoutes } from './path/path.pages.tsx';
import { planRoutes } from './plans/plan.pages.tsx';

export const learningRoutes: Route[] = [...pathRoutes, ...moduleRoutes, ...planRoutes];
