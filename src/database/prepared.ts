import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/**
 * The pool as Kysely sees it, with statements prepared once per connection: planning an answer costs as much as running it.
 * A statement that selects every column is left alone: its plan would break when a migration adds one under a running
 * application. Behind PgBouncer in transaction mode, version 1.21 or later is needed.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? preparingClient(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/**
 * A connection whose server fell silent still waits for that answer: given back as if nothing were, it would make each
 * request after it wait in vain, and the undoing of a transaction as well. It is closed instead.
 */
function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  let silence: Error | undefined;
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('Cursors are not used here');
    if (silence) return Promise.reject(silence);
    const name = isPreparable(text, values) ? { name: nameOf(text) } : {};
    // The shape of the rows is Kysely's to know.
    const result: Promise<unknown> = client
      .query({ text, values: [...values], ...name })
      .catch((error: Error) => {
        if (isSilence(error)) silence = error;
        throw error;
      });
    return result as Promise<PostgresQueryResult<R>>;
  }
  return { query, release: () => client.release(silence) };
}

/** What the driver says when `query_timeout` is over: the server did not even say that the time was up. */
export function isSilence({ message }: Error): boolean {
  return message === 'Query read timeout';
}

function isPreparable(text: string, values: readonly unknown[]): boolean {
  return values.length > 0 && !/select \*|"\*|\.\*/.test(text);
}

const names = new Map<string, string>();

/** Statements are few: those of the code, and some with lists of different lengths. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
