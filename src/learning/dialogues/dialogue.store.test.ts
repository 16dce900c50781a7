import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDialogue } from '../../../test/dialogues.ts';
import { someone as newcomer } from '../../../test/someone.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { seedDemonstration } from '../../identity/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findCharacter } from '../character.store.ts';
import { seedDialogues } from './demonstration.store.ts';
import { addReply, beginPlay, findPlays } from './dialogue.store.ts';

const NOW = new Date('2026-11-29T08:00:00Z');
const LATER = new Date('2026-11-29T08:10:00Z');
const db = await testDatabase();
const someone = () => newcomer(db, 'cpe', NOW);

async function actionsOf({ auditActor }: Viewer): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', auditActor)
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action);
}

test('a conversation is kept reply by reply, with its ending, and each act is in the log', async () => {
  const viewer = await someone();
  const id = await beginPlay(db, viewer, smallDialogue, [], NOW);
  const [begun] = await findPlays(db, viewer);
  assert.deepEqual(begun, {
    id,
    dialogue: 'petit',
    version: 1,
    path: [],
    ending: null,
    begunAt: NOW,
    endedAt: null,
  });
  assert.equal(await addReply(db, viewer, begun, { choice: 1, ending: null }, NOW), true);
  const [going] = await findPlays(db, viewer);
  assert.deepEqual(going!.path, [1]);
  assert.equal(await addReply(db, viewer, going!, { choice: 0, ending: 'ouvert' }, LATER), true);
  const [ended] = await findPlays(db, viewer);
  assert.deepEqual([ended!.path, ended!.ending, ended!.endedAt], [[1, 0], 'ouvert', LATER]);
  assert.deepEqual(await actionsOf(viewer), ['dialogue-begun', 'dialogue-replied', 'dialogue-ended']);
});

test('a reply sent five times at once is said once', async () => {
  const viewer = await someone();
  await beginPlay(db, viewer, smallDialogue, [], NOW);
  const [begun] = await findPlays(db, viewer);
  const said = await Promise.all(
    Array.from({ length: 5 }, () => addReply(db, viewer, begun!, { choice: 1, ending: null }, NOW)),
  );
  assert.deepEqual(said.toSorted(), [false, false, false, false, true]);
  assert.deepEqual(
    (await findPlays(db, viewer)).map(({ path }) => path),
    [[1]],
  );
  assert.deepEqual(await actionsOf(viewer), ['dialogue-begun', 'dialogue-replied']);
});

test('a conversation that ended takes no more reply, and one of somebody else none at all', async () => {
  const [viewer, stranger] = [await someone(), await someone()];
  await beginPlay(db, viewer, smallDialogue, [], NOW);
  const [begun] = await findPlays(db, viewer);
  assert.equal(await addReply(db, stranger, begun!, { choice: 0, ending: null }, NOW), false);
  await addReply(db, viewer, begun!, { choice: 0, ending: 'ferme' }, NOW);
  const [ended] = await findPlays(db, viewer);
  assert.equal(await addReply(db, viewer, ended!, { choice: 0, ending: null }, NOW), false);
  assert.deepEqual(await findPlays(db, stranger), []);
});

test('taken up from a choice, the conversation going on is cut there; one that ended is kept', async () => {
  const viewer = await someone();
  const id = await beginPlay(db, viewer, smallDialogue, [0, 1, 0], NOW);
  assert.equal(await beginPlay(db, viewer, smallDialogue, [0], LATER), id, 'the same conversation');
  const [going] = await findPlays(db, viewer);
  await addReply(db, viewer, going!, { choice: 1, ending: 'ferme' }, LATER);
  const again = await beginPlay(db, viewer, smallDialogue, [0], LATER);
  assert.notEqual(again, id);
  const plays = await findPlays(db, viewer);
  assert.deepEqual(
    plays.map(({ path, ending }) => ({ path, ending })).toSorted((a, b) => a.path.length - b.path.length),
    [
      { path: [0], ending: null },
      { path: [0, 1], ending: 'ferme' },
    ],
  );
});

test('begun in two windows at once, a dialogue has one conversation going on', async () => {
  const viewer = await someone();
  const begun = await Promise.all([1, 2, 3].map(() => beginPlay(db, viewer, smallDialogue, [], NOW)));
  assert.equal(new Set(begun).size, 1);
});

test('the database itself refuses a path that no dialogue has', async () => {
  const viewer = await someone();
  for (const path of [[-1], [4], Array.from({ length: 13 }, () => 0)]) {
    await assert.rejects(beginPlay(db, viewer, smallDialogue, path, NOW), isCheck, String(path));
  }
});

function isCheck(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23514';
}

test('in the demonstration, Inès Delattre ended a conversation and Karim Vasseur left one; told once', async () => {
  const content = loadContent();
  await seedDemonstration(db, content, NOW);
  for (let time = 0; time < 2; time += 1) await seedDialogues(db, content, NOW);
  const [ended, left] = await Promise.all(
    ['3', '2'].map(async (number) => {
      const viewer = await findCharacter(db, `d0000000-0000-4000-8000-00000000000${number}`);
      return findPlays(db, viewer!);
    }),
  );
  assert.equal(ended?.length, 1);
  assert.ok(ended[0]!.path.length >= 6 && ended[0]!.ending !== null);
  assert.deepEqual(
    left?.map(({ path, ending }) => [path.length, ending]),
    [[4, null]],
  );
});
