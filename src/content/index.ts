export { checkContent, coverageOf, keyStatistics } from './check.ts';
export * from './credit/credit.ts';
export * from './facts.ts';
export * from './framework.ts';
export type { Instrument } from './instrument.ts';
export { type Content, ContentError, loadContent } from './load.ts';
export {
  type Exercise,
  type Module,
  type ModuleSection,
  NEEDS,
  type Need,
  PRACTICE_SECTION,
} from './module.ts';
export * from './question.ts';
export * from './seconds.ts';
export type { Signal } from './signals.ts';
