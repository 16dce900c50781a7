import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { rolledBack, testDatabase } from '../src/database/testing.ts';
import { personalData } from '../src/personal-data.ts';
import { downloadPersonalData, erasePerson } from '../src/privacy/index.ts';
import { frameworkAlone } from './framework.ts';
import { type Planted, plant, readSchema, type Schema, withoutChecks } from './planting.ts';
import { someone } from './someone.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();
const schema = await readSchema(db);
const held = personalData.flatMap(({ holds }) => holds);
const keysToPerson = schema.keys.filter(({ to }) => to === 'person');
const addresses = addressesIn(schema);

/** Where a person is known by an address rather than by a reference. */
function addressesIn({ tables }: Schema): string[] {
  return [...tables].flatMap(([table, columns]) =>
    columns
      .filter(({ name }) => /mail|recipient/.test(name) && !/_at$/.test(name))
      .map(({ name }) => `${table}.${name}`),
  );
}

/** Every column that says who somebody is. */
function identifying(read: Schema): string[] {
  const references = read.keys.filter(({ to }) => to === 'person');
  return [
    'person.id',
    ...references.map(({ table, columns }) => `${table}.${columns[0]}`),
    ...addressesIn(read),
  ];
}

test('each column of the schema that says who somebody is belongs to one room, which tells and erases it', () => {
  const known = identifying(schema);
  assert.ok(known.length > 60, 'the schema is read');
  assert.deepEqual([...held].sort(), known.sort());
});

test('a table nobody thought of is found, by its reference or by its address', async () => {
  await rolledBack(db, async (trx) => {
    await sql`create table forgotten (id uuid primary key, by_whom uuid references person (id), email text)`.execute(
      trx,
    );
    const unheld = identifying(await readSchema(trx)).filter((column) => !held.includes(column));
    assert.deepEqual(unheld, ['forgotten.by_whom', 'forgotten.email']);
  });
});

test('nothing keeps a person from leaving: each reference goes with them, or lets them go', () => {
  const holding = keysToPerson.filter(({ onDelete }) => onDelete === 'no action');
  assert.deepEqual(holding, []);
});

/** What is not told, and why. What is told is told as it was written. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  'session.id_token': 'a secret of the provider, kept to close the session over there',
  'workshop.content_id': 'told by its title',
  'workshop.code': 'a code that opens a workshop under way to everybody',
  'workshop_commitment.text': 'what a team said it would do, without a name: on the record of the workshop',
  'workshop_participant.profession': 'of those who voted, without an account',
  'workshop_vote.choices': 'of those who voted, without an account',
  'workshop_round.body': 'the situation read: content',
  'workshop_round.followed': 'the situation read: content',
  'workshop_round.after': 'the situation read: content',
  'workshop_round.shown': 'counts of votes, on the record of the workshop',
  'workshop_round.tally': 'counts of votes, on the record of the workshop',
  'peer_confirmation.email': 'told to whoever asked; to the peer it is their own',
};

/** What a row must be to be told whole: a series that is over, from its first question. */
const OVER: Readonly<Record<string, Record<string, unknown>>> = {
  evaluation: { status: 'finished' },
  served_question: {
    position: 1,
    parameters: JSON.stringify({ model: 'choice', discrimination: 1, difficulty: 0, guessing: 0.25 }),
  },
};

/** Addresses that stand beside whose they are. */
const OWN: Readonly<Record<string, (personId: string) => object>> = {
  'membership.work_email': (personId) => ({ person_id: personId, role: 'referent' }),
};

let count = 0;
async function fresh(number: string) {
  count += 1;
  const viewer = await someone(db, 'cpe', NOW);
  const email = `zorgl${count}@known.example.fr`;
  await db
    .updateTable('person')
    .set({ email, display_name: `Zorgl ${number}` })
    .where('id', '=', viewer.personId)
    .execute();
  return { ...viewer, email };
}

type Somebody = Awaited<ReturnType<typeof fresh>>;

/** What is said of somebody, but who they are and the log. */
async function told(viewer: Somebody): Promise<string> {
  const taken = { parts: personalData, content: frameworkAlone(), now: NOW };
  const { personne, journal, ...rest } = (await downloadPersonalData(db, viewer, taken)) as Record<
    string,
    unknown
  >;
  assert.ok(personne && journal);
  return JSON.stringify(rest);
}

/** The tables whose rows go with a row of this one. */
function hanging(table: string): { table: string; column: string; toColumn: string }[] {
  return schema.keys
    .filter((key) => key.to === table && key.onDelete === 'cascade' && key.table !== table)
    .map((key) => ({ table: key.table, column: key.columns[0]!, toColumn: key.toColumns[0]! }));
}

/** One row by which the person is known, and all that hangs on it when it goes with them. */
async function known(viewer: Somebody, reference: string): Promise<Planted[]> {
  const [table, column] = reference.split('.') as [string, string];
  const value = addresses.includes(reference) ? viewer.email : viewer.personId;
  const other = await fresh(`other ${reference}`);
  const given = {
    ...OVER[table],
    [column]: value,
    ...OWN[reference]?.(viewer.personId),
  };
  const row = await plant(db, schema, { table, given, other: other.personId });
  const key = keysToPerson.find((one) => one.table === table && one.columns[0] === column);
  return key?.onDelete === 'set null'
    ? [row]
    : [row, ...(await children(row, other.personId, new Set([table])))];
}

async function children(parent: Planted, other: string, seen: Set<string>): Promise<Planted[]> {
  const rows: Planted[] = [];
  for (const { table } of hanging(parent.table)) {
    if (seen.has(table)) continue;
    const keys = schema.keys.filter((key) => key.table === table && key.to === parent.table);
    const others = keysToPerson.filter((key) => key.table === table);
    // What has a person of its own is planted for its own sake.
    if (others.length > 0) continue;
    const given = Object.fromEntries(
      keys.flatMap((key) => key.columns.map((column, place) => [column, parent.row[key.toColumns[place]!]])),
    );
    const row = await plant(db, schema, { table, given: { ...OVER[table], ...given }, other });
    rows.push(row, ...(await children(row, other, new Set([...seen, table]))));
  }
  return rows;
}

/** What stays on purpose, and is said to stay: the code answers that the attestation was withdrawn. */
const STAYS = ['attestation.code'];

/** A number that says nothing before a team view counts it: privacy.pages.test.ts tells of one that did. */
const SAYS_NOTHING_YET = ['group_mark.person_id'];

test('whatever table somebody is known in, they read it, and once they leave nothing of them is left', async () => {
  await withoutChecks(db, schema);
  const nobody = await told(await fresh('nobody'));
  const viewer = await fresh('known everywhere');
  const planted = new Map<string, Planted[]>();
  for (const reference of held) {
    if (!reference.startsWith('person.')) planted.set(reference, await known(viewer, reference));
  }
  const document = await told(viewer);

  const silent: string[] = [];
  const untold = new Set<string>();
  const gone = [viewer.personId, viewer.email];
  for (const [reference, rows] of planted) {
    if (!rows[0]!.around.some((mark) => document.includes(mark))) {
      // Nothing but dates and numbers: somebody of whom nothing else is known must read more than nobody.
      const alone = await fresh(reference);
      await known(alone, reference);
      if ((await told(alone)) === nobody) silent.push(reference);
    }
    if (!leaves(reference)) continue;
    for (const { table, marks } of rows) {
      for (const [column, mark] of marks) {
        if (!STAYS.includes(`${table}.${column}`)) gone.push(mark);
        if (!document.includes(mark)) untold.add(`${table}.${column}`);
      }
    }
  }
  assert.deepEqual(silent, SAYS_NOTHING_YET);
  assert.deepEqual([...untold].sort(), Object.keys(NOT_TOLD).sort());

  await erasePerson(db, viewer, personalData, NOW);
  assert.ok(gone.length > 60);
  assert.deepEqual(await left(gone), []);
});

/** Whether the row goes with the person, and is theirs alone. */
function leaves(reference: string): boolean {
  const key = keysToPerson.find(({ table, columns }) => `${table}.${columns[0]}` === reference);
  return key?.onDelete === 'cascade';
}

/** The rows of the whole database where something searched for is, whatever the case, in bytes and JSON too. */
async function left(searched: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of schema.tables.keys()) {
    const { rows } = await sql<{
      line: string;
    }>`select lower(t::text) as line from ${sql.table(table)} t`.execute(db);
    const text = rows.map(({ line }) => line).join('\n');
    for (const one of searched) {
      const ways = [one.toLowerCase(), one.replaceAll('-', ''), Buffer.from(one).toString('hex')];
      if (ways.some((way) => text.includes(way))) found.push(`${one} in ${table}`);
    }
  }
  return found;
}
