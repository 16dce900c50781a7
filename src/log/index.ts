export { configureLog, type Level, type Line, say, tells } from './log.ts';
