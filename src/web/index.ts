export { dayText, fullDate, longDate } from '../calendar/index.ts';
export { keptAssets } from './assets.ts';
export { readForm, readQuery } from './fields.ts';
export { ErrorSummary, errorOf, type FieldError, TextArea, TextField } from './page/form-fields.tsx';
export { keptWith } from './page/kept-with.ts';
export { page } from './page/layout.tsx';
export { Markdown } from './page/markdown.tsx';
export { refuse } from './page/refusals.tsx';
export { SourceList, SourceTitle } from './page/sources.tsx';
export { unbreakable } from './page/typography.ts';
export type { Waiting } from './page/waiting.ts';
export type { Reading } from './reading.ts';
export type {
  Application,
  Happening,
  IdentityProvider,
  Mail,
  Mailer,
  Membership,
  Operator,
  Settings,
  Viewer,
  Visit,
  Watch,
} from './request.ts';
export {
  administrator,
  anyone,
  national,
  type Route,
  route,
  routeReading,
  signedIn,
  staff,
  visitorOfDemonstration,
  whoHoldsTheLink,
} from './route.ts';
export { isSecure, originOf } from './security.ts';
export { createServer, type Gate } from './server.ts';
