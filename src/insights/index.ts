import type { Route } from '../web/index.ts';
import { figureRoutes } from './dropout/figures.pages.tsx';
import { importRoutes } from './dropout/import.pages.tsx';
import { effectRoutes } from './effects.pages.tsx';
import { staffRoutes } from './efficacy/staff.pages.tsx';
import { statisticsRoutes } from './public/statistics.pages.tsx';
import { yearlyRoutes } from './yearly/yearly.pages.ts';

export { seedInsights } from './demonstration.store.ts';
export { personalData } from './personal-data.store.ts';
export { floorToFive, protectDistribution, roundToFive } from './protection/rounding.ts';
export { type Share, shareOf } from './protection/share.ts';

export const insightRoutes: Route[] = [
  ...effectRoutes,
  ...figureRoutes,
  ...importRoutes,
  ...staffRoutes,
  ...yearlyRoutes,
  ...statisticsRoutes,
];
