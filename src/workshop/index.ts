import type { Route } from '../web/index.ts';
import { chooseRoutes } from './desk/choose.pages.tsx';
import { deskRoutes } from './desk/desk.pages.tsx';
import { listRoutes } from './desk/list.pages.tsx';
import { screenRoutes } from './desk/screen.pages.tsx';
import { casePaperRoutes } from './paper/case-paper.pages.tsx';
import { dialoguePaperRoutes } from './paper/dialogue-paper.pages.tsx';
import { guideRoutes } from './paper/guide.pages.tsx';
import { joinRoutes } from './phone/join.pages.tsx';
import { phoneRoutes } from './phone/phone.pages.tsx';
import { recordRoutes } from './record/record.pages.tsx';

export { seedWorkshops } from './demonstration.store.ts';
export { workshopJobs } from './live/removal.store.ts';
export { endStreams } from './live/watch.store.ts';
export { personalData } from './personal-data.store.ts';

/** Addresses of a case or a dialogue before those of a workshop, which would take them for their own. */
export const workshopRoutes: Route[] = [
  ...listRoutes,
  ...chooseRoutes,
  ...guideRoutes,
  ...casePaperRoutes,
  ...dialoguePaperRoutes,
  ...deskRoutes,
  ...screenRoutes,
  ...recordRoutes,
  ...joinRoutes,
  ...phoneRoutes,
];
