import type { Route } from '../web/index.ts';
import { figureRoutes } from './dropout/figures.pages.tsx';
import { importRoutes } from './dropout/import.pages.tsx';
import { effectRoutes } from './effects.pages.tsx';
import { staffRoutes } from './efficacy/staff.pages.tsx';

export const insightRoutes: Route[] = [...effectRoutes, ...figureRoutes, ...importRoutes, ...staffRoutes];
