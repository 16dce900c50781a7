import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSteps, WAYS, wayNamed } from './next-step.ts';
import { OBSTACLES, type Obstacle } from './plan.ts';

const plan = { id: 'p', module: 'appeler', outcome: null, obstacle: null };
const FURTHER = { id: 'ecouter', title: 'Écouter' };
const titles = (change: object) => nextSteps({ ...plan, ...change }, FURTHER).map(({ title }) => title);

test('nothing follows before the plan is looked back on, nor before one says what got in the way', () => {
  assert.deepEqual(titles({}), []);
  assert.deepEqual(titles({ outcome: 'not-yet' }), []);
});

test('a plan done becomes a habit or leads further, with a module of the same competence when there is one', () => {
  assert.deepEqual(titles({ outcome: 'done' }), [
    'En faire une habitude',
    'Aller plus loin : Écouter',
    'Écrire un autre plan',
  ]);
  const [, further] = nextSteps({ ...plan, outcome: 'done' }, null);
  assert.equal(further?.to, '/mon-parcours');
});

test('a plan done in part becomes smaller first', () => {
  assert.equal(titles({ outcome: 'partly' })[0], 'Le même plan, en plus petit');
});

test('whatever got in the way, something can be done, and each answer is its own', () => {
  const firsts = (Object.keys(OBSTACLES) as Obstacle[]).map((obstacle) => {
    const [first] = titles({ outcome: 'not-yet', obstacle });
    assert.ok(first, obstacle);
    return first;
  });
  assert.equal(new Set(firsts).size, firsts.length);
  assert.ok(!titles({ outcome: 'not-yet', obstacle: 'unsure', module: null }).includes('Revoir le geste'));
});

test('the way of a new plan is read from its address', () => {
  for (const [way, { word }] of Object.entries(WAYS)) assert.equal(wayNamed(word), way);
  assert.equal(wayNamed('toString'), null);
  assert.equal(wayNamed(undefined), null);
});
