import type { Route } from '../web/index.ts';
import { effectRoutes } from './effects.pages.tsx';

export const insightRoutes: Route[] = [...effectRoutes];
