import { spawnSync } from 'node:child_process';

/** Of the server, and nothing of it in the list of processes: the password goes by the environment. */
export function surroundingsOf(databaseUrl: string): NodeJS.ProcessEnv {
  const url = new URL(databaseUrl);
  const sslMode = url.searchParams.get('sslmode');
  return {
    ...process.env,
    PGHOST: decodeURIComponent(url.hostname),
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    ...(sslMode && { PGSSLMODE: sslMode }),
  };
}

/** Runs `pg_dump` or `pg_restore`, found on the PATH or in PG_BIN; throws what it said when it fails. */
export function run(
  program: 'pg_dump' | 'pg_restore',
  options: string[],
  environment: NodeJS.ProcessEnv,
): string {
  const folder = process.env.PG_BIN;
  const { status, stdout, stderr, error } = spawnSync(folder ? `${folder}/${program}` : program, options, {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new Error(`${program} is not installed (Debian: postgresql-client), or set PG_BIN to its folder.`);
  }
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr.trim()}`);
  return stdout;
}

export function databaseUrlOf(environment: NodeJS.ProcessEnv): string {
  const { DATABASE_URL } = environment;
  if (DATABASE_URL) return DATABASE_URL;
  throw new Error(
    'DATABASE_URL is missing. The embedded server has no pg_dump: stop the application and copy its DATA_DIR instead.',
  );
}
