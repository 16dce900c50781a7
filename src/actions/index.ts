import type { Route } from '../web/index.ts';
import { adaptationRoutes } from './adaptations/adaptation.pages.tsx';
import { libraryRoutes } from './library/library.pages.tsx';
import { proposalRoutes } from './proposals/proposal.pages.tsx';
import { reviewRoutes } from './proposals/review.pages.tsx';

export { seedIdeas } from './demonstration.store.ts';
export type { Idea } from './library/idea.ts';
export { findIdeas, indexActions } from './library/search.store.ts';
export { personalData } from './personal-data.store.ts';
export { ideasOn, suggestActions } from './suggest.ts';

/** `/actions/:id` is any idea, so that it comes last. */
export const actionRoutes: Route[] = [
  ...proposalRoutes,
  ...reviewRoutes,
  ...adaptationRoutes,
  ...libraryRoutes,
];
