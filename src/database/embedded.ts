import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, chooseAccount } from './embedded/account.ts';
import { type Binaries, findBinaries, POSTGRES_MAJOR } from './embedded/binaries.ts';
import {
  type Cluster,
  clusterIn,
  createIfMissing,
  DATABASE,
  foreignVersion,
  USER,
} from './embedded/cluster.ts';
import { clearLeftovers } from './embedded/leftovers.ts';
import { type Lock, takeLock } from './embedded/lock.ts';
import { freePort, launch, type NotReady, type ServerProcess, terminate } from './embedded/server-process.ts';
import type { Log, Refused } from './refusal.ts';

export type ServerState = 'running' | 'down' | 'stopped';

export interface EmbeddedServer {
  readonly connectionString: string;
  /** Calls the listener at each change; returns how to unsubscribe. */
  onState(listener: (state: ServerState) => void): () => void;
  /** Fast shutdown, then frees the data folder for another instance. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** False only for tests: data may then be lost if the machine stops. */
  readonly durable?: boolean;
}

/** An instance whose npm was killed needs this long to notice, finish and leave. */
const PREVIOUS_INSTANCE_LEAVES_MS = 3_000;
const PORT_ATTEMPTS = 5;
/** Short enough for pages to be back within five seconds, however often it dies. */
const BACK_OFF_MS = [0, 50, 250, 500, 1_000];
/** Past this the next death counts as a first one. */
const STEADY_AFTER_MS = 30_000;

/** Starts the PostgreSQL brought by npm on the data folder, and keeps it running until `stop()`. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer | Refused> {
  const binaries = bringBinaries();
  if ('refused' in binaries) return binaries;
  const dataDir = resolve(options.dataDir);
  const unusable = prepareFolder(dataDir);
  if (unusable !== undefined) return unusable;
  let lock: Lock | undefined;
  try {
    lock = await takeLock(join(dataDir, 'instance.lock'), PREVIOUS_INSTANCE_LEAVES_MS);
  } catch (error) {
    return refuseWithoutLock(dataDir, error as NodeJS.ErrnoException);
  }
  if (lock === undefined) {
    return {
      refused: 'already-running',
      message: `L’application tourne déjà sur ${dataDir} : arrêtez l’autre instance, ou choisissez un autre dossier avec DATA_DIR.`,
    };
  }
  const started = await startOn(clusterIn(dataDir), binaries, options).catch(
    (error: Error): Refused => ({
      refused: 'server-did-not-start',
      message: `PostgreSQL n’a pas pu être préparé dans ${dataDir} : ${error.message}`,
    }),
  );
  if ('refused' in started) {
    lock.release();
    return started;
  }
  return {
    ...started,
    stop: async () => {
      await started.stop();
      lock.release();
    },
  };
}

async function startOn(
  cluster: Cluster,
  binaries: Binaries,
  { log, durable = true }: EmbeddedOptions,
): Promise<EmbeddedServer | Refused> {
  const otherVersion = foreignVersion(cluster);
  if (otherVersion !== undefined) {
    return {
      refused: 'data-from-another-version',
      message: `${cluster.folder} vient de PostgreSQL ${otherVersion}, cette version embarque PostgreSQL ${POSTGRES_MAJOR} : exportez les données avec l’ancienne version puis importez-les.`,
    };
  }
  const account = chooseAccount(binaries);
  await clearLeftovers(cluster.folder, log);
  await createIfMissing(cluster, account, durable);
  const first = await launchOnFreePort(cluster, account, durable);
  if ('reason' in first) {
    return {
      refused: 'server-did-not-start',
      message: `PostgreSQL n’a pas démarré : ${first.lastLine} (détails dans ${cluster.logFile})`,
    };
  }
  const supervised = supervise(first.server, {
    relaunch: async () => {
      await clearLeftovers(cluster.folder, log);
      return launch(cluster, account, first.port, durable);
    },
    terminate: (server) => terminate(server, account, cluster),
    log,
  });
  const address = `postgres://${USER}:${readFileSync(cluster.passwordFile, 'utf8').trim()}@127.0.0.1:${first.port}`;
  try {
    await createDatabaseIfMissing(`${address}/postgres`);
  } catch (error) {
    await supervised.stop();
    throw error;
  }
  return { connectionString: `${address}/${DATABASE}`, ...supervised };
}

/** `node:sqlite`, which holds the lock, came with Node 22.13. */
function refuseWithoutLock(dataDir: string, { code, message }: NodeJS.ErrnoException): Refused {
  if (code === 'ERR_UNKNOWN_BUILTIN_MODULE') {
    return {
      refused: 'platform-unsupported',
      message: `Le PostgreSQL embarqué demande Node 22.13 ou plus récent (ici ${process.versions.node}) : mettez Node à jour, ou indiquez votre serveur dans DATABASE_URL.`,
    };
  }
  return {
    refused: 'data-folder-unusable',
    message: `Le dossier de données ${dataDir} ne peut pas être réservé (${message}) : choisissez-en un autre avec DATA_DIR.`,
  };
}

function bringBinaries(): Binaries | Refused {
  const instead = 'indiquez votre serveur dans DATABASE_URL.';
  try {
    const binaries = findBinaries();
    if (binaries !== undefined) return binaries;
    const machine = `${process.platform}-${process.arch}`;
    return {
      refused: 'platform-unsupported',
      message: `Aucun PostgreSQL embarqué pour ${machine} : ${instead}`,
    };
  } catch (error) {
    return {
      refused: 'platform-unsupported',
      message: `Le PostgreSQL embarqué est incomplet (${(error as Error).message}) : relancez npm ci sous ce compte, ou ${instead}`,
    };
  }
}

function prepareFolder(dataDir: string): Refused | undefined {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const cluster = statSync(clusterIn(dataDir).folder, { throwIfNoEntry: false });
    const user = process.getuid?.();
    if (cluster === undefined || user === undefined || user === 0 || cluster.uid === user) return undefined;
    return {
      refused: 'data-folder-unusable',
      message: `${dataDir} appartient à un autre compte (uid ${cluster.uid}) : démarrez sous ce compte, ou choisissez un autre dossier avec DATA_DIR.`,
    };
  } catch (error) {
    return {
      refused: 'data-folder-unusable',
      message: `Le dossier de données ${dataDir} n’est pas utilisable (${(error as NodeJS.ErrnoException).code}) : choisissez-en un autre avec DATA_DIR.`,
    };
  }
}

async function launchOnFreePort(
  cluster: Cluster,
  account: Account,
  durable: boolean,
): Promise<{ server: ServerProcess; port: number } | NotReady> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const outcome = await launch(cluster, account, port, durable);
    if (!('reason' in outcome)) return { server: outcome, port };
    if (outcome.reason === 'failed' || attempt === PORT_ATTEMPTS) return outcome;
  }
}

interface Supervision {
  relaunch(): Promise<ServerProcess | NotReady>;
  terminate(server: ServerProcess): Promise<void>;
  readonly log: Log;
}

/** Relaunches the server on the same port each time it dies, for ever, saying so each time. */
function supervise(
  first: ServerProcess,
  { relaunch, terminate, log }: Supervision,
): Pick<EmbeddedServer, 'stop' | 'onState'> {
  const listeners = new Set<(state: ServerState) => void>();
  const stopping = new AbortController();
  let current: ServerProcess | undefined = first;
  const announce = (state: ServerState) => {
    for (const listener of listeners) listener(state);
  };
  // Without setpriv (macOS), this is what keeps an application that crashes from leaving its server behind.
  const endWithApplication = () => current?.child.kill('SIGINT');
  process.once('exit', endWithApplication);

  const relaunchUntilItRuns = async (deaths: number): Promise<ServerProcess | undefined> => {
    for (let attempt = deaths; ; attempt++) {
      const delay = BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length - 1)];
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      const outcome = await relaunch().catch(
        (error: Error): NotReady => ({ reason: 'failed', lastLine: error.message }),
      );
      if (!('reason' in outcome)) return outcome;
      log(`PostgreSQL ne redémarre pas encore : ${outcome.lastLine}`);
    }
  };
  const watch = async () => {
    let deaths = 0;
    while (current !== undefined) {
      const since = Date.now();
      await current.exited;
      current = undefined;
      if (stopping.signal.aborted) return;
      announce('down');
      log('PostgreSQL s’est arrêté sans qu’on le lui demande : redémarrage.');
      deaths = Date.now() - since > STEADY_AFTER_MS ? 0 : deaths + 1;
      current = await relaunchUntilItRuns(deaths);
      if (current === undefined) return;
      if (stopping.signal.aborted) return terminate(current);
      log('PostgreSQL a redémarré.');
      announce('running');
    }
  };
  const watching = watch();

  return {
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      if (!stopping.signal.aborted) {
        stopping.abort();
        if (current !== undefined) await terminate(current);
      }
      await watching;
      process.removeListener('exit', endWithApplication);
      announce('stopped');
    },
  };
}

async function createDatabaseIfMissing(adminConnectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminConnectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
