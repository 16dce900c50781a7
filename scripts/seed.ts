import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isRefused, startDatabase } from '../src/database/index.ts';
import { countRows, measureChange } from './seed/change.ts';
import { alone, persisting } from './seed/connection.ts';
import { countEverything, countFollowUps, seedFollowUps, seedSchools } from './seed/nation.ts';
import { measurePages } from './seed/pages.ts';

const HELP = `npm run seed -- --nation [--follow-ups 1000000] [--keep FOLDER]
Writes a nation of invented schools and young people to a scratch database (dropped at the end; minutes, some gigabytes), and
measures on it: what one more change costs at 10³, 10⁵… follow-ups up to the number asked, and how fast every page
of indicators answers. A table on standard output, progress on the other one.
With --keep the database stays in that folder: asked again, what is there is measured, and only what lacks is written.`;

/** Where what one more change costs is measured on the way. */
const LANDMARKS = [1_000, 100_000];
const VAR = fileURLToPath(new URL('../var', import.meta.url));

const { values } = parseArgs({
  options: {
    nation: { type: 'boolean', default: false },
    'follow-ups': { type: 'string', default: '1000000' },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const wanted = Number(values['follow-ups']);
if (values.help || !values.nation || !Number.isSafeInteger(wanted) || wanted < 1) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  mkdirSync(VAR, { recursive: true });
  const dataDir = values.keep ? resolve(values.keep) : mkdtempSync(join(VAR, 'seed-'));
  const database = await startDatabase({ databaseUrl: undefined, dataDir, log: console.error });
  if (isRefused(database)) throw new Error(database.message);
  const { db } = database;
  try {
    let written = await countFollowUps(db);
    if (written === 0) await timed('schools', () => seedSchools(dataDir));
    else console.table([{ 'follow-ups': written, ...(await persisting(() => measureChange(db))) }]);
    for (const size of [...new Set([...LANDMARKS, wanted])].filter(
      (size) => written < size && size <= wanted,
    )) {
      await timed(`${size} follow-ups`, () => seedFollowUps(dataDir, written, size));
      await timed('counts', () => countEverything(dataDir));
      written = size;
      console.table([{ 'follow-ups': size, ...(await persisting(() => measureChange(db))) }]);
    }
    console.table([await alone(dataDir, countRows)]);
    console.table(await persisting(() => measurePages(db)));
  } finally {
    await database.close();
    if (!values.keep) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await work();
  console.error(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
