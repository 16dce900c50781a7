export { administrationRoutes } from './hub.pages.tsx';
