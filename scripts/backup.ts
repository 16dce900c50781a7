import { chmodSync, closeSync, openSync, renameSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/database/connection.ts';
import { keepErasures } from './backup/erasures.ts';
import { databaseUrlOf, run, surroundingsOf } from './backup/postgres-tools.ts';

const HELP = `DATABASE_URL=… npm run backup -- FILE [--erasures LIST]
DATABASE_URL=… npm run backup -- --erasures LIST

Writes the whole database as it is at one moment, while people answer, with pg_dump (whose version must be that of the
server or later). Left out: sessions, sign-in codes and the queues of jobs, which a restore must not bring back.
With --erasures, adds to LIST what was erased since: keep it beside the backups, and do it more often than backups.
`;

/** Who was signed in, and with what, when the backup was made. */
const NOT_BROUGHT_BACK = ['session', 'sign_in_code', 'rate_limit'];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, erasures: { type: 'string' } },
  });
  const [file] = positionals;
  if (values.help || (!file && !values.erasures)) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 1;
  } else {
    const databaseUrl = databaseUrlOf(process.env);
    if (file) backUp(databaseUrl, file);
    if (values.erasures) await keepList(databaseUrl, values.erasures);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function backUp(databaseUrl: string, file: string): void {
  const unfinished = `${file}.unfinished`;
  closeSync(openSync(unfinished, 'w', 0o600));
  chmodSync(unfinished, 0o600);
  run(
    'pg_dump',
    [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      '--exclude-schema=pgboss',
      ...NOT_BROUGHT_BACK.map((table) => `--exclude-table-data=public.${table}`),
      `--file=${unfinished}`,
    ],
    surroundingsOf(databaseUrl),
  );
  // A file that cannot be listed is no backup.
  const tables = run('pg_restore', ['--list', unfinished], process.env).match(/TABLE DATA public /g) ?? [];
  renameSync(unfinished, file);
  process.stdout.write(`${file}: ${tables.length} tables, ${(statSync(file).size / 1e6).toFixed(1)} MB\n`);
}

async function keepList(databaseUrl: string, file: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  try {
    process.stdout.write(`${file}: ${await keepErasures(db, file)} erasures added\n`);
  } finally {
    await db.destroy();
  }
}
