export { actionRoutes } from './actions.pages.tsx';
export { suggestActions } from './suggest.ts';
