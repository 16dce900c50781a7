import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { loadContent, NEEDS, type Need } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { filterIdeas, readFilter } from './filter.ts';
import { ideaOf } from './idea.ts';
import { MARKS, markWords, type Piece } from './marks.ts';
import { indexActions, searchIdeas } from './search.store.ts';

const db = await testDatabase();
const { actions } = loadContent();
await indexActions(db, actions);
await indexActions(db, actions);

const idsOf = async (asked: string) => (await searchIdeas(db, asked))!.found.map(({ id }) => id);
const foundIn = (pieces: readonly Piece[]) => pieces.filter(({ found }) => found).map(({ text }) => text);
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

test('words are found with or without accents, capitals and endings, and marked as they are written', async () => {
  const search = (await searchIdeas(db, 'theatre'))!;
  assert.ok(search.found.length > 0);
  for (const found of search.found) {
    const marked = [...foundIn(found.title), ...foundIn(found.summary), ...foundIn(found.details)];
    assert.ok(marked.length > 0, found.id);
    for (const word of marked) assert.match(word, /^th[ée][âa]tr/i);
  }
  assert.deepEqual(await idsOf('théâtre'), await idsOf('THEATRE'));
  assert.deepEqual(await idsOf('élève décrocheur'), await idsOf('eleves decrocheurs'));
});

test('every action is found by its own title, first or nearly', async () => {
  for (const { id, title } of actions) {
    const place = (await idsOf(title.replace(/["-]/g, ' '))).indexOf(id);
    assert.ok(place >= 0 && place < 3, `${id} ${title}: ${place}`);
  }
});

test('sub-actions are found too, and their line is marked', async () => {
  const parted = actions.filter(({ parts }) => parts.length > 0);
  assert.equal(parted.flatMap(({ parts }) => parts).length, 11);
  for (const { id, parts } of parted) {
    for (const part of parts) {
      const [word] = part.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length);
      const found = (await searchIdeas(db, word!))!.found.find((one) => one.id === id);
      assert.ok(found && foundIn(found.details).length > 0, `${id} ${word}`);
    }
  }
});

test('when no idea holds all the words, those that hold one are said so; words too common are not looked for', async () => {
  const search = (await searchIdeas(db, 'théâtre zigouigoui'))!;
  assert.equal(search.someWordsOnly, true);
  assert.ok(search.found.length > 0);
  assert.deepEqual(await searchIdeas(db, 'zigouigoui'), { found: [], someWordsOnly: false });
  assert.equal(await searchIdeas(db, 'de la le'), null);
});

test('no text asked for breaks the search, and marking changes no letter of a text', async () => {
  const texts = new Map(actions.map((action) => [action.id, action]));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (asked) => {
      const search = await searchIdeas(db, asked.replaceAll('\0', ''));
      for (const { id, title, summary } of search?.found ?? []) {
        assert.equal(whole(title), texts.get(id)!.title);
        assert.equal(whole(summary), texts.get(id)!.summary);
      }
    }),
    { numRuns: 60 },
  );
});

test('a text without its accents has the same words in the same order', async () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  for (const { summary, title } of actions) {
    const { rows } = await sql<{
      plain: string;
    }>`select plain_french(${`${title}\n${summary}`}) as plain`.execute(db);
    const [plain, written] = [words(rows[0]!.plain), words(`${title}\n${summary}`)];
    assert.equal(plain.length, written.length, title);
    plain.forEach((word, index) => {
      const bare = written[index]!.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      assert.equal(word, bare.replaceAll('œ', 'oe').replaceAll('æ', 'ae'));
    });
  }
});

test('what stands between two marks is marked, however it is written', () => {
  const { before, after } = MARKS;
  assert.deepEqual(
    markWords('L’Œuvre à demi-journée.', `l ${before}oeuvre${after} a ${before}demi-journee${after}.`),
    [
      { text: 'L’', found: false },
      { text: 'Œuvre', found: true },
      { text: ' à ', found: false },
      { text: 'demi', found: true },
      { text: '-', found: false },
      { text: 'journée', found: true },
      { text: '.', found: false },
    ],
  );
});

test('every need leads to ideas at the collège and at the lycée; what is in no list filters nothing', () => {
  const ideas = actions.map(ideaOf);
  for (const need of Object.keys(NEEDS) as Need[]) {
    for (const level of ['college', 'lycee-professionnel'] as const) {
      const found = filterIdeas(ideas, { need, level, theme: null, field: null });
      assert.ok(found.length >= 1, `${need} ${level}: ${found.length}`);
    }
  }
  const unknown = readFilter({ besoin: ['autre'], niveau: ['x'], champ: [''], theme: ['__proto__'] });
  assert.deepEqual(filterIdeas(ideas, unknown), ideas);
});
