export { type Audit, accessibilityMention, conformityOf } from './accessibility/audit.ts';
export * from './actions.ts';
export type { Dossier } from './certificate/dossier.ts';
export type { Examination } from './certificate/examination.ts';
export { checkContent, coverageOf, keyStatistics } from './check.ts';
export type { CoachKit } from './coaching.ts';
export * from './credit/credit.ts';
export type { Decision as DecisionCard } from './decision.ts';
export { checkDialogue } from './dialogues/check-dialogue.ts';
export * from './dialogues/dialogue.ts';
export * from './dialogues/story.ts';
export * from './facts.ts';
export * from './framework.ts';
export type { PolicyStatement, SchoolPolicy } from './group/self-diagnosis.ts';
export type { Workshop } from './group/workshop.ts';
export type { Instrument } from './instrument.ts';
export { type Item, inventoryOf, KINDS, type Kind } from './inventory.ts';
export { type Content, ContentError, loadContent } from './load.ts';
export {
  type Exercise,
  type Module,
  type ModuleSection,
  NEEDS,
  type Need,
  PRACTICE_SECTION,
} from './module.ts';
export type { Danger, Procedure } from './procedure.ts';
export * from './quality/expiry.ts';
export { type HostKind, hostKindOf } from './quality/hosts.ts';
export * from './question.ts';
export * from './seconds.ts';
export type { Signal } from './signals.ts';
