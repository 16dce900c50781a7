export { type AuditAction, audit } from './audit.store.ts';
export { erasePerson, exportPersonalData } from './personal-data.store.ts';

import { journalRoutes } from './journal/journal.pages.tsx';
import { privacyRoutes as ownDataRoutes } from './privacy.pages.tsx';

export const privacyRoutes = [...ownDataRoutes, ...journalRoutes];
