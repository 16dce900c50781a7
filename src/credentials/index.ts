import type { Route } from '../web/index.ts';
import { badgeRoutes } from './badges.pages.tsx';
import { publicBadgeRoutes } from './public.pages.tsx';
import { publishRoutes } from './publish.pages.ts';
import { verifyRoutes } from './verify.pages.tsx';

export { personalData } from './personal-data.store.ts';

/** Addresses with a name come before those of one badge. */
export const credentialRoutes: Route[] = [
  ...verifyRoutes,
  ...badgeRoutes,
  ...publishRoutes,
  ...publicBadgeRoutes,
];
