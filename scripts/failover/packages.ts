import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What each program comes in, on Debian. */
const PACKAGES: Record<string, string> = {
  patroni: 'patroni',
  etcd: 'etcd-server',
  haproxy: 'haproxy',
  pgbouncer: 'pgbouncer',
  ip: 'iproute2',
  setpriv: 'util-linux',
};
const FOLDERS = ['/usr/bin', '/usr/sbin', '/bin', '/sbin'];
const SERVERS = '/usr/lib/postgresql';

export type Programs = {
  /** Where a program is. */
  of(name: keyof typeof PACKAGES): string;
  /** Where initdb, postgres and pg_rewind of the newest server are. */
  readonly postgres: string;
  readonly postgresMajor: number;
  /** PgBouncer's, as « 1.18.0 ». */
  readonly pgbouncerVersion: string;
};

/** Finds them, or says in one line what to install or how to run. */
export function findPrograms(): Programs | { missing: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { missing: 'failover needs root on Linux: it makes network namespaces' };
  }
  const found = new Map(Object.keys(PACKAGES).map((name) => [name, pathOf(name)]));
  const absent = [...found].filter(([, path]) => path === undefined).map(([name]) => PACKAGES[name]!);
  const major = newestServer();
  if (major === undefined) absent.push('postgresql');
  if (absent.length > 0 || major === undefined) {
    return { missing: `failover needs packages: apt-get install -y ${absent.join(' ')}` };
  }
  const version = spawnSync(found.get('pgbouncer')!, ['--version'], { encoding: 'utf8' }).stdout;
  return {
    of: (name) => found.get(name)!,
    postgres: join(SERVERS, String(major), 'bin'),
    postgresMajor: major,
    pgbouncerVersion: /PgBouncer ([\d.]+)/.exec(version)?.[1] ?? '?',
  };
}

function pathOf(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function newestServer(): number | undefined {
  if (!existsSync(SERVERS)) return undefined;
  return readdirSync(SERVERS)
    .map(Number)
    .filter((major) => existsSync(join(SERVERS, String(major), 'bin/postgres')))
    .sort((one, other) => other - one)[0];
}
