import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small, smallCase } from '../../test/questions.ts';
import { checkContent, coverageOf, keyStatistics } from './check.ts';
import { type Content, loadContent } from './load.ts';
import type { Question } from './question.ts';

const real = loadContent();
const fact = {
  id: 'F01',
  category: '',
  statement: '',
  source: '',
  year: '2024',
  checked: true,
  outdated: false,
};

/** The framework and one question, with what surrounds it. */
function only(question: Question, change: Partial<Content> = {}): Content {
  return {
    ...real,
    questions: [question],
    trial: [],
    facts: new Map([[fact.id, fact]]),
    cases: new Map([[smallCase.id, smallCase]]),
    ...change,
  };
}

/** What is said of one question. */
function problemsOf(question: Question, change: Partial<Content> = {}): string[] {
  return checkContent(only(question, change)).flatMap((line) =>
    line.startsWith(`${question.id}: `) ? [line.slice(question.id.length + 2)] : [],
  );
}

test('the application has 320 questions and three to try, without any problem', () => {
  assert.equal(real.questions.length, 320);
  assert.equal(real.trial.length, 3);
  assert.deepEqual(checkContent(real), []);
});

for (const question of Object.values(small)) {
  test(`nothing is held against a sound question: ${question.format}`, () => {
    assert.deepEqual(problemsOf(question), []);
  });
}

const words = (count: number) => `${'mot '.repeat(count)}.`;
const choice = small['single-choice'];
const several = small['multiple-choice'];
const { order, judgement, categories, document } = small;
const firstOption = (change: object): Question => ({
  ...choice,
  options: choice.options.map((option, index) => (index === 0 ? { ...option, ...change } : option)),
});
const ratedAs = (...ratings: number[]): Question => ({
  ...judgement,
  reactions: ratings.map((rating, index) => ({ ...judgement.reactions[0]!, id: 'abcde'[index]!, rating })),
});
const relevantAmong = (length: number, relevant: number): Question => ({
  ...document,
  passages: Array.from({ length }, (_, index) => ({
    ...document.passages[0]!,
    id: 'abcdefghij'[index]!,
    relevant: index < relevant,
  })),
});
const rightAmong = (length: number, right: number): Question => ({
  ...several,
  options: Array.from({ length }, (_, index) => ({
    ...several.options[0]!,
    id: 'abcdef'[index]!,
    correct: index < right,
  })),
});

const BROKEN: [what: string, question: Question, problem: RegExp][] = [
  ['an unknown competence', { ...choice, id: '9.9-x', competence: '9.9' }, /no competence 9\.9/],
  ['a name of another competence', { ...choice, id: '2.2-choix' }, /must begin with the competence/],
  ['an unknown case', { ...choice, case: 'absente' }, /no case absente/],
  ['a stem too long', { ...choice, stem: words(96) }, /stem of 97 words/],
  ['a stem without an end', { ...choice, stem: 'Que faites-vous' }, /must end with a sentence/],
  ['an unknown fact', { ...choice, sources: ['F99'] }, /no fact F99/],
  ['an option too long', firstOption({ text: words(50) }), /a: 51 words/],
  ['a feedback too long', firstOption({ feedback: words(70) }), /a: feedback of 71 words/],
  ['an id twice', firstOption({ id: 'b' }), /two elements have the same id/],
  ['a straight apostrophe', firstOption({ text: "L'élève" }), /straight apostrophe in « L'élève »/],
  ['« toutes les réponses »', firstOption({ text: 'Toutes les réponses' }), /« toutes \/ aucune/],
  ['a middot', { ...choice, takeaway: 'Les élèves concerné·es.' }, /middot in/],
  [
    'no right option',
    { ...choice, options: choice.options.map((option) => ({ ...option, correct: false })) },
    /^0 right options$/,
  ],
  ['two right options', firstOption({ correct: true }), /^2 right options$/],
  ['a single right option to mark', rightAmong(4, 1), /two right and two wrong/],
  ['a single wrong option to mark', rightAmong(4, 3), /two right and two wrong/],
  ['a document where one line matters', relevantAmong(5, 1), /1 relevant passages of 5/],
  ['a document where most lines matter', relevantAmong(5, 3), /3 relevant passages of 5/],
  ['a long document where two lines matter', relevantAmong(8, 2), /2 relevant passages of 8/],
  ['a judgement with nothing to avoid', ratedAs(1, 2, 3, 2), /needs a 0 and a 3/],
  ['a judgement all black and white', ratedAs(0, 3, 0, 3), /three different ratings/],
  ['a judgement the middle comes close to', ratedAs(1, 2, 2, 1), /rewards answering in the middle/],
  [
    'an item of an unknown category',
    { ...categories, items: categories.items.map((item) => ({ ...item, category: 'z' })) },
    /two known categories/,
  ],
  [
    'all items in one category',
    { ...categories, items: categories.items.map((item) => ({ ...item, category: 'f' })) },
    /two known categories/,
  ],
  [
    'an ordered step too long',
    { ...order, items: order.items.map((i) => ({ ...i, text: words(46) })) },
    /e: 47 words/,
  ],
];

for (const [what, question, problem] of BROKEN) {
  test(`caught in a question: ${what}`, () => {
    assert.ok(
      problemsOf(question).some((line) => problem.test(line)),
      problemsOf(question).join('\n'),
    );
  });
}

test('a source that is outdated or was never checked is caught', () => {
  const facts = (change: object) => ({ facts: new Map([[fact.id, { ...fact, ...change }]]) });
  assert.deepEqual(problemsOf(choice, facts({ checked: false })), ['fact F01 is not checked']);
  assert.deepEqual(problemsOf(choice, facts({ outdated: true })), ['fact F01 is outdated']);
});

test('a question a visitor may try is checked like the others', () => {
  const trial = [{ ...choice, takeaway: "L'élève" }];
  assert.ok(
    checkContent({ ...real, trial }).includes(`trial ${choice.id}: straight apostrophe in « L'élève »`),
  );
});

test('two questions of the same name are caught, one of them to try included', () => {
  const [first] = real.questions;
  const line = `${first!.id}: two questions have this id`;
  assert.ok(checkContent({ ...real, questions: [...real.questions, first!] }).includes(line));
  assert.ok(checkContent({ ...real, trial: [...real.trial, first!] }).includes(line));
});

/** The bank of the application, each question changed or left out. */
function bank(change: (question: Question) => Question | null): Content {
  return { ...real, questions: real.questions.flatMap((question) => change(question) ?? []) };
}
const keepUnless = (leaveOut: (question: Question) => boolean) =>
  bank((question) => (leaveOut(question) ? null : question));

/** Puts the right option of every question with one choice where asked, keeping the texts. */
function rightAt(place: (texts: string[]) => number): Content {
  return bank((question) => {
    if (question.format !== 'single-choice' && question.format !== 'dialogue-step') return question;
    const right = place(question.options.map(({ text }) => text));
    return {
      ...question,
      options: question.options.map((option, index) => ({ ...option, correct: index === right })),
    } as Question;
  });
}
const byLength = (texts: string[]) => texts.toSorted((one, other) => one.length - other.length);

const BROKEN_BANK: [what: string, content: Content, problem: string | RegExp][] = [
  [
    'a level short of a question',
    keepUnless(({ id }) => id === real.questions[0]!.id),
    /: 3 questions of level \d, 4 at least/,
  ],
  [
    'no question of a level',
    keepUnless((q) => q.competence === '3.1' && q.level === 5),
    'competence 3.1: 0 questions of level 5, 4 at least',
  ],
  [
    'no question on a skill',
    keepUnless((q) => q.competence === '3.1' && q.skill === 2),
    'competence 3.1: no skill 2',
  ],
  [
    'nothing for a métier on its core',
    bank((q) => (q.competence === '1.3' ? { ...q, professions: ['cpe'] } : q)),
    'aed: 0 questions on its core 1.3',
  ],
  [
    'too few formats',
    keepUnless((q) => !['number', 'judgement', 'order'].includes(q.format)),
    '3 formats, 9 at least',
  ],
  [
    'too few situations',
    keepUnless((q) => q.format === 'judgement'),
    /judgements and documents, a third at least/,
  ],
  [
    'a competence without its module',
    {
      ...real,
      modules: real.modules.filter(({ competence, levels }) => competence !== '2.1' || levels[0] !== 3),
    },
    'competence 2.1: no module for level 3',
  ],
  [
    'a need nobody answers',
    { ...real, modules: real.modules.map((module) => ({ ...module, needs: ['gpds' as const] })) },
    'no module for the need absences',
  ],
  [
    'a module resting on an outdated fact',
    {
      ...real,
      facts: new Map([...real.facts].map(([id, fact]) => [id, { ...fact, outdated: true }])),
    },
    /^module .*: fact F\d\d is outdated/,
  ],
  [
    'a question twice under two names',
    {
      ...real,
      questions: [...real.questions, { ...real.questions[7]!, id: `${real.questions[7]!.id}-bis` }],
    },
    /: too much like .*-bis \(1\.00, 0\.52 at most\)$/,
  ],
  [
    'a source from an unknown site',
    bank((q) => ({ ...q, sources: [{ title: 'Un site', url: 'https://example.org/page' }] })),
    /: example\.org is not among the sites of content\/facts\/hosts\.yaml$/,
  ],
  [
    'a sentence that is too long',
    bank((q) => ({ ...q, takeaway: words(41) })),
    /: a sentence of 41 words, 40 at most$/,
  ],
  ['too few cases', { ...real, cases: new Map([...real.cases].slice(0, 39)) }, '39 cases, 40 at least'],
  [
    'a case hardly used',
    { ...real, cases: new Map([...real.cases, ['mila', smallCase]]) },
    'case mila: 0 questions, 3 to 5',
  ],
  [
    'a case too long to read',
    { ...real, cases: new Map([...real.cases, ['mila', { ...smallCase, situation: words(230) }]]) },
    'case mila: 235 words',
  ],
  ['right options at one place', rightAt(() => 1), 'the right option is at position 2 in 100 % of choices'],
  [
    'right options that are the longest',
    rightAt((texts) => texts.indexOf(byLength(texts).at(-1)!)),
    'the longest option is right in 100 % of choices, 15 to 40 % expected',
  ],
  [
    'longest options that are never right',
    rightAt((texts) => texts.indexOf(byLength(texts)[0]!)),
    'the longest option is right in 0 % of choices, 15 to 40 % expected',
  ],
];

for (const [what, content, problem] of BROKEN_BANK) {
  test(`caught in the bank: ${what}`, () => {
    const problems = checkContent(content);
    const found = problems.some((line) =>
      typeof problem === 'string' ? line === problem : problem.test(line),
    );
    assert.ok(found, problems.join('\n'));
  });
}

test('neither the place nor the length of an option tells which is right', () => {
  const { choices, shareByPosition, longestIsRight } = keyStatistics(real.questions);
  assert.ok(choices >= 40, `${choices} choices`);
  assert.ok(longestIsRight >= 0.15 && longestIsRight <= 0.4, `longest: ${longestIsRight}`);
  for (const share of shareByPosition) assert.ok(share <= 0.4, `positions: ${shareByPosition}`);
});

test('the coverage table counts every question once', () => {
  const { competences, formats } = coverageOf(real);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  assert.equal(competences.length, 16);
  assert.equal(sum(competences.map(({ total }) => total)), real.questions.length);
  assert.equal(sum(competences.flatMap(({ levels }) => levels)), real.questions.length);
  assert.equal(sum(formats.map(({ count }) => count)), real.questions.length);
});
