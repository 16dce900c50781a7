import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { type Db, openDatabase, openWithoutLimits, type Trx } from './connection.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { isRefused } from './refusal.ts';
import { joinTestServer } from './testing/client.ts';

// Store tests run on a real PostgreSQL: the server of TEST_DATABASE_URL, or one embedded server that all the test
// processes of a run share and that leaves with them. Each file gets its own copy of a database migrated once.

const TEMPLATE_LOCK = 7_377_838;

/** A fresh, migrated database for this test file, dropped after its tests: `const db = await testDatabase();` */
export async function testDatabase(): Promise<Db> {
  const { db, drop } = await createTestDatabase();
  after(drop);
  return db;
}

/** The same for the length of one function. */
export async function withTestDatabase<Result>(
  work: (db: Db, connectionString: string) => Promise<Result>,
): Promise<Result> {
  const { db, connectionString, drop } = await createTestDatabase();
  try {
    return await work(db, connectionString);
  } finally {
    await drop();
  }
}

/** Runs the work in a transaction that never commits. */
export async function rolledBack<Result>(db: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const trx = await db.startTransaction().execute();
  try {
    return await work(trx);
  } finally {
    await trx.rollback().execute();
  }
}

/** An empty database, without the schema: for tests of the migrations themselves. */
export async function withEmptyDatabase<Result>(
  work: (db: Kysely<unknown>, connectionString: string) => Promise<Result>,
): Promise<Result> {
  const server = await joinTestServer();
  const name = testName();
  try {
    await administer(server.connectionString, (admin) => admin.query(`create database ${name}`));
    const connectionString = withName(server.connectionString, name);
    const db = openDatabase(connectionString) as unknown as Kysely<unknown>;
    try {
      return await work(db, connectionString);
    } finally {
      await db.destroy();
      await administer(server.connectionString, (admin) => admin.query(`drop database ${name} with (force)`));
    }
  } finally {
    server.leave();
  }
}

async function createTestDatabase() {
  const server = await joinTestServer();
  const name = testName();
  await administer(server.connectionString, async (admin) => {
    const template = await ensureTemplate(admin, server.connectionString);
    await admin.query(`create database ${name} template ${template}`);
  });
  const connectionString = withName(server.connectionString, name);
  const db = openDatabase(connectionString);
  const drop = async () => {
    await db.destroy();
    await administer(server.connectionString, (admin) =>
      admin.query(`drop database if exists ${name} with (force)`),
    );
    server.leave();
  };
  return { db, connectionString, drop };
}

/** One template per set of migrations; the first process builds it, the others wait. */
async function ensureTemplate(admin: pg.Client, serverUrl: string): Promise<string> {
  const migrations = await readMigrations();
  const template = `perseverance_template_${fingerprint(migrations)}`;
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await admin.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await buildTemplate(admin, serverUrl, template, migrations);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return template;
}

async function buildTemplate(
  admin: pg.Client,
  serverUrl: string,
  template: string,
  migrations: readonly Migration[],
) {
  const former = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname like 'perseverance\\_template\\_%'`,
  );
  for (const { datname } of former.rows) await admin.query(`drop database ${datname} with (force)`);
  const building = `${template}_building`;
  await admin.query(`create database ${building}`);
  const db = openWithoutLimits(withName(serverUrl, building));
  try {
    const migrated = await migrate(db, migrations);
    if (isRefused(migrated)) throw new Error(migrated.message);
    await sql`vacuum analyze`.execute(db);
  } finally {
    await db.destroy();
  }
  await admin.query(`alter database ${building} rename to ${template}`);
}

function fingerprint(migrations: readonly Migration[]): string {
  const all = migrations.map(({ name, checksum }) => `${name} ${checksum}`).join('\n');
  return createHash('sha256').update(all).digest('hex').slice(0, 12);
}

function testName(): string {
  return `perseverance_test_${process.pid}_${randomBytes(4).toString('hex')}`;
}

function withName(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer<Result>(
  connectionString: string,
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
