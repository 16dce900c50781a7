export { actionRoutes } from './actions.pages.tsx';
export { ideasOn, suggestActions } from './suggest.ts';
