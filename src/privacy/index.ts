export { type AuditAction, audit } from './audit.store.ts';
