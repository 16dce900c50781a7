import type { Route } from '../../web/index.ts';
import { newAlertRoutes } from './alert.pages.tsx';
import { myAlertRoutes } from './my-alerts.pages.tsx';
import { receivedAlertRoutes } from './received.pages.tsx';

export { alertJobs } from './alert-purge.store.ts';

export const alertRoutes: Route[] = [...newAlertRoutes, ...myAlertRoutes, ...receivedAlertRoutes];
