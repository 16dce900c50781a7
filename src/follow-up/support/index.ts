import type { Route } from '../../web/index.ts';
import { familySheetRoutes } from './family-sheet.pages.tsx';
import { interviewRoutes } from './interviews.pages.tsx';
import { lawRoutes } from './law.pages.tsx';
import { newSupportRoutes } from './new-support.pages.tsx';
import { oneSupportRoutes } from './support.pages.tsx';

/** Before the files: « voies » must not be taken for a code. */
export const supportRoutes: Route[] = [
  ...lawRoutes,
  ...newSupportRoutes,
  ...oneSupportRoutes,
  ...interviewRoutes,
  ...familySheetRoutes,
];
