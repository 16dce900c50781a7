export { legalRoutes } from './legal.pages.tsx';
