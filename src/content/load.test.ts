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
  for (const part of ['framework', 'signals', 'actions', 'law', 'instruments', 'self-diagnosis'])
    cpSync(join(CONTENT, part), join(folder, part), { recursive: true });
  cpSync(join(CONTENT, 'instruments'), join(folder, 'instruments'), { recursive: true });
  write('facts/facts.json', JSON.stringify([fact]));
  cpSync(join(CONTENT, 'facts/hosts.yaml'), join(folder, 'facts/hosts.yaml'));
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

/** The file as it is written, one change made; the line is that of the change. */
const INVALID: [what: string, text: string, line: RegExp | number, problem: RegExp][] = [
  ['a missing field', stringify({ ...choice, takeaway: undefined }), 1, /^takeaway : ce champ manque$/],
  ['a text left empty', stringify({ ...choice, stem: '  ' }), /^stem/, /^stem : ce texte est vide$/],
  ['a value out of bounds', stringify({ ...choice, skill: 7 }), /^skill/, /^skill : 6 au plus$/],
  [
    'a level that does not exist',
    stringify({ ...choice, level: 6 }),
    /^level/,
    /^level : « 6 » n’est pas admis/,
  ],
  [
    'an unknown métier',
    stringify({ ...choice, professions: ['pompier'] }),
    /pompier/,
    /« pompier » n’est pas admis ; au choix : enseignant, /,
  ],
  [
    'a source that is no fact',
    stringify({ ...choice, sources: ['F1'] }),
    /F1$/,
    /^sources, n° 1 : il faut l’identifiant d’un fait, comme F19$/,
  ],
  [
    'an unknown format',
    stringify({ ...choice, format: 'essai' }),
    /^format/,
    /^format : « essai » n’est pas admis/,
  ],
  [
    'a field of an option',
    stringify({ ...choice, options: [{ ...choice.options[0], feedback: 3 }, ...choice.options] }),
    /feedback: 3$/,
    /^options, n° 1, feedback : il faut ici un texte$/,
  ],
  ['a field too many', stringify({ ...choice, colour: 'red' }), /^colour/, /^champ inconnu, « colour »/],
  [
    'an http link',
    stringify({ ...choice, sources: [{ title: 'Loi', url: 'http://a.fr' }] }),
    /url:/,
    /^sources, n° 1, url : il faut une adresse complète, qui commence par https:\/\/$/,
  ],
  [
    'a date that does not exist',
    stringify({ ...choice, reviewBy: '2027-02-30' }),
    /^reviewBy/,
    /^reviewBy : il faut une date qui existe/,
  ],
  [
    'a letter in capitals',
    stringify({ ...choice, options: [{ ...choice.options[0], id: 'A' }, ...choice.options] }),
    /id: A$/,
    /^options, n° 1, id : il faut une seule lettre minuscule$/,
  ],
  [
    'a competence that is none',
    stringify({ ...choice, competence: 'deux' }),
    /^competence/,
    /^competence : il faut le numéro d’une compétence/,
  ],
  ['a bracket left open', 'id: a\nsources: [a', 2, /./],
  ['the same field twice', 'id: a\nid: b\n', 2, /^ce champ est écrit deux fois$/],
  ['a tabulation', 'id: a\noptions:\n\t- id: a\n', 3, /espaces|retrait/],
  ['an empty file', '', 1, /^il faut ici plusieurs champs/],
];

for (const [what, text, where, problem] of INVALID) {
  test(`refused by the file, the line and plain words: ${what}`, () => {
    write(file, text);
    const [, name, line = '', said = ''] = /^(.*?):(\d+): (.*)$/.exec(refusal()[0] ?? '') ?? [];
    assert.equal(name, file);
    const expected =
      typeof where === 'number' ? where : text.split('\n').findIndex((written) => where.test(written)) + 1;
    assert.equal(Number(line), expected, said);
    assert.match(said, problem);
  });
}

test('a field of a module is refused at its line in the file', () => {
  write('modules/2.1-essai.md', '---\nid: 2.1-essai\nversion: 0\n---\n## Un cas\n');
  assert.ok(refusal().includes('modules/2.1-essai.md:3: version : plus de 0'), refusal().join('\n'));
});

test('every broken file is named at once', () => {
  write(file, 'id: [a');
  write('cases/mila.yaml', stringify({ ...smallCase, title: '' }));
  const names = new Set(refusal().map((line) => line.split(':')[0]));
  for (const name of [file, 'cases/mila.yaml']) assert.ok(names.has(name), [...names].join());
});

test('facts that are not JSON are refused too', () => {
  write('facts/facts.json', '[{ "id": "F01" ');
  assert.match(refusal()[0]!, /^facts\/facts\.json:1: /);
});

test('a file must be named after what it holds', () => {
  write('questions/2.1/2.1-autre.yaml', stringify(choice));
  assert.deepEqual(refusal(), ['questions/2.1/2.1-autre.yaml:1: le champ id doit être le nom du fichier']);
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
    'decisions/autre.yaml:1: le champ id doit être le nom du fichier',
    'coaching/3.3.yaml:1: le champ competence doit être le nom du fichier',
  ]);
});

const tutorat = readFileSync(join(CONTENT, 'decisions/tutorat.yaml'), 'utf8');
const REFUSED_CARDS: [what: string, text: string, refusal: RegExp][] = [
  [
    'a decision no GPDS takes',
    tutorat.replace('id: tutorat', 'id: redoublement'),
    /:\d+: id : « redoublement » n’est pas admis/,
  ],
  [
    'a sentence to say without its quotation marks',
    tutorat.replace('« Tu peux', 'Tu peux'),
    /: card, words, n° 2 : il faut une phrase à dire/,
  ],
  [
    'an unknown need',
    tutorat.replace('[travail-eleve,', '[repos,'),
    /: needs, n° 1 : « repos » n’est pas admis/,
  ],
  [
    'a rule without its source',
    tutorat.replace('rules: []', 'rules: [{ text: Toujours. }]'),
    /: card, rules, n° 1, source : ce champ manque/,
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
  assert.match(missingFile!, /^framework\/professions\.yaml: ce fichier n’existe pas/);
  assert.equal(missingFolder, 'trial: aucun fichier');
});
