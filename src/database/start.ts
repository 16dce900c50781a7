import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Db, openDatabase, openWithoutLimits } from './connection.ts';
import { type ServerState, startEmbeddedServer } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';
import { isRefused, type Log, type Refused } from './refusal.ts';

export interface StartedDatabase {
  readonly db: Db;
  readonly connectionString: string;
  /** The embedded server's changes of state; nothing is ever said of a server of yours. */
  onState(listener: (state: ServerState) => void): () => void;
  /** Closes the connections, then the embedded server. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL of yours, 15 or later. Without it, the embedded one works in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log: Log;
}

/** Opens the database with its schema up to date, or says in one line why it cannot. */
export async function startDatabase({
  databaseUrl,
  dataDir,
  log,
}: DatabaseOptions): Promise<StartedDatabase | Refused> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const invalid = refuseInvalidUrl(databaseUrl);
    if (invalid !== undefined) return invalid;
    return openMigrated(databaseUrl, log, { onState: () => () => undefined, stop: async () => undefined });
  }
  const server = await startEmbeddedServer({ dataDir, log });
  if (isRefused(server)) return server;
  return openMigrated(server.connectionString, log, server);
}

/** What a running query is given to finish once the application closes. */
const LAST_QUERIES_MS = 3_000;

interface Server {
  onState(listener: (state: ServerState) => void): () => void;
  stop(): Promise<void>;
}

async function openMigrated(
  connectionString: string,
  log: Log,
  server: Server,
): Promise<StartedDatabase | Refused> {
  const refusal = await bringSchemaUpToDate(connectionString, log);
  if (refusal !== undefined) {
    await server.stop();
    return refusal;
  }
  const db = openDatabase(connectionString, log);
  return {
    db,
    connectionString,
    onState: server.onState,
    close: async () => {
      const patience = new AbortController();
      const late = pause(LAST_QUERIES_MS, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([db.destroy(), late]);
      patience.abort();
      await server.stop();
    },
  };
}

async function bringSchemaUpToDate(connectionString: string, log: Log): Promise<Refused | undefined> {
  const migrations = await readMigrations();
  const db = openWithoutLimits(connectionString);
  try {
    const migrated = await migrate(db, migrations, log);
    if (isRefused(migrated)) return migrated;
    await warnUnlessFrench(db, log);
    return undefined;
  } catch (error) {
    return refuseConnection(error, connectionString);
  } finally {
    await db.destroy();
  }
}

async function warnUnlessFrench(db: Db, log: Log): Promise<void> {
  const { rows } = await sql<{ french: boolean }>`select 'é' < 'f' as french`.execute(db);
  if (rows[0]?.french) return;
  log(
    'La base ne classe pas les accents à la française : créez-la avec « locale_provider icu icu_locale fr ».',
  );
}

function refuseInvalidUrl(databaseUrl: string): Refused | undefined {
  if (isPostgresUrl(databaseUrl)) return undefined;
  return {
    refused: 'url-invalid',
    message:
      'DATABASE_URL n’est pas une adresse PostgreSQL : attendu postgres://compte:motdepasse@hôte:5432/base, les signes comme # ou / du mot de passe encodés (%23, %2F).',
  };
}

function isPostgresUrl(text: string): boolean {
  try {
    const url = new URL(text);
    if (!/^postgres(ql)?:$/.test(url.protocol)) return false;
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** What the server or the network answered, without ever showing the password. */
function refuseConnection(error: unknown, connectionString: string): Refused {
  const { code = '', severity, message } = error as { code?: string; severity?: string; message: string };
  const url = new URL(connectionString);
  const where = `${url.hostname || 'localhost'}:${url.port || '5432'}`;
  const account = decodeURIComponent(url.username) || 'sans nom';
  const database = decodeURIComponent(url.pathname.slice(1));
  if (code === '28P01' || code === '28000' || /^SASL/.test(message)) {
    return {
      refused: 'bad-credentials',
      message: `${where} refuse le compte « ${account} » ou son mot de passe : corrigez DATABASE_URL.`,
    };
  }
  if (code === '3D000') {
    return {
      refused: 'unknown-database',
      message: `La base « ${database} » n’existe pas sur ${where} : créez-la ou corrigez DATABASE_URL.`,
    };
  }
  if (code === '42501') {
    return {
      refused: 'bad-credentials',
      message: `Le compte « ${account} » n’a pas le droit de créer le schéma dans « ${database} » (${where}).`,
    };
  }
  if (severity !== undefined)
    return { refused: 'unreachable', message: `PostgreSQL refuse sur ${where} : ${message}.` };
  return { refused: 'unreachable', message: `PostgreSQL ne répond pas sur ${where} (${code || message}).` };
}
