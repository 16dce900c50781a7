import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../psychometrics/index.ts';
import { loadContent } from '../src/content/index.ts';
import { type Db, openDatabase } from '../src/database/connection.ts';
import { watchOverLife } from '../src/process-life.ts';
import { freePort } from '../test/lifecycle/application.ts';
import { runningDatabase } from './bench/people.ts';
import { type Place, placeAt, ROOT } from './torture/place.ts';
import { describeRow, describeTable, type Result, theMachine } from './torture/report.ts';
import { LINES, type Row, Tally } from './torture/row.ts';
import { ROWS } from './torture/rows.ts';

const HELP = `npm run torture [-- options]: faults, hostile input and access, on the real application; see docs/reliability.md.

The demonstration is started on an empty folder under var/, with its embedded database. Each row prints what it tried,
what survived, what was refused and what leaked, as soon as it is over. Writes var/torture.json, and what the application
printed during a row that broke. The exit code is 1 on any loss or leak.

  --seed N      draws the same moments, people and strings again (1)
  --only N,N    these rows alone
  --short       a few seconds a row; rows that are tests of their own are left to the test run
  --port N      where the application listens (a free port)
`;

const say = (line: string) => process.stderr.write(`${line}\n`);
const life = watchOverLife(say);

main().catch((error: Error) => {
  say(error.stack ?? error.message);
  return life.end(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return life.end();
  }
  const seed = Number(values.seed);
  const only = values.only?.split(',').map(Number);
  const rows = ROWS.filter(
    ({ number, longFormOnly = false }) => (only?.includes(number) ?? true) && !(values.short && longFormOnly),
  );
  const machine = theMachine();
  const results: Result[] = [];
  await runAll(rows, { seed, short: values.short, port: values.port }, (result) => {
    results.push(result);
    // Kept row after row: the next one may end the run.
    const written = { at: new Date().toISOString(), seed, short: values.short, machine, rows: results };
    writeFileSync(join(ROOT, 'var/torture.json'), `${JSON.stringify(written, null, 2)}\n`);
    process.stdout.write(`${describeRow(result)}\n`);
  });
  process.stdout.write(`${describeTable(results, machine)}\n`);
  await life.end(results.every(({ passed }) => passed) ? 0 : 1);
}

async function runAll(
  rows: readonly Row[],
  { seed, short, port }: { seed: number; short: boolean; port: string | undefined },
  tell: (result: Result) => void,
): Promise<void> {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const dataDir = mkdtempSync(join(ROOT, 'var/torture-'));
  life.beforeEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  const place = placeAt({ port: port ? Number(port) : await freePort(), dataDir });
  life.beforeEnd(() => place.stop());
  say('the demonstration starts…');
  await place.start();
  const content = loadContent();
  const database = databaseOf(dataDir);
  life.beforeEnd(database.close);
  const { beforeEnd } = life;
  async function runRow(row: Row): Promise<Result> {
    const { number, title } = row;
    say(`${number}. ${title}…`);
    const began = performance.now();
    const random = createRandom('torture', seed, number);
    const tally = new Tally();
    await row
      .run({ place, db: database.db, content, short, random, say, beforeEnd }, tally)
      .catch((error: Error) =>
        tally.survives(false, `the row itself stopped: ${error.stack ?? error.message}`),
      );
    const seconds = (performance.now() - began) / 1000;
    const { tried, survived, refused, leaked, losses, notes, passed } = tally;
    const result = { number, title, seconds, tried, survived, refused, leaked, losses, notes, passed };
    tell(result);
    return result;
  }

  for (const row of rows.filter(({ line }) => !line)) {
    const printed = place.output().length;
    const { passed, number } = await runRow(row);
    if (!passed) await afterABreak(place, number, place.output().slice(printed));
  }
  await place.stop();
  await Promise.all(
    LINES.map(async (name) => {
      for (const row of rows.filter(({ line }) => line === name)) await runRow(row);
    }),
  );
}

/** What the application said is kept, and the next row finds an application that answers. */
async function afterABreak(place: Place, number: number, printed: string): Promise<void> {
  const log = join(ROOT, `var/torture-row-${number}.log`);
  writeFileSync(log, printed);
  say(`     what the application printed: ${log}`);
  const answer = await fetch(`${place.address}/sante`, { signal: AbortSignal.timeout(30_000) }).catch(
    () => null,
  );
  if (answer?.ok) return;
  await place.kill();
  await place.start();
}

/** The embedded server answers elsewhere after each start. */
function databaseOf(dataDir: string): { db: () => Db; close: () => Promise<void> } {
  const opened = new Map<string, Db>();
  return {
    db() {
      const where = runningDatabase(dataDir);
      const db = opened.get(where) ?? openDatabase(where);
      opened.set(where, db);
      return db;
    },
    async close() {
      await Promise.all([...opened.values()].map((db) => db.destroy()));
    },
  };
}
