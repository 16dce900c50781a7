export { checkContent, coverageOf, keyStatistics } from './check.ts';
export * from './credit.ts';
export * from './facts.ts';
export * from './framework.ts';
export { type Content, ContentError, loadContent } from './load.ts';
export * from './question.ts';
export * from './seconds.ts';
