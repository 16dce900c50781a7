import type { Route } from '../web/index.ts';
import { contentsRoutes } from './desk/contents.pages.tsx';
import { deskRoutes } from './desk/desk.pages.tsx';
import { editRoutes } from './desk/edit.pages.tsx';
import { joinRoutes } from './joining/join.pages.tsx';
import { myGroupRoutes } from './joining/my-groups.pages.tsx';
import { planRoutes } from './plan/plan.pages.tsx';
import { reminderRoutes } from './reminding/reminder.pages.ts';
import { stopRoutes } from './reminding/stop.pages.tsx';
import { teamRoutes } from './team/team.pages.tsx';
import { togetherRoutes } from './together.pages.tsx';

export { seedCampaigns } from './demonstration.store.ts';
export { personalData } from './personal-data.store.ts';

export const campaignRoutes: Route[] = [
  ...togetherRoutes,
  // Before the pages of one group: « nouveau » is no number.
  ...editRoutes,
  ...deskRoutes,
  ...contentsRoutes,
  ...reminderRoutes,
  ...teamRoutes,
  ...planRoutes,
  ...joinRoutes,
  ...myGroupRoutes,
  ...stopRoutes,
];
