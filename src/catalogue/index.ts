import type { Route } from '../web/index.ts';
import { contentRoutes } from './catalogue.pages.tsx';
import { overdueRoutes } from './overdue.pages.tsx';
import { proposalRoutes } from './proposal.pages.tsx';

export { countOverdue } from './catalogue.ts';

export const catalogueRoutes: Route[] = [...contentRoutes, ...overdueRoutes, ...proposalRoutes];
