import type { Route } from '../../web/index.ts';
import { informationRoutes } from './information.pages.tsx';
import { ownFileRoutes } from './own-file.pages.tsx';
import { requestRoutes } from './requests.pages.tsx';

export const rightsRoutes: Route[] = [...informationRoutes, ...ownFileRoutes, ...requestRoutes];
