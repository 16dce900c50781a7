export { actionRoutes } from './actions.pages.tsx';
