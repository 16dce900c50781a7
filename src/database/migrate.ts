import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { ROOT } from '../root.ts';
import type { Log, Refused } from './refusal.ts';

// Kysely's Migrator runs all migrations in one transaction, keeps no checksum and reports an unknown migration as a
// plain Error; forward-only SQL files need less than what it would take to add these.

export interface Migration {
  /** `20261123T0900-people`: time first, so that the alphabetical order is the order of application. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const FOLDER = join(ROOT, 'src/database/migrations');
const OLDEST_SERVER = 15;
/** Any number, the same for every instance: one migrates at a time. */
const ADVISORY_LOCK = 7_377_837;

/** Reads `migrations/*.sql` in order. Line endings do not count in the checksum: git may change them. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return { name: file.slice(0, -'.sql'.length), sql: text, checksum: checksumOf(text) };
    }),
  );
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Brings the schema to this version, on a connection without time limits. Safe when several instances start together: each migration takes the lock, looks
 * whether another one applied it, and commits with its record.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: readonly Migration[],
  log: Log = () => undefined,
): Promise<{ applied: string[] } | Refused> {
  const unusable = await refuseServer(db);
  if (unusable !== undefined) return unusable;
  await createJournal(db);
  const refusal = compare(await readJournal(db), migrations);
  if (refusal !== undefined) return refusal;
  const applied: string[] = [];
  for (const migration of migrations) {
    try {
      if (await applyOnce(db, migration)) applied.push(migration.name);
    } catch (error) {
      return {
        refused: 'migration-failed',
        message: `La migration ${migration.name} a échoué et n’a rien changé : ${(error as Error).message}`,
      };
    }
  }
  if (applied.length > 0) log(`Schéma de la base mis à jour : ${applied.length} migration(s).`);
  return { applied };
}

/** Whether every migration of this version has been applied. A newer schema holds them all: only additions come before the versions that need them. */
export async function isSchemaCurrent<Schema>(db: Kysely<Schema>): Promise<boolean> {
  ownNames ??= readMigrations().then((migrations) => migrations.map(({ name }) => name));
  const { rows } = await sql<{ current: boolean }>`
    select not exists (select from unnest(${await ownNames}::text[]) as own (name)
      where not exists (select from public.schema_migration known where known.name = own.name)) as current`.execute(
    db,
  );
  return rows[0]!.current;
}

let ownNames: Promise<string[]> | undefined;

type Journal = Map<string, string>;

function compare(journal: Journal, migrations: readonly Migration[]): Refused | undefined {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of journal) {
    const expected = known.get(name);
    if (expected === undefined) {
      return {
        refused: 'schema-newer',
        message: `La base vient d’une version plus récente de l’application (migration ${name}) : installez cette version ou restaurez une sauvegarde.`,
      };
    }
    if (expected !== checksum) {
      return {
        refused: 'migration-changed',
        message: `La migration ${name} n’est plus celle qui a été appliquée à cette base : rétablissez son fichier et ajoutez une nouvelle migration.`,
      };
    }
  }
  return undefined;
}

async function applyOnce<Schema>(db: Kysely<Schema>, migration: Migration): Promise<boolean> {
  return alone(db, async (trx) => {
    if ((await readJournal(trx)).has(migration.name)) return false;
    await sql.raw(migration.sql).execute(trx);
    await sql`
      insert into public.schema_migration (name, checksum)
      values (${migration.name}, ${migration.checksum})`.execute(trx);
    return true;
  });
}

async function createJournal<Schema>(db: Kysely<Schema>): Promise<void> {
  await alone(db, async (trx) => {
    await sql`
      create table if not exists public.schema_migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`.execute(trx);
  });
}

/** In a transaction while every other instance waits its turn, however long. */
function alone<Schema, Result>(
  db: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    // The account may have limits of its own.
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(trx);
    // A change of table must not queue behind a long query and hold everyone else up.
    await sql`set local lock_timeout = '10s'`.execute(trx);
    return work(trx);
  });
}

async function readJournal<Schema>(db: Kysely<Schema>): Promise<Journal> {
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from public.schema_migration order by name`.execute(db);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function refuseServer<Schema>(db: Kysely<Schema>): Promise<Refused | undefined> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding`.execute(db);
  const { version, encoding } = rows[0]!;
  if (version < OLDEST_SERVER) {
    return {
      refused: 'server-too-old',
      message: `Le serveur est un PostgreSQL ${version} : il faut la version ${OLDEST_SERVER} ou une plus récente.`,
    };
  }
  if (encoding !== 'UTF8') {
    return {
      refused: 'encoding-unusable',
      message: `La base est encodée en ${encoding} : créez-la en UTF8.`,
    };
  }
  return undefined;
}
