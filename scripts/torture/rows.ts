import { accessSwept } from './access.ts';
import { cheated } from './cheats.ts';
import { clockMoved } from './clock.ts';
import { databaseLost } from './database.ts';
import { TESTS } from './elsewhere.ts';
import { erased } from './erasure.ts';
import { failedOver } from './failover.ts';
import { foreignWrites } from './foreign.ts';
import { serverKilled } from './kills.ts';
import { naughtyTyped } from './naughty.ts';
import type { Row } from './row.ts';
import { sessionsAttacked } from './sessions.ts';
import { spreadsheets } from './spreadsheets.ts';
import { sentTwice } from './twice.ts';

/** The battery, in the order it runs: what kills processes first, what brings its own ground last. */
export const ROWS: readonly Row[] = [
  serverKilled,
  databaseLost,
  sentTwice,
  foreignWrites,
  accessSwept,
  sessionsAttacked,
  cheated,
  erased,
  clockMoved,
  spreadsheets,
  naughtyTyped,
  failedOver,
  ...TESTS,
];
