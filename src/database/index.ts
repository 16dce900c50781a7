export {
  type Db,
  inTransaction,
  isAnswering,
  isDatabaseAway,
  isUnstorableText,
  openDatabase,
  poolUse,
  type Trx,
  withoutValues,
} from './connection.ts';
export { readinessOf } from './readiness.ts';
export { isRefused } from './refusal.ts';
export { openReplica, type Replica } from './replica.ts';
export type { Database } from './schema.ts';
export { startDatabase } from './start.ts';
export { type Blanks, statement } from './statement.ts';
export type { PieceKind } from './tables/certificate.ts';
