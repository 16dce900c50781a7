export { configureLog, type Level, say, tells } from './log.ts';
