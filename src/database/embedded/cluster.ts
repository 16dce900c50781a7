import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, giveOwnership } from './account.ts';
import { POSTGRES_MAJOR, program } from './binaries.ts';

/** A data folder of the application and what PostgreSQL keeps in it. */
export interface Cluster {
  readonly folder: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export const USER = 'perseverance';
export const DATABASE = 'perseverance';
const UNFINISHED = '.unfinished-';

export function clusterIn(dataDir: string): Cluster {
  return {
    folder: join(dataDir, 'postgres'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(dataDir, 'postgres.log'),
  };
}

/** Names the version that wrote the data, when it is not ours. */
export function foreignVersion(cluster: Cluster): string | undefined {
  const file = join(cluster.folder, 'PG_VERSION');
  if (!existsSync(file)) return undefined;
  const version = readFileSync(file, 'utf8').trim();
  return version === POSTGRES_MAJOR ? undefined : version;
}

/**
 * Creates the cluster once. It is made beside its place and moved there when whole, so that an interrupted
 * creation starts afresh.
 * Text is sorted by ICU's French rules (é after e, case last); the C library only sees bytes, so the result does not depend on
 * the machine's locales.
 */
export async function createIfMissing(cluster: Cluster, account: Account, durable: boolean): Promise<void> {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) {
    giveOwnership(cluster.folder, account);
    return;
  }
  removeUnfinished(cluster);
  const unfinished = `${cluster.folder}${UNFINISHED}${randomBytes(4).toString('hex')}`;
  writeFileSync(cluster.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account.owner !== undefined) chownSync(cluster.passwordFile, account.owner, account.owner);
  await run(account, [
    program(account.binaries, 'initdb'),
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=fr',
    '--locale=C',
    '--text-search-config=french',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  renameSync(unfinished, cluster.folder);
}

/** What interrupted creations left; one may still be dying, and the next start will clear it. */
function removeUnfinished({ folder }: Cluster): void {
  const prefix = `${basename(folder)}${UNFINISHED}`;
  for (const name of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    } catch {
      // Its files are moving: it is not in the way.
    }
  }
}

/** Settings for a small machine; nothing here trades durability unless `durable` is false (tests only). */
export function serverArguments(cluster: Cluster, port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    cluster_name: 'perseverance',
    shared_buffers: '64MB',
    max_connections: 60,
    // Everything fits in memory: an index costs no more than a scan, even before the tables are analysed.
    random_page_cost: 1.1,
    max_wal_size: '256MB',
    // Statements are few and find rows by their keys: one plan does for all values, made once a connection rather than six times.
    plan_cache_mode: 'force_generic_plan',
    io_method: 'sync',
    autovacuum_max_workers: 2,
    idle_in_transaction_session_timeout: '60s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Only the server's own life: refused statements would carry people's data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 300 }),
  };
  return [
    '-D',
    cluster.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** The caller's PG… variables would change what our server does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function run(account: Account, command: readonly string[]): Promise<void> {
  const [file, ...args] = [...account.prefix, ...command];
  return new Promise((resolve, reject) => {
    // In its own group, so that Ctrl-C in the terminal reaches only the application.
    const child = spawn(file!, args, { env: serverEnvironment(), detached: true, windowsHide: true });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              output
                .trim()
                .split('\n')
                .findLast((line) => /error|could not/i.test(line)) ?? `initdb : code ${code}`,
            ),
          ),
    );
  });
}
