export { buildAssets, stopBuilding } from './assets.ts';
export { readForm, readQuery } from './fields.ts';
export { page } from './layout.tsx';
export { refuse } from './refusals.tsx';
export type {
  Application,
  Mail,
  Mailer,
  Membership,
  Settings,
  Viewer,
  Visit,
} from './request.ts';
export { anyone, type Route, route, signedIn, staff, visitorOfDemonstration } from './route.ts';
export { isSecure, originOf } from './security.ts';
export { createServer, type Gate } from './server.ts';
export { SourceList } from './sources.tsx';
export { unbreakable } from './typography.ts';
