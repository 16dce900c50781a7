import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './application.ts';

// A PostgreSQL as an operator has one, with pg_dump: that of Debian.

const USER = 'perseverance';
const NOBODY = 65534;
const FOLDERS = '/usr/lib/postgresql';
const START_LIMIT_MS = 30_000;

/** The programs of the latest server installed; null where there is none. */
export function serverPrograms(): string | null {
  try {
    const latest = readdirSync(FOLDERS)
      .map(Number)
      .sort((a, b) => b - a)[0];
    return latest === undefined ? null : join(FOLDERS, String(latest), 'bin');
  } catch {
    return null;
  }
}

/** Why a test that needs it is skipped. */
export const withoutServer = serverPrograms() === null && 'needs a PostgreSQL server (Debian: postgresql)';

export type OwnPostgres = {
  readonly port: number;
  /** Where a database of this name answers. */
  url(database: string): string;
  create(database: string): Promise<void>;
  drop(database: string): Promise<void>;
  /** Another server, which follows this one. */
  follow(): Promise<OwnPostgres>;
  stop(): Promise<void>;
};

export async function startOwnPostgres(): Promise<OwnPostgres> {
  return serve((data) => [
    'initdb',
    ['--pgdata', data, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'],
  ]);
}

/** Makes a data folder by one of PostgreSQL’s own programs, and serves it. */
async function serve(make: (data: string) => [program: string, options: string[]]): Promise<OwnPostgres> {
  const bin = serverPrograms();
  if (bin === null) throw new Error('No PostgreSQL server here.');
  const folder = mkdtempSync(join(tmpdir(), 'perseverance-own-'));
  const asRoot = process.getuid?.() === 0;
  const account = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const [program, options] = make(data);
  const made = spawnSync(join(bin, program), options, { ...account, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories='],
    { ...account, cwd: folder, stdio: 'ignore' },
  );
  const url = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  await untilAnswering(url('postgres'), child);
  return {
    port,
    url,
    create: (database) =>
      administer(
        url('postgres'),
        `create database ${database} template template0 encoding 'UTF8' locale_provider icu icu_locale 'fr'`,
      ),
    drop: (database) => administer(url('postgres'), `drop database ${database} with (force)`),
    follow: () =>
      serve((copy) => [
        'pg_basebackup',
        ['--pgdata', copy, '--write-recovery-conf', '--checkpoint=fast', '--dbname', url('postgres')],
      ]),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGCONT');
      child.kill('SIGINT');
      if (child.exitCode === null) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      return await administer(url, 'select 1');
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) throw error;
      await pause(100);
    }
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
