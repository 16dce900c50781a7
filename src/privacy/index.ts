export { type AuditAction, audit } from './audit.store.ts';
export { privacyRoutes } from './privacy.pages.tsx';
