export { homeRoutes } from './home.pages.tsx';
