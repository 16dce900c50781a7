import type { Context } from 'hono';
import type { RawBuilder } from 'kysely';

/**
 * A query about the person signed in, of one row at most. Most pages make their own queries once they know who is
 * asking; the pages of an answer have it made in the same journey as the one that finds the session, at half the cost.
 * The row comes through JSON: a date in it is a text.
 */
export type Reading<Values extends object> = (
  person: RawBuilder<string>,
  value: <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>,
) => RawBuilder<unknown>;

/** The reading of a route, with what it takes from the request; null when there is nothing to look for. */
export type Along = { reading: Reading<never>; values: (http: Context) => object | null };
