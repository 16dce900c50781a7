import type { Route } from '../../web/index.ts';
import { accessRoutes } from './access.pages.tsx';
import { chairRoutes } from './chair.pages.tsx';
import { handoverRoutes } from './handover.pages.tsx';
import { readingRoutes } from './readings.pages.tsx';

export const circleRoutes: Route[] = [...readingRoutes, ...chairRoutes, ...handoverRoutes, ...accessRoutes];
