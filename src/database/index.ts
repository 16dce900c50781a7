export { type Db, inTransaction, isAnswering, isDatabaseAway, openDatabase, type Trx } from './connection.ts';
export type { ServerState } from './embedded.ts';
export { isRefused, type Log, type Refused } from './refusal.ts';
export type { Database } from './schema.ts';
export { type DatabaseOptions, type StartedDatabase, startDatabase } from './start.ts';
