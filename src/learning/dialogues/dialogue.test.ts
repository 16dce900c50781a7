import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDialogue } from '../../../test/dialogues.ts';
import { storyOf } from '../../content/index.ts';
import { play } from './dialogue.ts';
import { otherWay, pivotOf } from './other-way.ts';

const story = await storyOf(smallDialogue);
const told = (path: number[]) => play(smallDialogue, story, path);
const WARM = [0, 0, 0, 0, 0, 0];
const COLD = [1, 1, 1, 1, 1, 1, 1];

test('a conversation begins before any reply, with what may be answered', () => {
  const begun = told([])!;
  assert.deepEqual(
    begun.scenes.map(({ lines }) => lines),
    [
      [
        { kind: 'narration', text: 'Le couloir est vide.' },
        { kind: 'speech', speaker: 'Yanis', text: '« Bonjour. »' },
      ],
    ],
  );
  assert.deepEqual(begun.choices, ['« Chaleureux 1 »', '« Froid 1 »']);
  assert.deepEqual([begun.confidence, begun.ending], [2, null]);
});

test('each reply brings its feedback, what is said then, and what it opens or closes', () => {
  const { scenes } = told([1])!;
  const { reply, feedback, lines, confidence, change } = scenes[1]!;
  assert.equal(reply, '« Froid 1 »');
  assert.equal(feedback, 'Il entend un reproche, 1.');
  assert.deepEqual(lines, [{ kind: 'speech', speaker: 'M. Roche', text: '« Non 1. »' }]);
  assert.deepEqual([confidence, change], [1, -1]);
});

test('the replies lead to the ending, told the same whoever tells it and in whatever order', () => {
  assert.equal(told(WARM)!.ending?.id, 'ouvert');
  assert.equal(told(COLD)!.ending?.id, 'ferme');
  assert.deepEqual(told(WARM)!.choices, []);
  assert.deepEqual(told(WARM), told(WARM));
});

test('a path that does not fit the story is told to nobody', () => {
  for (const path of [[2], [0, 0, 0, 0, 0, 0, 0], [-1], [0.5]]) assert.equal(told(path), null, String(path));
});

test('what is shown stays between closed and wide open, whatever the story counts', async () => {
  const loud = { ...smallDialogue, story: smallDialogue.story.replaceAll('confiance + 1', 'confiance + 9') };
  const shown = play(loud, await storyOf(loud), [0])!;
  assert.deepEqual([shown.confidence, shown.scenes[1]!.change], [4, 2]);
});

test('the decision that weighed most is where another reply would have opened most', () => {
  assert.deepEqual(pivotOf(story, told(COLD)!, COLD), { decision: 0, choice: 0 });
  const [, ...rest] = WARM;
  assert.deepEqual(pivotOf(story, told([0, ...rest])!, [0, ...rest]), { decision: 0, choice: 1 });
});

test('the way not taken goes on to the best ending that can still be reached', async () => {
  const other = await otherWay(smallDialogue, story, COLD, { decision: 0, choice: 0 });
  assert.equal(other?.scenes[1]?.reply, '« Chaleureux 1 »');
  assert.equal(other?.ending?.id, 'ouvert');
  const late = await otherWay(smallDialogue, story, COLD, { decision: 6, choice: 0 });
  assert.equal(late?.ending?.id, 'ferme', 'too late to open');
});

test('a reply that was chosen, or that does not exist, is no other way', async () => {
  assert.equal(await otherWay(smallDialogue, story, COLD, { decision: 0, choice: 1 }), null);
  assert.equal(await otherWay(smallDialogue, story, COLD, { decision: 0, choice: 7 }), null);
  assert.equal(await otherWay(smallDialogue, story, COLD, { decision: 9, choice: 0 }), null);
});
