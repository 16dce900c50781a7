import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { findBrokenPromises } from '../src/assessment/series/oracle.store.ts';
import { loadContent } from '../src/content/index.ts';
import { type Db, openDatabase } from '../src/database/connection.ts';
import { watchOverLife } from '../src/process-life.ts';
import { freePort } from '../test/lifecycle/application.ts';
import { createPeople, runningDatabase } from './bench/people.ts';
import { openBalancer } from './load/balancer.ts';
import { sendPeople } from './load/crowd.ts';
import { lostOf } from './load/lost.ts';
import { describe, reportOf } from './load/report.ts';
import { type Place, placeAt, ROOT } from './torture/place.ts';
import { theMachine } from './torture/report.ts';

const HELP = `npm run upgrade-trial [-- --from REF --people N --per-second N]: an upgrade while people answer.

Two applications of the version REF (a commit; HEAD unless said) answer behind a balancer on one database. Two of this
version, with one migration more that only adds, start beside them: the first to start migrates. Once they are ready the
former ones are asked to leave. Then the tables are compared with what people were told. Writes var/upgrade.json; the exit
code is 1 on a 5xx, an answer lost, a promise broken, or a former version that starts again on the newer schema.
`;

const PEOPLE = 60;
const PER_SECOND = 10;
const BEFORE_SECONDS = 10;
const AFTER_SECONDS = 15;
const STARTS = 5;
/** What an upgrade may do while the former version runs: add, and fill what it added. */
const MIGRATION = `create table upgrade_trial (id bigint generated always as identity primary key);
alter table evaluation add column upgrade_trial smallint not null default 0;
create index upgrade_trial_answered on answer (answered_at);
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
      from: { type: 'string', default: 'HEAD' },
      people: { type: 'string', default: String(PEOPLE) },
      'per-second': { type: 'string', default: String(PER_SECOND) },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return life.end();
  }
  const machine = theMachine();
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const work = mkdtempSync(join(ROOT, 'var/upgrade-'));
  life.beforeEnd(async () => rmSync(work, { recursive: true, force: true }));
  const former = worktree(work, 'former', values.from);
  const next = worktree(work, 'next', 'HEAD');
  writeFileSync(join(next, 'src/database/migrations/29991231_0000_upgrade_trial.sql'), MIGRATION);

  const keeper = placeAt({ port: await freePort(), dataDir: join(work, 'keeper'), root: former });
  life.beforeEnd(() => keeper.stop());
  say('the database, and two applications of the former version…');
  await keeper.start();
  const databaseUrl = runningDatabase(keeper.dataDir);
  const db = openDatabase(databaseUrl);
  life.beforeEnd(() => db.destroy());
  const start = async (name: string, root: string) => {
    const dataDir = join(work, name);
    const place = placeAt({ port: await freePort(), dataDir, databaseUrl, root, drainSeconds: 7 });
    life.beforeEnd(() => place.stop());
    await startedAsAUnit(place);
    return place;
  };
  const formers = [await start('former-a', former), await start('former-b', former)];
  const probe = existsSync(join(former, 'src/health/health.test.ts')) ? '/sante/pret' : '/sante';
  const balancer = await openBalancer(
    formers.map(({ port }) => port),
    { probe },
  );
  life.beforeEnd(() => balancer.close());

  const people = Number(values.people);
  const tokens = await createPeople(db, people * 3);
  const upgraded = new AbortController();
  const phases = [{ name: 'upgrade', perSecond: Number(values['per-second']), seconds: 600 }];
  const began = performance.now();
  const crowd = sendPeople({
    address: `http://127.0.0.1:${balancer.port}`,
    tokens,
    people,
    phases,
    seed: 'upgrade',
    until: upgraded.signal,
  });
  await pause(BEFORE_SECONDS * 1000);
  say('two of the next version start beside them, the first one migrates…');
  const nexts = [await start('next-a', next), await start('next-b', next)];
  balancer.giveTo([...formers, ...nexts].map(({ port }) => port));
  await pause(2_000);
  say('the former ones are asked to leave…');
  for (const place of formers) await leave(place);
  balancer.giveTo(nexts.map(({ port }) => port));
  const refusal = await startsAgain(former, work, databaseUrl);
  await pause(AFTER_SECONDS * 1000);
  upgraded.abort();
  const seen = await crowd;
  const seconds = (performance.now() - began) / 1000;

  const report = reportOf(seen, [{ ...phases[0]!, seconds }]);
  const lost = await lostOf(db, seen.acknowledged);
  const broken = await findBrokenPromises(db, loadContent());
  const migrated = await hasMigration(db);
  writeFileSync(
    join(ROOT, 'var/upgrade.json'),
    `${JSON.stringify({ at: new Date().toISOString(), from: values.from, machine, report, lost, broken, refusal }, null, 2)}\n`,
  );
  process.stdout.write(
    `${describe(report, lost, machine)}\npromises broken: ${broken.length}\nmigrated: ${migrated}\na former version started again: ${refusal}\n`,
  );
  const held = lost === 0 && broken.length === 0 && migrated && report.every(({ errors }) => errors === 0);
  await life.end(held && /plus récente/.test(refusal) ? 0 : 1);
}

/** The files of a commit in a folder of their own, with the packages of this one. */
function worktree(work: string, name: string, ref: string): string {
  const folder = join(work, `${name}-version`);
  git('worktree', 'add', '--detach', '--quiet', folder, ref);
  life.beforeEnd(async () => void git('worktree', 'remove', '--force', folder));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function git(...options: string[]): void {
  const { status, stderr } = spawnSync('git', options, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${options[0]}: ${stderr}`);
}

/** A start that gives up is tried again, as systemd and containers do. */
async function startedAsAUnit(place: Place): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await place.start());
    } catch (error) {
      if (attempt === STARTS) throw error;
      say(`a start gave up, again: ${place.output().trim().split('\n').at(-1)}`);
    }
  }
}

async function leave(place: Place): Promise<void> {
  const since = performance.now();
  await place.stop();
  say(`one left after ${((performance.now() - since) / 1000).toFixed(1)} s`);
}

/** What the former version says when somebody starts it on the newer schema. */
async function startsAgain(root: string, work: string, databaseUrl: string): Promise<string> {
  const place = placeAt({ port: await freePort(), dataDir: join(work, 'late'), databaseUrl, root });
  try {
    await place.start();
    await place.stop();
    return 'it started';
  } catch {
    return place.output().trim().split('\n').at(-1) ?? '';
  }
}

async function hasMigration(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('upgrade_trial') is not null as there`.execute(db);
  return rows[0]!.there;
}
