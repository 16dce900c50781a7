export { type AuditAction, audit } from './audit.store.ts';
export { erasePerson, exportPersonalData } from './personal-data.store.ts';
export { privacyRoutes } from './privacy.pages.tsx';
