export { spaceRoutes } from './space.pages.tsx';
