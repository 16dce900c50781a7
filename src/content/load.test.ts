import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { small, smallCase } from '../../test/questions.ts';
import { ContentError, loadContent } from './load.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const choice = small['single-choice'];
const file = `questions/2.1/${choice.id}.yaml`;
const fact = {
  id: 'F01',
  category: '',
  statement: '',
  source: '',
  year: '2024',
  checked: true,
  outdated: false,
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const part of ['framework', 'signals', 'actions', 'law', 'instruments'])
    cpSync(join(CONTENT, part), join(folder, part), { recursive: true });
  write('facts/facts.json', JSON.stringify([fact]));
  write(file, stringify(choice));
  write('cases/mila.yaml', stringify(smallCase));
  write('trial/2.1-nombre.yaml', stringify(small.number));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The lines a broken content is refused with. */
function refusal(): string[] {
  try {
    loadContent(folder);
  } catch (error) {
    assert.ok(error instanceof ContentError, String(error));
    return error.message.split('\n');
  }
  assert.fail('the content was accepted');
}

test('a sound folder is read whole', () => {
  const { questions, cases, trial, facts, framework } = loadContent(folder);
  assert.deepEqual(questions, [choice]);
  assert.deepEqual(cases, new Map([['mila', smallCase]]));
  assert.deepEqual(trial, [small.number]);
  assert.equal(framework.domains.length, 5);
  assert.deepEqual(facts, new Map([['F01', fact]]));
});

const INVALID: [what: string, text: string, refusal: RegExp][] = [
  ['a missing field', stringify({ ...choice, takeaway: undefined }), /: takeaway: .*expected string/],
  ['a text left empty', stringify({ ...choice, stem: '  ' }), /: stem: /],
  ['a value out of bounds', stringify({ ...choice, skill: 7 }), /: skill: .*6/],
  ['a level that does not exist', stringify({ ...choice, level: 6 }), /: level: /],
  ['an unknown métier', stringify({ ...choice, professions: ['pompier'] }), /: professions: /],
  ['a source that is no fact', stringify({ ...choice, sources: ['F1'] }), /: sources\.0: /],
  ['an unknown format', stringify({ ...choice, format: 'essai' }), /: format: /],
  [
    'a field of an option',
    stringify({ ...choice, options: [{ ...choice.options[0], feedback: 3 }, ...choice.options] }),
    /: options\.0\.feedback: .*expected string/,
  ],
  ['a field too many', stringify({ ...choice, colour: 'red' }), /\.yaml: Unrecognized key: "colour"$/],
  [
    'an http link',
    stringify({ ...choice, sources: [{ title: 'Loi', url: 'http://a.fr' }] }),
    /: sources\.0\.url: /,
  ],
  ['a date that does not exist', stringify({ ...choice, reviewBy: '2027-02-30' }), /: reviewBy: /],
  ['a file that is not YAML', 'id: [a', /\.yaml: .*at line 1/],
  ['the same field twice', 'id: a\nid: b\n', /\.yaml: .*unique/],
  ['an empty file', '', /\.yaml: .*expected object/],
];

for (const [what, text, expected] of INVALID) {
  test(`refused by a line naming the file and the field: ${what}`, () => {
    write(file, text);
    const [line = ''] = refusal();
    assert.ok(line.startsWith(`${file}: `), line);
    assert.match(line, expected);
  });
}

test('every broken file is named at once', () => {
  write(file, 'id: [a');
  write('cases/mila.yaml', stringify({ ...smallCase, title: '' }));
  const names = new Set(refusal().map((line) => line.split(':')[0]));
  for (const name of [file, 'cases/mila.yaml']) assert.ok(names.has(name), [...names].join());
});

test('facts that are not JSON are refused too', () => {
  write('facts/facts.json', '[{ "id": "F01" ');
  assert.match(refusal()[0]!, /^facts\/facts\.json: .*JSON/);
});

test('a file must be named after what it holds', () => {
  write('questions/2.1/2.1-autre.yaml', stringify(choice));
  assert.deepEqual(refusal(), ['questions/2.1/2.1-autre.yaml: the id must be the file name']);
});

test('cards of decisions and coach kits are read in their own order, and named after what they hold', () => {
  for (const name of ['decisions/tutorat.yaml', 'decisions/appel-famille.yaml', 'coaching/3.2.yaml'])
    write(name, readFileSync(join(CONTENT, name), 'utf8'));
  const { decisions, coaching } = loadContent(folder);
  assert.deepEqual(
    decisions.map(({ id }) => id),
    ['appel-famille', 'tutorat'],
  );
  assert.deepEqual(
    coaching.map(({ competence }) => competence),
    ['3.2'],
  );
  write('decisions/autre.yaml', readFileSync(join(CONTENT, 'decisions/tutorat.yaml'), 'utf8'));
  write('coaching/3.3.yaml', readFileSync(join(CONTENT, 'coaching/3.2.yaml'), 'utf8'));
  assert.deepEqual(refusal(), [
    'decisions/autre.yaml: the id must be the file name',
    'coaching/3.3.yaml: the competence must be the file name',
  ]);
});

const tutorat = readFileSync(join(CONTENT, 'decisions/tutorat.yaml'), 'utf8');
const REFUSED_CARDS: [what: string, text: string, refusal: RegExp][] = [
  ['a decision no GPDS takes', tutorat.replace('id: tutorat', 'id: redoublement'), /: id: /],
  [
    'a sentence to say without its quotation marks',
    tutorat.replace('« Tu peux', 'Tu peux'),
    /: card\.words\.1: a sentence to say/,
  ],
  ['an unknown need', tutorat.replace('[travail-eleve,', '[repos,'), /: needs\.0: /],
  [
    'a rule without its source',
    tutorat.replace('rules: []', 'rules: [{ text: Toujours. }]'),
    /: card\.rules\.0\.source: /,
  ],
];

for (const [what, text, expected] of REFUSED_CARDS) {
  test(`refused in a card by a line naming the file and the field: ${what}`, () => {
    write('decisions/tutorat.yaml', text);
    assert.match(refusal()[0]!, expected);
  });
}

test('a missing file or folder is named', () => {
  unlinkSync(join(folder, 'framework/professions.yaml'));
  rmSync(join(folder, 'trial'), { recursive: true });
  const [missingFile, missingFolder] = refusal();
  assert.match(missingFile!, /^framework\/professions\.yaml: .*no such file/);
  assert.equal(missingFolder, 'trial: no file');
});
