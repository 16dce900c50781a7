import type { Route } from '../../web/index.ts';
import { offerRoutes } from './offer.pages.tsx';
import { takeRoutes } from './take.pages.tsx';

export const transferRoutes: Route[] = [...takeRoutes, ...offerRoutes];
