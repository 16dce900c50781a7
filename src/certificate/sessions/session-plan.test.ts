import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadContent } from '../../content/index.ts';
import {
  minutesOf,
  questionsFor,
  readSteps,
  readYoungPeople,
  type SessionPlan,
  totalText,
} from './session-plan.ts';

const step = (title: string, minutes: string, doing = '') => ({ title, minutes, doing });

test('steps are kept only when their minutes make thirty', () => {
  assert.equal(readSteps([step('Accueil', '10'), step('Essai', '20')]).problem, null);
  assert.match(readSteps([step('Accueil', '10'), step('Essai', '18')]).problem!, /il en manque 2/);
  assert.match(readSteps([step('Accueil', '10'), step('Essai', '25')]).problem!, /5 de trop/);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 }), (minutes) => {
      const { steps, problem } = readSteps(minutes.map((one) => step('Moment', String(one))));
      assert.equal(problem === null, minutesOf(steps) === 30);
    }),
  );
});

test('a row left empty is dropped, a row begun is asked to be finished', () => {
  const rows = [step('Accueil', '10'), step('', '', ''), step('Essai', '20')];
  assert.equal(readSteps(rows).steps.length, 2);
  assert.match(readSteps([...rows, step('', '', 'parlent')]).problem!, /titre/);
  assert.match(readSteps([step('A', 'dix'), step('B', '20')]).problem!, /nombre entier/);
  assert.match(readSteps([step('Tout', '30')]).problem!, /au moins deux/);
});

test('several young people are two to thirty', () => {
  assert.deepEqual(['1', '2', '30', '31', '', '3.5', 'trois'].map(readYoungPeople), [
    null,
    2,
    30,
    null,
    null,
    null,
    null,
  ]);
});

test('the total is said in words', () => {
  assert.equal(totalText(30), '30 minutes ; le compte y est.');
  assert.equal(totalText(29), '29 minutes ; il en manque 1.');
  assert.equal(totalText(1), '1 minute ; il en manque 29.');
});

const PLAN: SessionPlan = {
  title: 'Parler de son stage',
  aim: 'Chacun saura dire en deux phrases ce qu’il a fait en stage',
  level: '3e',
  youngPeople: 6,
  steps: [
    { title: 'Accueil', minutes: 4, doing: 'disent leur prénom' },
    { title: 'Essai', minutes: 26, doing: 'racontent à deux' },
  ],
  adaptations: 'Un modèle de phrase',
  proofs: 'Une phrase enregistrée par jeune',
};

test('a plan calls first for the questions it leaves open, and none is lost', () => {
  const failures = loadContent().examination!.sessions.failures;
  assert.deepEqual(questionsFor(PLAN, failures).first, []);
  const poor = {
    ...PLAN,
    aim: 'Le stage',
    adaptations: '',
    proofs: '',
    steps: [{ ...PLAN.steps[1]!, doing: '' }],
  };
  const { first, others } = questionsFor(poor, failures);
  const ids = first.map(({ id }) => id);
  for (const id of ['but-flou', 'adulte-parle', 'une-seule-tache', 'lire-ecrire', 'sans-preuve']) {
    assert.ok(ids.includes(id), id);
  }
  assert.equal(first.length + others.length, failures.length);
});
