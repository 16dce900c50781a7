import type { Route } from '../web/index.ts';
import { deskRoutes } from './desk/desk.pages.tsx';
import { screenRoutes } from './desk/screen.pages.tsx';
import { joinRoutes } from './phone/join.pages.tsx';
import { phoneRoutes } from './phone/phone.pages.tsx';

export { endStreams } from './live/watch.store.ts';

export const workshopRoutes: Route[] = [...deskRoutes, ...screenRoutes, ...joinRoutes, ...phoneRoutes];
