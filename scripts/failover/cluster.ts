import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { processesOn } from '../../src/database/embedded/leftovers.ts';
import { freePort } from '../../test/lifecycle/application.ts';
import { end, type Machine, type Network, openNetwork } from './network.ts';
import type { Programs } from './packages.ts';
import { ACCOUNT, Program } from './program.ts';
import {
  addressOf,
  applicationUrl,
  databaseStatements,
  etcdArguments,
  haproxySettings,
  type Passwords,
  patroniSettings,
  pgbouncerAccounts,
  pgbouncerSettings,
} from './settings.ts';

/** A member of the cluster, as Patroni describes it. */
export type Member = { name: string; role: string; state: string; timeline?: number };

/** Three machines with etcd, Patroni and PostgreSQL on each; here, HAProxy and PgBouncer in front. */
export type Cluster = {
  readonly network: Network;
  readonly folder: string;
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** What Patroni says of everybody; empty when none of them answers. */
  members(): Promise<Member[]>;
  leader(): Promise<Machine | null>;
  /** Resolves once one leads, another is its synchronous standby and all follow; how long that took, in ms. */
  untilWhole(limitMs: number): Promise<number>;
  /** `kill -9` of PostgreSQL alone. */
  killServer(machine: Machine): void;
  /** `kill -9` of Patroni and PostgreSQL, or of all that runs on the machine. */
  kill(machine: Machine, what: 'database' | 'everything'): Promise<void>;
  /** What a machine runs when it starts. */
  start(machine: Machine): void;
  /** Whether its server takes writes, asked on the machine itself. */
  takesWrites(machine: Machine): Promise<boolean>;
  /** How often Patroni ran pg_rewind there. */
  rewinds(machine: Machine): number;
  /** What each program printed, one file each. */
  writeLogs(folder: string): void;
  close(): Promise<void>;
};

const POLL_MS = 100;
const ASK_MS = 2_000;
const START_LIMIT_MS = 180_000;

export async function startCluster(programs: Programs): Promise<Cluster> {
  const passwords = newPasswords();
  const folder = mkdtempSync(join(tmpdir(), 'perseverance-failover-'));
  own(folder);
  const network = await openNetwork();
  const { machines } = network;
  const nodes = new Map(machines.map((machine) => [machine, nodeOn(machine)]));
  const node = (machine: Machine) => nodes.get(machine)!;
  const [leaderPort, port] = [await freePort(), await freePort()];
  const entrance = [
    new Program('haproxy', [programs.of('haproxy'), '-db', '-f', join(folder, 'haproxy.cfg')]),
    new Program('pgbouncer', [programs.of('pgbouncer'), join(folder, 'pgbouncer.ini')]),
  ];

  function nodeOn(machine: Machine) {
    const home = join(folder, machine.name);
    mkdirSync(home, { mode: 0o700 });
    own(home);
    const dataDir = join(home, 'postgres');
    const settings = join(home, 'patroni.yml');
    const place = { machines, range: network.range, dataDir, socketDir: home, passwords };
    write(settings, patroniSettings(machine, { ...place, binaries: programs.postgres }));
    const program = (name: string, ...args: string[]) =>
      new Program(`${name}-${machine.name}`, [programs.of(name), ...args], machine.namespace);
    return {
      home,
      dataDir,
      etcd: program('etcd', ...etcdArguments(machine, machines, join(home, 'etcd'))),
      patroni: program('patroni', settings),
    };
  }

  const killServer = (machine: Machine) => {
    for (const pid of processesOn(node(machine).dataDir)) end(pid);
  };
  const cluster: Cluster = {
    network,
    folder,
    url: applicationUrl(passwords, port),
    async members() {
      const views = await Promise.all(machines.map((machine) => membersAsSeenBy(machine).catch(() => [])));
      // One that was away may still tell of former times.
      return views.reduce((newest, view) => (timelineOf(view) > timelineOf(newest) ? view : newest), []);
    },
    async leader() {
      const leading = (await cluster.members()).find(({ role }) => role === 'leader');
      return machines.find(({ name }) => name === leading?.name) ?? null;
    },
    async untilWhole(limitMs) {
      const began = performance.now();
      while (performance.now() - began < limitMs) {
        const leader = await cluster.leader();
        const followers = leader ? await followersOf(leader).catch(() => []) : [];
        if (areAllThere(followers, machines.length - 1)) return performance.now() - began;
        await pause(POLL_MS);
      }
      throw new Error(`the cluster is not whole again: ${JSON.stringify(await cluster.members())}`);
    },
    killServer,
    async kill(machine, what) {
      await node(machine).patroni.kill();
      killServer(machine);
      if (what === 'everything') await node(machine).etcd.kill();
    },
    start(machine) {
      for (const program of [node(machine).etcd, node(machine).patroni]) {
        if (!program.isRunning) program.start();
      }
    },
    takesWrites: (machine) => takesWrites(node(machine).home, passwords),
    rewinds: (machine) => node(machine).patroni.output.split('pg_rewind exit code=0').length - 1,
    writeLogs(into) {
      mkdirSync(into, { recursive: true });
      const all = [...entrance, ...[...nodes.values()].flatMap(({ etcd, patroni }) => [etcd, patroni])];
      for (const { name, output } of all) writeFileSync(join(into, `${name}.log`), output);
    },
    async close() {
      for (const program of entrance) await program.kill();
      for (const machine of machines) await cluster.kill(machine, 'everything');
      await network.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  write(join(folder, 'haproxy.cfg'), haproxySettings(machines, leaderPort));
  write(join(folder, 'pgbouncer.ini'), pgbouncerSettings(folder, port, leaderPort));
  write(join(folder, 'userlist.txt'), pgbouncerAccounts(passwords));
  try {
    for (const { etcd } of nodes.values()) etcd.start();
    for (const { patroni } of nodes.values()) patroni.start();
    await cluster.untilWhole(START_LIMIT_MS);
    await createDatabase((await cluster.leader())!, passwords);
    for (const program of entrance) program.start();
  } catch (error) {
    cluster.writeLogs(join(tmpdir(), 'perseverance-failover-logs'));
    await cluster.close();
    throw error;
  }
  return cluster;
}

async function membersAsSeenBy(machine: Machine): Promise<Member[]> {
  const answer = await fetch(`http://${addressOf.patroni(machine)}/cluster`, {
    signal: AbortSignal.timeout(ASK_MS),
  });
  return answer.ok ? ((await answer.json()) as { members: Member[] }).members : [];
}

function timelineOf(members: readonly Member[]): number {
  return Math.max(0, ...members.map(({ timeline = 0 }) => timeline));
}

type Follower = { application_name: string; state: string; sync_state: string };

/** Who receives what this one writes: PostgreSQL itself says it, where « running » in the list of members may not. */
async function followersOf(leader: Machine): Promise<Follower[]> {
  const answer = await fetch(`http://${addressOf.patroni(leader)}/patroni`, {
    signal: AbortSignal.timeout(ASK_MS),
  });
  return ((await answer.json()) as { replication?: Follower[] }).replication ?? [];
}

function areAllThere(followers: readonly Follower[], expected: number): boolean {
  const streaming = followers.filter(({ state }) => state === 'streaming');
  return streaming.length === expected && streaming.some(({ sync_state }) => sync_state === 'sync');
}

async function createDatabase({ address }: Machine, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ host: address, user: 'postgres', password: passwords.superuser });
  await client.connect();
  try {
    for (const statement of databaseStatements(passwords)) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** By its socket, which is a file: the network does not matter. */
async function takesWrites(socketDir: string, { superuser }: Passwords): Promise<boolean> {
  const client = new pg.Client({
    host: socketDir,
    user: 'postgres',
    password: superuser,
    connectionTimeoutMillis: ASK_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('select pg_is_in_recovery() as follows');
    return rows[0].follows === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function newPasswords(): Passwords {
  const password = () => randomBytes(18).toString('hex');
  return { superuser: password(), replication: password(), application: password() };
}

const account = { uid: -1, gid: -1 };

/** Given to the account the programs run under. */
function own(path: string): void {
  if (account.uid < 0) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((user) => user.startsWith(`${ACCOUNT}:`));
    if (line === undefined)
      throw new Error(`no account « ${ACCOUNT} »: apt-get install -y postgresql makes it`);
    [account.uid, account.gid] = line.split(':').slice(2, 4).map(Number) as [number, number];
  }
  chownSync(path, account.uid, account.gid);
}

function write(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  own(path);
}
