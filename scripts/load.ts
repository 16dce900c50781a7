import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findBrokenPromises } from '../src/assessment/series/oracle.store.ts';
import { loadContent } from '../src/content/index.ts';
import { type Db, openDatabase } from '../src/database/connection.ts';
import { watchOverLife } from '../src/process-life.ts';
import { freePort } from '../test/lifecycle/application.ts';
import { createPeople, runningDatabase } from './bench/people.ts';
import { openBalancer } from './load/balancer.ts';
import { type Crowd, type Phase, sendPeople } from './load/crowd.ts';
import { lostOf } from './load/lost.ts';
import { describe, type PhaseReport, reportOf } from './load/report.ts';
import { type Place, placeAt, ROOT } from './torture/place.ts';
import { theMachine } from './torture/report.ts';

const HELP = `npm run load [-- --short]: people who read, think and answer, on the real application; see docs/reliability.md.

200 people, 20 answers a second for 5 minutes, then 100 a second for 60 s. Then two applications on one database behind a
balancer, one of them killed in the middle. Writes var/load.json. The exit code is 1 on a 5xx, on an answer acknowledged
and not stored, or on a promise broken; an aim missed is only said.

  --short     20 s, then 10 s, then 12 s
`;

const PEOPLE = 200;
/** Some reach the end of all stages, and somebody else takes their place. */
const SPARE = 400;

const say = (line: string) => process.stderr.write(`${line}\n`);
const life = watchOverLife(say);

main().catch((error: Error) => {
  say(error.stack ?? error.message);
  return life.end(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, short: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return life.end();
  }
  const machine = theMachine();
  const dataDir = newFolder('load');
  const first = placeAt({ port: await freePort(), dataDir });
  life.beforeEnd(() => first.stop());
  await first.start();
  const db = openDatabase(runningDatabase(dataDir));
  life.beforeEnd(() => db.destroy());

  const alone: Phase[] = values.short
    ? [
        { name: 'one application, 20/s', perSecond: 20, seconds: 20 },
        { name: 'one application, 100/s', perSecond: 100, seconds: 10 },
      ]
    : [
        { name: 'one application, 20/s', perSecond: 20, seconds: 300 },
        { name: 'one application, 100/s', perSecond: 100, seconds: 60 },
      ];
  say(`${PEOPLE} people…`);
  const tokens = await createPeople(db, PEOPLE + SPARE);
  const crowd = await sendPeople({
    address: first.address,
    tokens,
    people: PEOPLE,
    phases: alone,
    seed: 'one',
  });
  const two: Phase[] = [{ name: 'two, one killed', perSecond: 20, seconds: values.short ? 12 : 60 }];
  say('two applications, one killed…');
  const pair = await behindABalancer(db, first, two);

  const phases: PhaseReport[] = [...reportOf(crowd, alone), ...reportOf(pair, two)];
  const lost = (await lostOf(db, crowd)) + (await lostOf(db, pair));
  const broken = await findBrokenPromises(db, loadContent());
  const written = { at: new Date().toISOString(), short: values.short, machine, phases, lost, broken };
  writeFileSync(join(ROOT, 'var/load.json'), `${JSON.stringify(written, null, 2)}\n`);
  process.stdout.write(`${describe(phases, lost, machine)}\npromises broken: ${broken.length}\n`);
  const held = lost === 0 && broken.length === 0 && phases.every(({ errors }) => errors === 0);
  await life.end(held ? 0 : 1);
}

/** The database of the first application serves two more; the first keeps quiet. */
async function behindABalancer(db: Db, first: Place, phases: readonly Phase[]): Promise<Crowd> {
  const databaseUrl = runningDatabase(first.dataDir);
  const places: Place[] = [];
  for (const name of ['load-a', 'load-b']) {
    const place = placeAt({ port: await freePort(), dataDir: newFolder(name), databaseUrl });
    life.beforeEnd(() => place.stop());
    await place.start();
    places.push(place);
  }
  const balancer = await openBalancer(places.map(({ port }) => port));
  life.beforeEnd(() => balancer.close());
  const tokens = await createPeople(db, PEOPLE + SPARE);
  const address = `http://127.0.0.1:${balancer.port}`;
  const crowd = sendPeople({ address, tokens, people: PEOPLE, phases, seed: 'two' });
  await pause((phases[0]!.seconds * 1000) / 2);
  await places[0]!.kill();
  return crowd;
}

function newFolder(name: string): string {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, `var/${name}-`));
  life.beforeEnd(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
