import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBrokenPromises } from '../../src/assessment/series/oracle.store.ts';
import { openDatabase } from '../../src/database/connection.ts';
import { freePort } from '../../test/lifecycle/application.ts';
import { createPeople } from '../bench/people.ts';
import { type Cluster, startCluster } from '../failover/cluster.ts';
import type { Machine } from '../failover/network.ts';
import { findPrograms } from '../failover/packages.ts';
import { sendPeople } from '../load/crowd.ts';
import { lostOf } from '../load/lost.ts';
import { placeAt, ROOT } from './place.ts';
import type { Row } from './row.ts';

const WRITERS = 12;
const ANSWERS_PER_SECOND = 12;
/** Some reach the end of all stages, and somebody else takes their place. */
const SPARE = 400;
const STEADY_MS = 4_000;
const RESUME_MS = 30_000;
const REJOIN_MS = 180_000;

type Fault = {
  name: string;
  harms: (cluster: Cluster, leader: Machine) => Promise<void>;
  /** Another machine has to lead. */
  movesTheLead: boolean;
};

const KILLED: Fault = {
  name: 'PostgreSQL and Patroni killed',
  harms: (cluster, leader) => cluster.kill(leader, 'database'),
  movesTheLead: true,
};
const STOPPED: Fault = {
  name: 'the whole machine killed, etcd with it',
  harms: (cluster, leader) => cluster.kill(leader, 'everything'),
  movesTheLead: true,
};
const CUT: Fault = {
  name: 'its network cut',
  harms: ({ network }, leader) => network.cutOff(leader),
  movesTheLead: true,
};
const ISOLATED: Fault = {
  name: 'cut from the two others, still reached by the application',
  harms: ({ network }, leader) => network.isolate(leader),
  movesTheLead: true,
};
const SERVER_KILLED: Fault = {
  name: 'PostgreSQL alone killed',
  harms: async (cluster, leader) => cluster.killServer(leader),
  movesTheLead: false,
};
const FAULTS = [ISOLATED, KILLED, CUT, KILLED, STOPPED, KILLED, SERVER_KILLED, KILLED, CUT, KILLED, ISOLATED];

export const failedOver: Row = {
  number: 4,
  title: 'failover to a synchronous standby while people answer',
  longFormOnly: true,
  line: 'machines',
  async run({ content, say, beforeEnd }, tally) {
    const programs = findPrograms();
    if ('missing' in programs) throw new Error(programs.missing);
    const cluster = await startCluster(programs);
    beforeEnd(async () => {
      cluster.writeLogs(join(ROOT, 'var/failover-logs'));
      await cluster.close();
    });
    const dataDir = mkdtempSync(join(ROOT, 'var/torture-failover-'));
    const place = placeAt({ port: await freePort(), dataDir, databaseUrl: cluster.url });
    beforeEnd(async () => {
      await place.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    await place.start();
    const db = openDatabase(cluster.url);
    beforeEnd(() => db.destroy());

    const leaving = new AbortController();
    const acknowledged = new Map<string, number>();
    let watching: Watch | undefined;
    const phase = { name: 'failover', perSecond: ANSWERS_PER_SECOND, seconds: Number.POSITIVE_INFINITY };
    const crowd = sendPeople({
      address: place.address,
      tokens: await createPeople(db, WRITERS + SPARE),
      people: WRITERS,
      phases: [phase],
      seed: 'failover',
      until: leaving.signal,
      heard({ series, person, sentAt }) {
        acknowledged.set(series, (acknowledged.get(series) ?? 0) + 1);
        watching?.hears(person, sentAt);
      },
    });
    // Its failure is for whoever waits for it below.
    crowd.catch(() => undefined);

    const resumed = new Map<Fault, number[]>();
    const rejoined: number[] = [];
    const rewinds = () =>
      cluster.network.machines.reduce((sum, machine) => sum + cluster.rewinds(machine), 0);
    for (const [index, fault] of FAULTS.entries()) {
      await pause(STEADY_MS);
      const former = (await cluster.leader())!;
      const { timeline } = (await cluster.members())[0]!;
      const what = `${index + 1}. ${former.name}: ${fault.name}`;
      await fault.harms(cluster, former);
      watching = new Watch(WRITERS);
      const back = await watching.firstBefore(RESUME_MS * 2);
      tally.survives(back < RESUME_MS, `${what}: answers are stored again after ${seconds(back)} s`);
      resumed.set(fault, [...(resumed.get(fault) ?? []), back]);
      if (fault.movesTheLead) {
        const leader = await cluster.leader();
        tally.survives(leader !== null && leader !== former, `${what}: ${leader?.name} leads`);
        tally.refuses(!(await cluster.takesWrites(former)), `${what}: the former one still takes writes`);
      }
      const everybody = await watching.allBefore(RESUME_MS);
      tally.survives(everybody < RESUME_MS * 2, `${what}: somebody could not go on`);

      await cluster.network.mend(former);
      cluster.start(former);
      const before = rewinds();
      rejoined.push(await cluster.untilWhole(REJOIN_MS));
      const lost = await lostOf(db, new Map(acknowledged));
      tally.survives(lost === 0, `${what}: ${lost} answers acknowledged are not stored`);
      say(
        `  ${what}: stored again after ${seconds(back)} s, by everybody after ${seconds(everybody)} s; back among them ${seconds(rejoined.at(-1)!)} s after it was mended${rewinds() > before ? ', by pg_rewind' : ''} (timeline ${timeline} before)`,
      );
    }
    leaving.abort();
    const { errors, cuts, answers } = (await crowd).seen.get(phase.name)!;
    const strange = errors.filter((status) => status !== 503);
    tally.survives(strange.length === 0, `${strange.length} pages answered ${[...new Set(strange)]}`);
    tally.survives(cuts === 0, `the application left ${cuts} people without an answer`);
    const lost = await lostOf(db, acknowledged);
    tally.survives(lost === 0, `${lost} answers acknowledged are not stored`);
    const broken = await findBrokenPromises(db, content);
    tally.survives(broken.length === 0, `the oracle: ${broken.slice(0, 3).join(' · ')}`);

    tally.notes.push(
      `PostgreSQL ${programs.postgresMajor}, PgBouncer ${programs.pgbouncerVersion}; ${FAULTS.length} faults under ${WRITERS} people, ${answers.length} answers acknowledged, ${lost} lost; ${errors.length} pages said to try again`,
      ...[...resumed].map(
        ([{ name }, times]) => `${name}, ${times.length} times: stored again after ${spread(times)} s`,
      ),
      `back in the cluster ${spread(rejoined)} s after it was mended, ${rewinds()} times by pg_rewind`,
    );
  },
};

/** Answers sent since a fault and acknowledged. */
class Watch {
  readonly #since = performance.now();
  readonly #back = new Map<number, number>();

  constructor(private readonly people: number) {}

  hears(person: number, sentAt: number): void {
    if (sentAt < this.#since || this.#back.has(person)) return;
    this.#back.set(person, performance.now() - this.#since);
  }

  /** Milliseconds from the fault to the first of them; infinite beyond the limit. */
  firstBefore(limitMs: number): Promise<number> {
    return this.#until(1, limitMs);
  }

  /** The same for the last of the people. */
  allBefore(limitMs: number): Promise<number> {
    return this.#until(this.people, limitMs);
  }

  async #until(people: number, limitMs: number): Promise<number> {
    const deadline = performance.now() + limitMs;
    while (this.#back.size < people && performance.now() < deadline) await pause(20);
    return this.#back.size < people ? Number.POSITIVE_INFINITY : [...this.#back.values()][people - 1]!;
  }
}

function spread(times: readonly number[]): string {
  return `${seconds(Math.min(...times))} to ${seconds(Math.max(...times))}`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
