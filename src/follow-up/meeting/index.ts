import type { Route } from '../../web/index.ts';
import { agendaRoutes } from './agenda.pages.tsx';
import { actRoutes } from './decisions/acts.pages.tsx';
import { meetingRoutes } from './meetings.pages.tsx';
import { minutesRoutes } from './minutes.pages.tsx';
import { discussionRoutes } from './situation.pages.tsx';

export const gpdsRoutes: Route[] = [
  ...meetingRoutes,
  ...agendaRoutes,
  ...discussionRoutes,
  ...minutesRoutes,
  ...actRoutes,
];
