import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { findBrokenPromises } from '../src/assessment/series/oracle.store.ts';
import { loadContent } from '../src/content/index.ts';
import { type Db, openDatabase, openWithoutLimits } from '../src/database/connection.ts';
import { migrate, readMigrations } from '../src/database/migrate.ts';
import { isRefused } from '../src/database/refusal.ts';
import { readErasures, replayErasures } from './backup/erasures.ts';
import { databaseUrlOf, run, surroundingsOf } from './backup/postgres-tools.ts';

const HELP = `DATABASE_URL=… npm run restore -- FILE --erasures LIST
DATABASE_URL=… npm run restore -- FILE --without-erasures

Fills an empty database from a backup, brings its schema to this version, erases again what was erased after the backup,
then replays every answer and says what does not hold. Start the application only after it has ended with code 0.
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      erasures: { type: 'string' },
      'without-erasures': { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (values.help || !file) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 1;
  } else if (!values.erasures && !values['without-erasures']) {
    throw new Error(
      'Say --erasures LIST, so that what people had erased is erased again; or --without-erasures if nothing was.',
    );
  } else {
    await restore(databaseUrlOf(process.env), file, values.erasures);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function restore(databaseUrl: string, file: string, list: string | undefined): Promise<void> {
  // Read first: a list that cannot be read must not be found out after the restore.
  const erasures = list === undefined ? null : readErasures(list);
  const db = openWithoutLimits(databaseUrl);
  try {
    await refuseUnlessEmpty(db);
    run(
      'pg_restore',
      [
        '--exit-on-error',
        '--single-transaction',
        '--no-owner',
        '--no-privileges',
        `--dbname=${surroundingsOf(databaseUrl).PGDATABASE}`,
        file,
      ],
      surroundingsOf(databaseUrl),
    );
    const migrated = await migrate(db, await readMigrations());
    if (isRefused(migrated)) throw new Error(migrated.message);
  } finally {
    await db.destroy();
  }
  await finish(openDatabase(databaseUrl), erasures);
}

async function finish(db: Db, erasures: ReturnType<typeof readErasures> | null): Promise<void> {
  try {
    await sql`analyze`.execute(db);
    if (erasures) {
      const { accounts, followUps } = await replayErasures(db, erasures, new Date());
      process.stdout.write(`erased again: ${accounts} accounts, ${followUps} follow-ups\n`);
    }
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from person) as people, (select count(*) from answer) as answers,
        (select count(*) from follow_up) as "follow-ups", (select count(*) from audit_event) as "audit lines"`.execute(
      db,
    );
    for (const [what, count] of Object.entries(rows[0]!)) process.stdout.write(`${what}: ${count}\n`);
    const broken = await findBrokenPromises(db, loadContent());
    process.stdout.write(`promises broken: ${broken.length}\n${broken.map((line) => `${line}\n`).join('')}`);
    process.exitCode = broken.length > 0 ? 1 : 0;
  } finally {
    await db.destroy();
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const { rows } = await sql<{ tables: number }>`
    select count(*) as tables from information_schema.tables where table_schema = 'public'`.execute(db);
  if (rows[0]!.tables > 0) throw new Error('This database is not empty: make a new one, and restore there.');
}
