import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../src/database/index.ts';

// Rows made from the schema alone, so that a table nobody thought of in a test is in it all the same.

export type Column = {
  name: string;
  type: string;
  required: boolean;
  /** Written by the database itself. */
  given: boolean;
  /** The first value a check allows, when it lists them. */
  allowed: string | null;
  /** The length a check asks of bytes. */
  bytes: number | null;
};
export type ForeignKey = {
  table: string;
  columns: string[];
  to: string;
  toColumns: string[];
  onDelete: 'cascade' | 'set null' | 'no action';
};
export type Schema = { tables: ReadonlyMap<string, Column[]>; keys: readonly ForeignKey[] };

export async function readSchema(db: Db): Promise<Schema> {
  const { rows: columns } = await sql<Column & { table: string; checks: string[] }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
      (a.attidentity <> '' or a.attgenerated <> '') as given,
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`.execute(db);
  const { rows: keys } = await sql<ForeignKey>`
    select conrelid::regclass::text as table, confrelid::regclass::text as to,
      array(select attname::text from unnest(conkey) with ordinality as n (number, place)
        join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns,
      array(select attname::text from unnest(confkey) with ordinality as n (number, place)
        join pg_attribute on attrelid = confrelid and attnum = number order by place) as "toColumns",
      case confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'no action' end as "onDelete"
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`.execute(
    db,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, checks, ...column } of columns) {
    const said = checks.join(' ');
    tables.set(table, [
      ...(tables.get(table) ?? []),
      {
        ...column,
        allowed: /= ANY \(ARRAY\['([^']+)'/.exec(said)?.[1] ?? null,
        bytes: Number(/length\(\w+\) = (\d+)/.exec(said)?.[1] ?? 0) || null,
      },
    ]);
  }
  return { tables, keys };
}

/** Checks say what a value may be, and counts follow from the values: neither matters to whose a row is. */
export async function withoutChecks(db: Db, { tables }: Schema): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`.execute(db);
  for (const { table, name } of rows) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  }
  for (const table of tables.keys()) {
    await sql`drop trigger if exists counts on ${sql.table(table)}`.execute(db);
    await sql`drop trigger if exists erased_counts on ${sql.table(table)}`.execute(db);
  }
}

type Row = Record<string, unknown>;
export type Planted = {
  table: string;
  row: Row;
  /** The texts of the row, by column. */
  marks: Map<string, string>;
  /** These, and those of the rows it refers to. */
  around: string[];
};

let count = 0;

/**
 * A row with something in each column, a text of its own wherever a text may be, and the rows it refers to; those
 * that must be somebody's are another person's.
 */
export async function plant(
  db: Db,
  schema: Schema,
  { table, given, other }: { table: string; given: Row; other: string },
): Promise<Planted> {
  const row: Row = { ...given };
  const around: string[] = [];
  for (const key of schema.keys) {
    if (key.table !== table || key.columns.every((column) => column in row)) continue;
    const columns = schema.tables.get(table)!.filter(({ name }) => key.columns.includes(name));
    if (columns.some((column) => column.given)) continue;
    if (columns.some(({ required }) => !required)) {
      for (const { name, required } of columns) if (!required && !(name in row)) row[name] = null;
    } else if (key.to === 'person') {
      row[key.columns[0]!] = other;
    } else {
      const known = key.columns.flatMap((column, place) =>
        column in row ? [[key.toColumns[place]!, row[column]] as const] : [],
      );
      const parent = await plant(db, schema, { table: key.to, given: Object.fromEntries(known), other });
      around.push(...parent.around);
      for (const [place, column] of key.columns.entries()) row[column] = parent.row[key.toColumns[place]!];
    }
  }
  const marks = new Map<string, string>();
  for (const column of schema.tables.get(table)!) {
    if (column.given || column.name in row) continue;
    const value = somethingFor(table, column);
    row[column.name] = value;
    const text = JSON.stringify(value);
    const mark = /zorgl\d+-[a-z_-]+/.exec(text)?.[0];
    if (mark) marks.set(column.name, mark);
  }
  const written = Object.entries(row).filter(([name]) => !isGiven(schema, table, name));
  const { rows } = await sql<Row>`
    insert into ${sql.table(table)} (${sql.join(written.map(([name]) => sql.ref(name)))})
    values (${sql.join(written.map(([, value]) => value))}) returning *`.execute(db);
  return { table, row: rows[0]!, marks, around: [...marks.values(), ...around] };
}

function isGiven(schema: Schema, table: string, name: string): boolean {
  return schema.tables.get(table)!.some((column) => column.name === name && column.given);
}

function somethingFor(table: string, { name, type, allowed, bytes }: Column): unknown {
  count += 1;
  const mark = `zorgl${count}-${table}-${name}`;
  switch (type) {
    case 'text':
      return allowed ?? mark;
    case 'text[]':
      return [mark];
    case 'jsonb':
      return JSON.stringify({ kind: 'unknown', stem: mark });
    case 'uuid':
      return randomUUID();
    case 'date':
      return '2026-11-02';
    case 'timestamp with time zone':
      return new Date('2026-11-02T09:00:00Z');
    case 'boolean':
      return false;
    case 'bytea':
      return Buffer.alloc(bytes ?? 32, randomUUID().replaceAll('-', ''), 'hex');
    case 'smallint[]':
    case 'integer[]':
      return [1];
    case 'numeric':
      return 1;
    default:
      return count % 30_000;
  }
}
