import { sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import type { Action, ActionField, ActionLevel, ActionTheme } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { detailsOf, type Idea, ideaOf } from './idea.ts';
import { MARKS, markWords, type Piece } from './marks.ts';

/** Writes the actions of the content where they can be searched; run at every start. */
export async function indexActions(db: Db, actions: readonly Action[]): Promise<void> {
  const rows = actions.map((action) => ({
    id: action.id,
    title: action.title,
    summary: action.summary,
    details: detailsOf(action),
  }));
  await db.transaction().execute(async (trx) => {
    await sql`lock table action_document in exclusive mode`.execute(trx);
    await trx.deleteFrom('action_document').execute();
    if (rows.length > 0) await trx.insertInto('action_document').values(rows).execute();
  });
}

/** All ideas: those of today first, then those of 2016. */
export async function findIdeas(db: Db, actions: readonly Action[]): Promise<Idea[]> {
  return [...(await findPublished(db)), ...actions.map(ideaOf)];
}

async function findPublished(db: Db): Promise<Idea[]> {
  const rows = await published(db).orderBy('p.reviewed_at', 'desc').execute();
  return rows.map(publishedIdea);
}

/** One idea: of the content, or published. */
export async function findIdea(db: Db, actions: readonly Action[], id: string): Promise<Idea | undefined> {
  const action = actions.find((one) => one.id === id);
  if (action) return ideaOf(action);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const row = await published(db).where('p.id', '=', id).executeTakeFirst();
  return row && publishedIdea(row);
}

function published(db: Db) {
  return db
    .selectFrom('action_proposal as p')
    .innerJoin('academie as a', 'a.code', 'p.academie')
    .select([
      'p.id',
      'p.title',
      'p.summary',
      'p.details',
      'p.partners',
      'p.observed',
      'p.levels',
      'p.field',
      'p.themes',
      'p.reviewed_at',
      'a.name as academie',
    ])
    .where('p.status', '=', 'published');
}

function publishedIdea(row: Awaited<ReturnType<ReturnType<typeof published>['execute']>>[number]): Idea {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    parts: lines(row.details),
    partners: lines(row.partners),
    levels: row.levels as ActionLevel[],
    field: row.field as ActionField,
    themes: row.themes as ActionTheme[],
    from: {
      kind: 'school',
      academie: row.academie,
      reviewedOn: dayOf(row.reviewed_at!),
      observed: row.observed,
    },
  };
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

export type Found = { id: string; title: Piece[]; summary: Piece[]; details: Piece[] };
export type Search = {
  /** The best first. */
  found: Found[];
  /** No idea holds all the words: these hold one at least. */
  someWordsOnly: boolean;
};

type Row = { id: string; title: string; summary: string; details: string; marked: string[] };

/** Ideas that hold what is looked for, accents or not; null when nothing is: « de la » is no word to look for. */
export async function searchIdeas(db: Db, asked: string): Promise<Search | null> {
  const { rows: wishes } = await sql<{ all: string; any: string }>`
    select q::text as all, replace(q::text, ' & ', ' | ') as any
    from websearch_to_tsquery('french', plain_french(${asked.normalize('NFC')})) as q`.execute(db);
  const wish = wishes[0]!;
  if (wish.all === '') return null;
  const found = await find(db, wish.all);
  if (found.length > 0 || wish.any === wish.all) return { found, someWordsOnly: false };
  const some = await find(db, wish.any);
  return { found: some, someWordsOnly: some.length > 0 };
}

async function find(db: Db, wish: string): Promise<Found[]> {
  const options = `HighlightAll=true, StartSel="${MARKS.before}", StopSel="${MARKS.after}"`;
  const { rows } = await sql<Row>`
    select d.id, d.title, d.summary, d.details, array(
        select ts_headline('french', plain_french(said), ${wish}::tsquery, ${options})
        from unnest(array[d.title, d.summary, d.details]) with ordinality as part (said, place) order by place
      ) as marked
    from (
      select id, title, summary, details, words from action_document
      union all
      select id::text, title, summary, concat_ws(chr(10), nullif(details, ''), nullif(partners, '')), words
      from action_proposal where status = 'published'
    ) as d
    where d.words @@ ${wish}::tsquery
    order by ts_rank(d.words, ${wish}::tsquery) desc, d.id`.execute(db);
  return rows.map(({ id, title, summary, details, marked }) => ({
    id,
    title: markWords(title, marked[0]!),
    summary: markWords(summary, marked[1]!),
    details: markWords(details, marked[2]!),
  }));
}
