import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../psychometrics/index.ts';
import { findBrokenPromises } from '../../src/assessment/series/oracle.store.ts';
import { Client } from '../../test/journeys/visit/client.ts';
import { freePort, mainPostgresOf } from '../../test/lifecycle/application.ts';
import { createPeople, runningDatabase } from '../bench/people.ts';
import { Person } from './person.ts';
import { type Place, placeAt, ROOT } from './place.ts';
import { openProxy } from './proxy.ts';
import type { Ground, Row, Tally } from './row.ts';

const RECOVERY_MS = 5_000;
/** The short form runs beside other tests: it looks for what does not come back, not for how fast. */
const RECOVERY_IN_SHORT_MS = 30_000;
/** A database that does not answer is given up after this long, with a page. */
const PATIENCE_MS = 16_000;
/** What needs no database: the home page, the legal pages and the files they ask for. */
const STATIC_PAGES = ['/', '/accessibilite', '/mentions-legales', '/donnees-personnelles', '/contact'];

export const databaseLost: Row = {
  number: 3,
  title: 'kill -9 of PostgreSQL, database down then up, slow answers',
  async run(ground, tally) {
    await killPostgres(ground, tally);
    await behindAProxy(ground, tally);
    const broken = await findBrokenPromises(ground.db(), ground.content);
    tally.survives(broken.length === 0, `the oracle: ${broken.slice(0, 3).join(' · ')}`);
  },
};

/** The embedded server is killed under people who answer: the application brings it back by itself. */
async function killPostgres({ place, db, short, random }: Ground, tally: Tally): Promise<void> {
  const limit = short ? RECOVERY_IN_SHORT_MS : RECOVERY_MS;
  const kills = short ? 2 : 10;
  const process = place.process();
  const recoveries: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const [token] = await createPeople(db(), 1);
    const person = new Person(place.address, token!);
    const answering = person.answersUntilCut(createRandom('database killed', kill));
    await pause(random.uniform() * 300);
    globalThis.process.kill(mainPostgresOf(place.dataDir), 'SIGKILL');
    const began = performance.now();
    await answering;
    await seesAFrenchPage(place, token!, tally, `kill ${kill}`);
    const recovered = await untilItAnswers(place, token!, limit * 2);
    recoveries.push(recovered === null ? Number.POSITIVE_INFINITY : performance.now() - began);
    tally.survives(recoveries.at(-1)! < limit, `kill ${kill}: back after ${recoveries.at(-1)} ms`);
    const resumed = await person.resumes(db());
    tally.survives(resumed === null, `kill ${kill}: ${resumed}`);
  }
  tally.survives(process.exitCode === null && process.signalCode === null, 'the application left');
  tally.notes.push(
    `${kills} kills of PostgreSQL: back in ${seconds(Math.min(...recoveries))} to ${seconds(Math.max(...recoveries))} s without a restart`,
  );
}

/** A second application reaches the same database through a proxy that goes down, falls silent, then is slow. */
async function behindAProxy(ground: Ground, tally: Tally): Promise<void> {
  const { place, db, short, random, beforeEnd } = ground;
  const limit = short ? RECOVERY_IN_SHORT_MS : RECOVERY_MS;
  const url = new URL(runningDatabase(place.dataDir));
  const proxy = await openProxy(Number(url.port), random);
  beforeEnd(() => proxy.close());
  url.port = String(proxy.port);
  const dataDir = mkdtempSync(join(ROOT, 'var/torture-second-'));
  const second = placeAt({ port: await freePort(), dataDir, databaseUrl: url.href });
  beforeEnd(async () => {
    await second.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await second.start();
  const [token, other] = await createPeople(db(), 2);
  const person = new Person(second.address, token!);
  person.series = await person.begins();
  await person.answers(random);

  proxy.become('down');
  const downUntil = performance.now() + (short ? 5_000 : 30_000);
  while (performance.now() < downUntil) {
    await seesAFrenchPage(second, token!, tally, 'database down', { certainly: true });
    for (const path of STATIC_PAGES) {
      const { status } = await new Client(second.address).get(path);
      tally.survives(status === 200, `database down: ${path} answers ${status}`);
    }
    await pause(200);
  }
  proxy.become('fair');
  const began = performance.now();
  const recovered = await untilItAnswers(second, token!, limit * 2);
  const took = performance.now() - began;
  tally.survives(recovered !== null && took < limit, `after the database was down: back in ${took} ms`);
  tally.survives((await person.resumes(db())) === null, 'what was answered before is not there');
  tally.notes.push(`database down ${short ? 5 : 30} s, then up: pages again after ${seconds(took)} s`);

  await isSlow();
  if (!short) await fallsSilent();
  await second.stop();
  await proxy.close();

  /** Connections stay open and nothing comes back: the worst, since nothing says so. */
  async function fallsSilent(): Promise<void> {
    proxy.become('silent');
    const asked = performance.now();
    const refused = await new Person(second.address, token!).client.get('/mon-espace');
    const waited = performance.now() - asked;
    tally.survives(
      refused.status === 503 && waited < PATIENCE_MS,
      `silent: ${refused.status} after ${waited} ms`,
    );
    proxy.become('fair');
    const since = performance.now();
    await untilItAnswers(second, token!, PATIENCE_MS);
    const back = performance.now() - since;
    tally.survives(back < RECOVERY_MS, `after silence: back in ${back} ms`);
    tally.notes.push(`silent database: 503 after ${seconds(waited)} s, pages again after ${seconds(back)} s`);
  }

  async function isSlow(): Promise<void> {
    proxy.become('slow');
    const late = new Person(second.address, other!);
    const answers = short ? 1 : 3;
    const statuses: number[] = [];
    let slowest = 0;
    for (let tried = 0; tried < answers; tried += 1) {
      const asked = performance.now();
      late.series ??= await late.begins();
      const { status } = await late.client.get('/mon-espace');
      statuses.push(status);
      if (late.series) await late.answers(random);
      slowest = Math.max(slowest, performance.now() - asked);
    }
    proxy.become('fair');
    tally.survives(
      statuses.every((status) => status === 200 || status === 503),
      `slow database: pages answered ${statuses}`,
    );
    await untilItAnswers(second, other!, PATIENCE_MS);
    const resumed = await late.resumes(db());
    tally.survives(resumed === null, `slow database: ${resumed}`);
    tally.notes.push(
      `answers 0.5 to 5 s late: ${late.acknowledged} of ${answers} answers acknowledged, slowest round ${seconds(slowest)} s`,
    );
  }
}

/** Either the page, or one that says in French to try again: never a bare error. */
async function seesAFrenchPage(
  place: Place,
  token: string,
  tally: Tally,
  when: string,
  { certainly = false } = {},
): Promise<void> {
  const { status, html, headers } = await personOf(place, token).get('/mon-profil');
  const helpful =
    /^<!doctype html><html lang="fr"/i.test(html) && headers.get('retry-after') !== null && !showsCode(html);
  tally.survives(
    (status === 503 && helpful) || (!certainly && status === 200),
    `${when}: a page answers ${status}${status === 503 ? ', unhelpful' : ''}`,
  );
}

function showsCode(html: string): boolean {
  return /\bat .+\.tsx?:\d|node_modules|Error:|ECONN|\bselect\b.+\bfrom\b/.test(html);
}

function personOf(place: Place, token: string): Client {
  return new Person(place.address, token).client;
}

async function untilItAnswers(place: Place, token: string, limitMs: number): Promise<true | null> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    if ((await personOf(place, token).get('/mon-profil')).status === 200) return true;
    await pause(25);
  }
  return null;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
