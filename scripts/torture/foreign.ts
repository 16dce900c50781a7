import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { routes } from '../../src/routes.ts';
import { type Client, characterNamed } from '../../test/journeys/visit/client.ts';
import type { Row, Tally } from './row.ts';

const FORM = 'application/x-www-form-urlencoded';
const BODY = 'position=1&action=je-ne-sais-pas&confirmation=effacer&nom=Pirate';

/** What a form elsewhere, or a program in a page elsewhere, would make a browser send. */
function foreignHeaders(address: string): [string, number, Record<string, string>][] {
  const from = (headers: Record<string, string>) => ({ ...headers, 'content-type': FORM });
  const ours = (type: string) => ({ origin: address, 'sec-fetch-site': 'same-origin', 'content-type': type });
  return [
    ['another origin', 403, from({ origin: 'https://ailleurs.example' })],
    ['no origin at all', 403, from({})],
    ['a hidden origin', 403, from({ origin: 'null' })],
    ['another site', 403, from({ 'sec-fetch-site': 'cross-site' })],
    ['a neighbour', 403, from({ 'sec-fetch-site': 'same-site' })],
    ['typed', 403, from({ 'sec-fetch-site': 'none' })],
    ['our origin, another site', 403, from({ origin: address, 'sec-fetch-site': 'cross-site' })],
    ['another origin, our site', 403, from({ origin: 'https://a.example', 'sec-fetch-site': 'same-origin' })],
    ['our origin in capitals of another port', 403, from({ origin: 'HTTP://LOCALHOST:1' })],
    ['our origin followed by something', 403, from({ origin: `${address}.ailleurs.example` })],
    ['text/plain', 415, ours('text/plain')],
    ['text/plain in a list', 415, ours(`text/plain, ${FORM}`)],
    ['JSON', 415, ours('application/json')],
    ['multipart', 415, ours('multipart/form-data; boundary=x')],
    ['no type', 415, ours('')],
  ];
}

export const foreignWrites: Row = {
  number: 6,
  title: 'cross-site headers, wrong types and wrong methods on every write',
  async run({ place, db }, tally) {
    const writes = routes.filter(({ method, fromAnywhere }) => method === 'POST' && !fromAnywhere);
    const reads = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const client = await characterNamed(place.address, 'Thomas Nguyen');
    const before = await countRows(db());
    for (const { path } of writes) {
      const address = addressOf(path);
      for (const [what, expected, headers] of foreignHeaders(place.address)) {
        const { status } = await client.send('POST', address, { headers, body: BODY });
        tally.refuses(status === expected, `POST ${path}, ${what}: ${status} instead of ${expected}`);
      }
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
        if ((method === 'GET' || method === 'HEAD') && reads.has(path)) continue;
        await refusesMethod(client, { method, path, address, tally });
      }
    }
    const changed = await changedSince(db(), before);
    tally.survives(changed.length === 0, `a refused write has changed ${changed}`);
    tally.survives((await client.get('/mon-espace')).status === 200, 'signed out by a refused write');
    tally.notes.push(`${writes.length} writes of the table of the site`);
  },
};

/** A page whose address has the shape of the write may answer, as « does not exist ». */
async function refusesMethod(
  client: Client,
  { method, path, address, tally }: { method: string; path: string; address: string; tally: Tally },
): Promise<void> {
  const { status } = await client.send(method, address, { headers: client.fromOurPages() });
  tally.refuses(status === 405 || status === 404, `${method} ${path}: ${status}`);
}

/** An address of this shape, of nothing that exists. */
export function addressOf(path: string): string {
  return path.replace(/:(\w+)/g, (_, name) =>
    /^(position|number|step|exercise|card)$/.test(name) ? '1' : '11111111-2222-4333-8444-555555555555',
  );
}

/** What jobs write at any minute, with lines of the log that nobody is the author of. */
const WRITTEN_BY_JOBS = ['demonstration_mail', 'follow_up_mail', 'notice'];

/** How many rows each table has, but for what jobs write by themselves. */
export async function countRows(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all (${WRITTEN_BY_JOBS})
    order by 1`.execute(db);
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const authored = name === 'audit_event' ? sql`where actor is not null` : sql``;
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(name)} ${authored}`.execute(db);
    counts.set(name, rows[0]!.count);
  }
  return counts;
}

/** The tables that have more rows, or fewer, than they had. */
export async function changedSince(db: Db, before: ReadonlyMap<string, number>): Promise<string[]> {
  const after = await countRows(db);
  return [...after].filter(([name, count]) => count !== before.get(name)).map(([name]) => name);
}
