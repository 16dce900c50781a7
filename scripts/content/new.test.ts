import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkContent, FORMATS, loadContent, storyOf } from '../../src/content/index.ts';
import { WriterError } from './command.ts';
import { createIn, slugOf } from './new.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const NOW = new Date('2026-11-23T08:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writing-'));
  // All that content must hold, without what is made here.
  for (const part of readdirSync(CONTENT).filter(
    (name) => !['questions', 'modules', 'dialogues', 'decisions', 'coaching'].includes(name),
  ))
    cpSync(join(CONTENT, part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a scaffold of each format can be loaded, previewed, and is refused until it is written', () => {
  for (const format of FORMATS)
    createIn(
      folder,
      ['question', '2.1', '--title', `Essai ${format}`, '--format', format, '--level', '3'],
      NOW,
    );
  const content = loadContent(folder);
  assert.deepEqual(content.questions.map(({ format }) => format).sort(), [...FORMATS].sort());
  const problems = checkContent(content);
  for (const { id } of content.questions) {
    const own = problems.filter((line) => line.startsWith(`${id}: `) && !line.includes('too much like'));
    assert.deepEqual(own, [`${id}: something is still « À ÉCRIRE »`]);
  }
});

test('a module is scaffolded for either pair of levels', () => {
  createIn(folder, ['question', '2.1', '--title', 'Pour que le dossier existe'], NOW);
  for (const level of ['1', '4'])
    createIn(folder, ['module', '2.1', '--title', `Niveau ${level}`, '--level', level], NOW);
  assert.deepEqual(
    loadContent(folder).modules.map(({ id, levels }) => [id, levels[0]]),
    [
      ['2.1-niveau-1', 1],
      ['2.1-niveau-4', 3],
    ],
  );
});

test('a title taken gets a number, and nothing is overwritten', () => {
  const words = ['question', '2.1', '--title', 'Le cahier oublié'];
  assert.deepEqual(createIn(folder, words, NOW), ['questions/2.1/2.1-le-cahier-oublie.yaml']);
  const first = readFileSync(join(folder, 'questions/2.1/2.1-le-cahier-oublie.yaml'), 'utf8');
  assert.deepEqual(createIn(folder, words, NOW), ['questions/2.1/2.1-le-cahier-oublie-2.yaml']);
  assert.equal(readFileSync(join(folder, 'questions/2.1/2.1-le-cahier-oublie.yaml'), 'utf8'), first);
});

test('a dialogue comes with a story that can be played', async () => {
  createIn(folder, ['question', '2.1', '--title', 'Pour que le dossier existe'], NOW);
  assert.deepEqual(createIn(folder, ['dialogue', '3.1', '--title', 'Le retour'], NOW), [
    'dialogues/le-retour.yaml',
    'dialogues/le-retour.ink',
  ]);
  const [dialogue] = loadContent(folder).dialogues;
  const { start } = await storyOf(dialogue!);
  assert.deepEqual(start.moment.choices, ['« Non, assieds-toi. »', '« Deux minutes, alors. »']);
});

test('a decision is one of those a GPDS takes, and has one card', () => {
  createIn(folder, ['question', '2.1', '--title', 'Pour que le dossier existe'], NOW);
  const words = ['decision', '3.2', '--title', 'Appel famille'];
  assert.deepEqual(createIn(folder, words, NOW), ['decisions/appel-famille.yaml']);
  assert.equal(loadContent(folder).decisions[0]?.id, 'appel-famille');
  assert.throws(() => createIn(folder, words, NOW), /Sans carte aujourd’hui : entretien-eleve, /);
});

test('what cannot be done is said in plain French', () => {
  const refusal = (...words: string[]) => {
    try {
      createIn(folder, words, NOW);
    } catch (error) {
      assert.ok(error instanceof WriterError);
      return error.message;
    }
    return assert.fail('accepted');
  };
  assert.match(refusal('poème', '2.1', '--title', 'a'), /^Que voulez-vous écrire/);
  assert.match(refusal('question', '9.9', '--title', 'a'), /^Pour quelle compétence/);
  assert.match(refusal('question', '2.1'), /^Donnez un titre/);
  assert.match(refusal('question', '2.1', '--title', '!!!'), /^Donnez un titre/);
  assert.match(refusal('question', '2.1', '--title', 'a', '--format', 'essai'), /n’est pas un format/);
  assert.match(refusal('question', '2.1', '--title', 'a', '--level', '6'), /de 1 à 5/);
});

test('a name of file comes from any title', () => {
  assert.equal(slugOf('  Œuvre : « l’été » à 14 h ! '), 'oeuvre-l-ete-a-14-h');
});
