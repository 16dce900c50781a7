import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { openWithoutLimits } from '../src/database/connection.ts';
import { withTestDatabase } from '../src/database/testing.ts';
import { countRows, measureChange } from './seed/change.ts';
import { countEverything, seedFollowUps, seedSchools } from './seed/nation.ts';
import { measurePages } from './seed/pages.ts';

const HELP = `npm run seed -- --nation [--follow-ups 1000000]
Writes a nation of invented schools and young people to a scratch database (dropped at the end; minutes, some gigabytes), and
measures on it: what one more change costs at 10³, 10⁵… follow-ups up to the number asked, and how fast every page
of indicators answers. A table on standard output, progress on the other one.`;

const { values } = parseArgs({
  options: {
    nation: { type: 'boolean', default: false },
    'follow-ups': { type: 'string', default: '1000000' },
    help: { type: 'boolean', default: false },
  },
});
const wanted = Number(values['follow-ups']);
if (values.help || !values.nation || !Number.isSafeInteger(wanted) || wanted < 1) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  await withTestDatabase(async (db, connectionString) => {
    const wide = openWithoutLimits(connectionString);
    try {
      const nation = wide as unknown as Kysely<never>;
      await timed('schools', () => seedSchools(nation));
      const sizes = [1_000, 100_000, 1_000_000].filter((size) => size < wanted);
      let written = 0;
      for (const size of [...sizes, wanted]) {
        await timed(`${size} follow-ups`, () => seedFollowUps(nation, written, size));
        await timed('counts', () => countEverything(nation));
        written = size;
        console.table([{ 'follow-ups': size, ...(await measureChange(db)) }]);
      }
      console.table([await countRows(db)]);
      console.table(await measurePages(db));
    } finally {
      await wide.destroy();
    }
  });
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await work();
  console.error(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
