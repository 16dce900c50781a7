import type { Route } from '../web/index.ts';
import { contentsRoutes } from './desk/contents.pages.tsx';
import { deskRoutes } from './desk/desk.pages.tsx';
import { editRoutes } from './desk/edit.pages.tsx';
import { reminderRoutes } from './desk/reminder.pages.ts';
import { joinRoutes } from './joining/join.pages.tsx';
import { myGroupRoutes } from './joining/my-groups.pages.tsx';
import { stopRoutes } from './joining/stop.pages.tsx';
import { planRoutes } from './plan/plan.pages.tsx';
import { teamRoutes } from './team/team.pages.tsx';
import { togetherRoutes } from './together.pages.tsx';

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
