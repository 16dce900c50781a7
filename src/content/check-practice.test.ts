import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPractice } from './check-practice.ts';
import type { CoachKit } from './coaching.ts';
import { DECISIONS, type Decision } from './decision.ts';
import { loadContent } from './load.ts';

const real = loadContent();
const decision = real.decisions.find(({ id }) => id === 'appel-famille')!;
const kit = real.coaching.find(({ competence }) => competence === '3.2')!;

test('the application has a card for every decision of a GPDS and a coach kit for every competence', () => {
  assert.deepEqual(
    real.decisions.map(({ id }) => id),
    DECISIONS,
  );
  assert.equal(real.coaching.length, 16);
  assert.deepEqual(checkPractice(real), []);
});

/** What is said once a decision or a kit has been changed, the others left as they are. */
function saidOf(change: { decision?: Partial<Decision>; kit?: Partial<CoachKit> }): string[] {
  const changed = {
    ...real,
    decisions: real.decisions.map((one) => (one === decision ? { ...one, ...change.decision } : one)),
    coaching: real.coaching.map((one) => (one === kit ? { ...one, ...change.kit } : one)),
  };
  return checkPractice(changed);
}

const words = (count: number) => 'mot '.repeat(count).trim();
const card = (change: Partial<Decision['card']>) => ({ decision: { card: { ...decision.card, ...change } } });
const rehearsal = (change: Partial<Decision['rehearsal']>) => ({
  decision: { rehearsal: { ...decision.rehearsal, ...change } },
});
const firstStep = (change: Partial<Decision['rehearsal']['steps'][number]>) =>
  rehearsal({
    steps: decision.rehearsal.steps.map((step, index) => (index === 0 ? { ...step, ...change } : step)),
  });
const options = (
  change: (option: Decision['rehearsal']['steps'][number]['options'][number], index: number) => object,
) =>
  firstStep({
    options: decision.rehearsal.steps[0]!.options.map((option, index) => ({
      ...option,
      ...change(option, index),
    })),
  });

const BROKEN: [what: string, change: Parameters<typeof saidOf>[0], said: RegExp][] = [
  [
    'a card too short for its side of paper',
    card({ when: 'Toujours.', before: ['Rien.', 'Tout.'] }),
    /^decision appel-famille: card of \d+ words, 220 to 330 expected$/,
  ],
  [
    'a card too long for its side of paper',
    card({ avoid: [words(40), words(40), words(40)] }),
    /card of \d{3} words/,
  ],
  [
    'a line of a card too long to be read in a corridor',
    card({ when: words(41) }),
    /card of 41 words in « mot mot/,
  ],
  [
    'a note longer than the follow-up accepts',
    card({ after: [`« ${'m'.repeat(141)} »`] }),
    /a note of 141 characters, 140 at most/,
  ],
  [
    'a rule resting on a fact nobody has checked',
    card({ rules: [{ text: 'Règle.', source: 'F75' }] }),
    /fact F75 is not checked/,
  ],
  [
    'a rule resting on an outdated fact',
    card({ rules: [{ text: 'Règle.', source: 'F16' }] }),
    /fact F16 is outdated/,
  ],
  [
    'a straight apostrophe on a card',
    card({ avoid: ["L'oubli", 'Le reste'] }),
    /straight apostrophe in « L'oubli »/,
  ],
  ['an unknown fact among the sources', { decision: { sources: ['F99'] } }, /no fact F99/],
  ['an unknown competence', { decision: { competences: ['9.9'] } }, /no competence 9\.9/],
  ['an unknown module', { decision: { modules: ['3.2-absent'] } }, /no module 3\.2-absent/],
  ['a situation too long', rehearsal({ situation: words(61) }), /situation of 61 words/],
  ['a middot in what is to be said aloud', rehearsal({ say: 'Les élèves concerné·es.' }), /middot in/],
  ['a cue too long', firstStep({ cue: words(36) }), /cue of 36 words/],
  ['two steps of one id', firstStep({ id: 's2' }), /two steps of the same id/],
  ['no right option', options(() => ({ correct: false })), /s1: 0 right options/],
  ['two right options', options((_, index) => ({ correct: index < 2 })), /s1: 2 right options/],
  ['an option letter twice', options(() => ({ id: 'a' })), /s1: an option letter twice/],
  ['an option too long to be said', options(() => ({ text: words(36) })), /option of 36 words/],
  ['a feedback too long', options(() => ({ feedback: words(36) })), /feedback of 36 words/],
  [
    'a kit on no competence',
    { kit: { competence: '9.9' } },
    /^coaching 9\.9: the framework has no such competence$/,
  ],
  ['a line of a kit too long', { kit: { asks: words(46) } }, /coaching 3\.2: line of 46 words/],
  [
    'a debrief that is not a quarter of an hour',
    { kit: { debrief: kit.debrief.slice(1) } },
    /debrief of 12 minutes, 15 expected/,
  ],
  [
    'a kit that looks at one thing only',
    { kit: { observe: kit.observe.map((act) => ({ ...act, skill: 1 })) } },
    /acts of 1 skills, 4 at least/,
  ],
  ['a kit resting on an outdated fact', { kit: { sources: ['F33'] } }, /coaching 3\.2: fact F33 is outdated/],
  [
    'a straight apostrophe in a kit',
    { kit: { pupil: ["L'élève", 'Le parent'] } },
    /straight apostrophe in « L'élève »/,
  ],
];

for (const [what, change, said] of BROKEN) {
  test(`caught: ${what}`, () => {
    const lines = saidOf(change);
    assert.ok(
      lines.some((line) => said.test(line)),
      lines.join('\n'),
    );
  });
}

test('a decision or a competence left out is named', () => {
  const content = {
    ...real,
    decisions: real.decisions.filter((one) => one !== decision),
    coaching: real.coaching.filter((one) => one !== kit),
  };
  assert.deepEqual(checkPractice(content), [
    'no card for the decision appel-famille',
    'no coach kit for the competence 3.2',
  ]);
});

test('the dialogue of a decision must be among the dialogues, where there are any', () => {
  const named = (dialogues: { id: string }[]) => checkPractice({ ...real, dialogues });
  const all = real.decisions.flatMap(({ dialogue }) => (dialogue ? [{ id: dialogue }] : []));
  assert.deepEqual(named(all), []);
  assert.deepEqual(named([]), []);
  assert.deepEqual(named(all.filter(({ id }) => id !== decision.dialogue)), [
    `decision appel-famille: no dialogue ${decision.dialogue}`,
  ]);
});

/** Puts the right option of every step where asked, keeping the texts. */
function rightAt(place: (texts: string[]) => number): string[] {
  const decisions = real.decisions.map((one) => ({
    ...one,
    rehearsal: {
      ...one.rehearsal,
      steps: one.rehearsal.steps.map((step) => {
        const right = place(step.options.map(({ text }) => text));
        return {
          ...step,
          options: step.options.map((option, index) => ({ ...option, correct: index === right })),
        };
      }),
    },
  }));
  return checkPractice({ ...real, decisions });
}
const longest = (texts: string[]) =>
  texts.indexOf(texts.toSorted((one, other) => other.length - one.length)[0]!);

test('rehearsals whose right option always stands at one place, or is always the longest, are caught', () => {
  assert.ok(rightAt(() => 2).includes('rehearsals: the right option is at position 3 in 100 % of choices'));
  assert.ok(
    rightAt(longest).includes(
      'rehearsals: the longest option is right in 100 % of choices, 15 to 40 % expected',
    ),
  );
});
