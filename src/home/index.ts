import { homeRoutes as home } from './home.pages.tsx';
import { siteMapRoutes } from './site-map.pages.tsx';

export const homeRoutes = [...home, ...siteMapRoutes];
