import { sql } from 'kysely';
import { dayOf } from '../../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../../database/index.ts';
import { audit } from '../../../privacy/index.ts';
import { searchText } from '../search.ts';
import type { DirectorySchool } from './directory.ts';
import { type DirectoryLine, FileRefusal } from './directory-file.ts';

export type RowProblem = { line: number; messages: readonly string[] };
export type ImportSummary = {
  read: number;
  added: number;
  changed: number;
  closed: number;
  /** Lines of a school already read: the directory writes some schools on several. */
  repeated: number;
  bad: number;
  /** The first of the bad lines. */
  problems: RowProblem[];
  /** Schools corrected by hand, whose name and place were left alone. */
  corrected: number;
};

export type ImportOptions = {
  now: Date;
  /** The file holds a part of the country: schools it does not name stay as they are. */
  partial?: boolean;
  /** More schools than usual are closed, and that is meant. */
  manyClosures?: boolean;
};

const BATCH = 2_000;
const MOST_PROBLEMS = 50;
/** A file of which more is wrong than one line in twenty is not the directory. */
const MOST_BAD_SHARE = 0.05;
/** A file that would close more of the schools known than one in twenty has probably been cut. */
const MOST_CLOSED_SHARE = 0.05;
const FEW = 20;

/**
 * Takes a directory in, all of it or nothing: schools it names are written, those it no longer names are marked closed and
 * keep all that is theirs. `open` begins the file again when the transaction has to. A refusal is a sentence.
 */
export async function importDirectory(
  db: Db,
  open: () => AsyncIterable<DirectoryLine>,
  options: ImportOptions,
): Promise<ImportSummary | { refused: string }> {
  try {
    return await inTransaction(db, (trx) => take(trx, open(), options));
  } catch (error) {
    if (error instanceof FileRefusal) return { refused: error.message };
    throw error;
  }
}

async function take(
  trx: Trx,
  lines: AsyncIterable<DirectoryLine>,
  { now, partial = false, manyClosures = false }: ImportOptions,
): Promise<ImportSummary> {
  await sql`select pg_advisory_xact_lock(hashtext('schools-import'))`.execute(trx);
  await sql`create temporary table directory_school (
    uai text primary key, name text, kind text, city text, academie text, sector text, postcode text,
    closed boolean, search_text text) on commit drop`.execute(trx);
  const summary = await fill(trx, lines);
  if (summary.read - summary.bad === 0)
    throw new FileRefusal('Aucune ligne du fichier ne peut être lue : rien n’est changé.');
  if (summary.bad > FEW && summary.bad > MOST_BAD_SHARE * summary.read)
    throw new FileRefusal(
      `${summary.bad} lignes sur ${summary.read} ne peuvent pas être lues : rien n’est changé. ${firstOf(summary)}`,
    );
  const { added, changed } = await merge(trx, dayOf(now));
  const closed = partial ? 0 : await closeAbsent(trx, dayOf(now), manyClosures);
  const { corrected } = await trx
    .selectFrom('school')
    .select(({ fn }) => fn.countAll<number>().as('corrected'))
    .where('corrected_at', 'is not', null)
    .executeTakeFirstOrThrow();
  await audit(trx, {
    at: now,
    actor: null,
    action: 'schools-imported',
    subject: `${added} added, ${changed} changed, ${closed} closed, ${summary.bad} lines unread`,
  });
  return { ...summary, added, changed, closed, corrected };
}

function firstOf({ problems: [first] }: Pick<ImportSummary, 'problems'>): string {
  return first ? `La première, ligne ${first.line} : ${first.messages.join(' ; ')}.` : '';
}

type Filled = Pick<ImportSummary, 'read' | 'repeated' | 'bad' | 'problems'>;

async function fill(trx: Trx, lines: AsyncIterable<DirectoryLine>): Promise<Filled> {
  const filled: Filled = { read: 0, repeated: 0, bad: 0, problems: [] };
  const batch: DirectorySchool[] = [];
  const unread: string[] = [];
  const empty = async () => {
    filled.repeated += batch.length - (await write(trx, batch));
    await markRead(trx, unread);
    batch.length = 0;
    unread.length = 0;
  };
  for await (const { line, reading } of lines) {
    filled.read += 1;
    if ('school' in reading) {
      batch.push(reading.school);
    } else {
      filled.bad += 1;
      if (reading.uai !== null) unread.push(reading.uai);
      if (filled.problems.length < MOST_PROBLEMS) filled.problems.push({ line, messages: reading.problems });
    }
    if (batch.length + unread.length >= BATCH) await empty();
  }
  await empty();
  return filled;
}

async function write(trx: Trx, schools: readonly DirectorySchool[]): Promise<number> {
  if (schools.length === 0) return 0;
  const column = <Key extends keyof DirectorySchool>(key: Key) => schools.map((school) => school[key]);
  const { numAffectedRows = 0n } = await sql`
    insert into directory_school (uai, name, kind, city, academie, sector, postcode, closed, search_text)
    select * from unnest(${column('uai')}::text[], ${column('name')}::text[], ${column('kind')}::text[],
      ${column('city')}::text[], ${column('academie')}::text[], ${column('sector')}::text[],
      ${column('postcode')}::text[], ${column('closed')}::boolean[],
      ${schools.map(({ name, city }) => searchText(`${name} ${city}`))}::text[])
    on conflict do nothing`.execute(trx);
  return Number(numAffectedRows);
}

/** A line that says which school it is about and nothing that can be used: the school stays as it is. */
async function markRead(trx: Trx, uais: readonly string[]): Promise<void> {
  if (uais.length === 0) return;
  await sql`insert into directory_school (uai) select * from unnest(${uais}::text[]) on conflict do nothing`.execute(
    trx,
  );
}

async function merge(trx: Trx, today: string): Promise<{ added: number; changed: number }> {
  const { rows } = await sql<{ added: number; changed: number }>`
    with written as (
      insert into school as s (uai, name, kind, city, academie, sector, postcode, search_text, in_directory, closed_on)
      select uai, name, kind, city, academie, sector, postcode, search_text, true,
        case when closed then ${today}::date end
      from directory_school where name is not null
      on conflict (uai) do update set
        name = case when s.corrected_at is null then excluded.name else s.name end,
        kind = case when s.corrected_at is null then excluded.kind else s.kind end,
        city = case when s.corrected_at is null then excluded.city else s.city end,
        academie = case when s.corrected_at is null then excluded.academie else s.academie end,
        search_text = case when s.corrected_at is null then excluded.search_text else s.search_text end,
        sector = excluded.sector, postcode = excluded.postcode, in_directory = true,
        closed_on = case when excluded.closed_on is not null then coalesce(s.closed_on, excluded.closed_on) end
      where (s.sector, s.postcode, s.in_directory, s.closed_on is null)
          is distinct from (excluded.sector, excluded.postcode, true, excluded.closed_on is null)
        or s.corrected_at is null and (s.name, s.kind, s.city, s.academie)
          is distinct from (excluded.name, excluded.kind, excluded.city, excluded.academie)
      returning xmax = 0 as added)
    select count(*) filter (where added) as added, count(*) filter (where not added) as changed from written`.execute(
    trx,
  );
  return rows[0]!;
}

async function closeAbsent(trx: Trx, today: string, manyClosures: boolean): Promise<number> {
  const { rows } = await sql<{ known: number; absent: number }>`
    select count(*) as known, count(*) filter (where not exists (
      select from directory_school d where d.uai = s.uai)) as absent
    from school s where s.in_directory and s.closed_on is null`.execute(trx);
  const { known, absent } = rows[0]!;
  if (!manyClosures && absent > FEW && absent > MOST_CLOSED_SHARE * known)
    throw new FileRefusal(
      `Ce fichier ferait fermer ${absent} établissements sur ${known} : il est sans doute incomplet, rien n’est changé. S’il ne couvre qu’une partie du pays, ajoutez --partial ; si ces fermetures sont voulues, --many-closures.`,
    );
  const { numAffectedRows = 0n } = await sql`
    update school s set closed_on = ${today}::date
    where s.in_directory and s.closed_on is null
      and not exists (select from directory_school d where d.uai = s.uai)`.execute(trx);
  return Number(numAffectedRows);
}
