export { type AuditAction, audit } from './audit.store.ts';
export { journalRoutes } from './journal/journal.pages.tsx';
export { counted, countedLines, type PersonalDataPart } from './part.ts';
export { downloadPersonalData, erasePerson } from './personal-data.store.ts';
export { privacyRoutes } from './privacy.pages.tsx';
