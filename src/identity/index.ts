import type { Route } from '../web/index.ts';
import { peopleRoutes } from './administration/people.pages.tsx';
import { schoolRoutes } from './administration/schools.pages.tsx';
import { decisionRoutes } from './affiliation/decision.pages.tsx';
import { invitationRoutes } from './affiliation/invitation.pages.tsx';
import { ownAffiliationRoutes } from './affiliation/own.pages.tsx';
import { teamRoutes } from './affiliation/team.pages.tsx';
import { workAddressRoutes } from './affiliation/work-address.pages.tsx';
import { accountRoutes } from './profile/account.pages.tsx';
import { welcomeRoutes } from './profile/welcome.pages.tsx';
import { demonstrationProviderRoutes } from './providers/local/demonstration.pages.tsx';
import { providerRoutes } from './providers/provider.pages.tsx';
import { demonstrationRoutes } from './sign-in/characters.pages.tsx';
import { signInRoutes } from './sign-in/sign-in.pages.tsx';

export { countWaiting } from './administration/people.store.ts';
export { confirmedSchools } from './affiliation/affiliation.ts';
export { refuseOtherUse, seedDemonstration } from './demonstration.store.ts';
export { CHARACTERS, SCHOOLS } from './demonstration.ts';
export { forgettingJobs } from './forgetting.store.ts';
export { gate } from './gate.pages.tsx';
export { demonstrationMailer } from './mail.store.ts';
export { MailFailure, smtpMailer } from './mail.ts';
export { personalData } from './personal-data.store.ts';
export { saveRereading } from './profile/profile.store.ts';
export { demonstrationProvider } from './providers/local/demonstration.pages.tsx';
export { loadAcademies } from './schools/academies.store.ts';
export { parseUai } from './schools/uai.ts';
export { isWithinLimit } from './sign-in/code.store.ts';
export { visitorAddress } from './sign-in/visitor-address.pages.ts';

export const identityRoutes: Route[] = [
  ...signInRoutes,
  ...providerRoutes,
  ...demonstrationProviderRoutes,
  ...demonstrationRoutes,
  ...welcomeRoutes,
  ...accountRoutes,
  ...ownAffiliationRoutes,
  ...workAddressRoutes,
  ...invitationRoutes,
  ...teamRoutes,
  ...decisionRoutes,
  ...peopleRoutes,
  ...schoolRoutes,
];
