import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDialogue } from '../../../test/dialogues.ts';
import { loadContent } from '../load.ts';
import { checkDialogue } from './check-dialogue.ts';
import type { Dialogue } from './dialogue.ts';

const { story } = smallDialogue;
const changed = (from: string | RegExp, to: string): Dialogue => {
  const text = story.replace(from, to);
  assert.notEqual(text, story, `${from} is in the story`);
  return { ...smallDialogue, story: text };
};
const words = (count: number) => 'mot '.repeat(count).trim();

test('every dialogue of the application can be played to the end on every path', async () => {
  for (const dialogue of loadContent().dialogues) {
    const { problems } = await checkDialogue(dialogue);
    assert.deepEqual(problems, [], dialogue.id);
  }
});

test('a sound dialogue is walked whole: paths counted, shortest and longest known', async () => {
  const { problems, walk } = await checkDialogue(smallDialogue);
  assert.deepEqual(problems, []);
  assert.equal(walk?.points.size, 12);
  assert.equal(walk?.shortest, 6);
  assert.equal(walk?.longest, 7);
  // The first cold reply leads to six decisions more, the first warm one to five.
  assert.equal(walk?.paths, 2 ** 5 + 2 ** 6);
});

const BROKEN: [what: string, dialogue: Dialogue, problem: RegExp][] = [
  ['ink that does not parse', changed('-> d1', '-> nulle-part'), /^4: /],
  [
    'a missing feedback',
    changed(/ {4}Retour: Il entend un reproche, 3\.\n/, ''),
    /0 lines « Retour: » here, 1 expected/,
  ],
  [
    'feedback after the answer',
    changed(/( {4}Retour: .*, 3\.\n)( {4}Yanis: .*\n)/, '$2$1'),
    /must come first after a choice/,
  ],
  ['two feedbacks', changed('    Yanis: « Oui 3. »', '    Retour: Encore.'), /2 lines « Retour: » here/],
  ['feedback too long', changed('Il entend un reproche, 3.', words(46)), /feedback has 46 words, 45 at most/],
  ['a reply too long', changed('« Froid 3 »', words(36)), /reply has 36 words, 35 at most/],
  ['« bonne réponse »', changed('Il entend un reproche, 3.', 'Bonne réponse.'), /never « bonne réponse »/],
  [
    'a speaker nobody knows',
    changed('Yanis: « Oui 3. »', 'Lina: « Oui. »'),
    /Lina speaks without being declared/,
  ],
  ['an unknown ending', changed('Fin: attente', 'Fin: pause'), /no ending is called pause/],
  ['an ending nobody reaches', changed('Fin: attente', 'Fin: ouvert'), /no path leads to the ending attente/],
  ['a dead end', changed('    Fin: attente\n', ''), /stops here without « Fin: »/],
  [
    'a single choice in some state',
    changed('+ [« Froid 4 »]', '+ { confiance >= 3 } [« Froid 4 »]'),
    /d4: 1 choices in some state/,
  ],
  ['a way back', changed('-> d7', '-> d1'), /story comes back here|way back to it/],
  ['too few decisions', changed(/-> d2\n/, '-> d3\n'), /6 decision points, 12 at least/],
  ['a path too short', changed('-> d3', '-> d11'), /a path has 2 choices, 6 at least/],
  ['a change of three', changed('confiance + 1', 'confiance + 3'), /changes by 3 at once/],
  ['two changes of two', changed(/confiance \+ 1/g, 'confiance + 2'), /changes by two more than once/],
  [
    'a reply nobody is offered',
    changed(
      '+ [« Froid 5 »]',
      '+ [« Neutre »]\n    Retour: Rien.\n    Yanis sourit.\n    -> d7\n+ { confiance > 9 } [« Froid 5 »]',
    ),
    /no path offers this reply/,
  ],
  ['a star instead of a plus', changed('+ [« Froid 5 »]', '* [« Froid 5 »]'), /begins with \+, not \*/],
  ['a choice without brackets', changed('+ [« Froid 5 »]', '+ « Froid 5 »'), /« \+ \[what is said\] »/],
  ['a straight apostrophe', changed('Yanis s’en va', "Yanis s'en va"), /straight apostrophe/],
  ['a middot', changed('Yanis s’en va', 'Les élèves concerné·es s’en vont'), /middot/],
  ['something random', changed('Yanis: « Oui 3. »', 'Yanis: {~ Oui | Non }.'), /nothing random/],
  ['no confidence declared', changed('VAR confiance = 2', 'VAR confiance = 7'), /first line must be/],
  [
    'an ending too long',
    { ...smallDialogue, endings: smallDialogue.endings.map((ending) => ({ ...ending, text: words(71) })) },
    /ending ouvert has 71 words/,
  ],
  [
    'two speakers of one name',
    { ...smallDialogue, others: [{ ...smallDialogue.others[0]!, name: 'Yanis' }] },
    /two speakers are called Yanis/,
  ],
];

for (const [what, dialogue, expected] of BROKEN) {
  test(`caught in a dialogue: ${what}`, async () => {
    const { problems } = await checkDialogue(dialogue);
    const lines = problems.map(({ line, message }) => `${line ?? ''}: ${message}`);
    assert.ok(
      lines.some((line) => expected.test(line)),
      lines.join('\n'),
    );
  });
}

test('a problem names the line of the story where it stands', async () => {
  const { problems } = await checkDialogue(changed('Yanis: « Oui 3. »', 'Lina: « Oui. »'));
  const expected = story.split('\n').findIndex((line) => line.includes('« Oui 3. »')) + 1;
  assert.deepEqual(problems, [{ line: expected, message: 'Lina speaks without being declared' }]);
});
