import { databaseLost } from './database.ts';
import { foreignWrites } from './foreign.ts';
import { serverKilled } from './kills.ts';
import type { Row } from './row.ts';
import { sessionsAttacked } from './sessions.ts';
import { sentTwice } from './twice.ts';

/** The battery, in the order it runs: what kills processes first, what changes the people last. */
export const ROWS: readonly Row[] = [serverKilled, databaseLost, sentTwice, foreignWrites, sessionsAttacked];
