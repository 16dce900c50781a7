import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { isOver, nextTry, stepsOf } from './steps.ts';

const { modules } = loadContent();
const module = modules[0]!;
const exercise = module.practice[0]!;
const right = exercise.options.find(({ correct }) => correct)!.id;
const [wrong, otherWrong] = exercise.options.filter(({ correct }) => !correct).map(({ id }) => id);

test('a module is read section by section, its exercises one by one where « À vous » stands', () => {
  for (const each of modules) {
    const steps = stepsOf(each);
    assert.equal(steps.length, each.sections.length - 1 + each.practice.length);
    const numbers = steps.flatMap((step) => (step.kind === 'exercise' ? [step.number] : []));
    assert.deepEqual(
      numbers,
      each.practice.map((_, index) => index + 1),
    );
  }
});

test('a right choice ends an exercise at once', () => {
  const first = nextTry(exercise, [], right);
  assert.deepEqual(first, { number: 1, option: right, correct: true });
  assert.ok('option' in first && isOver([first]));
  assert.deepEqual(nextTry(exercise, 'option' in first ? [first] : [], right), { refused: 'over' });
});

test('a wrong choice leaves a second try, with another option', () => {
  const first = { number: 1, option: wrong!, correct: false };
  assert.equal(isOver([first]), false);
  assert.deepEqual(nextTry(exercise, [first], wrong), { refused: 'no-choice' });
  assert.deepEqual(nextTry(exercise, [first], undefined), { refused: 'no-choice' });
  const second = nextTry(exercise, [first], otherWrong);
  assert.deepEqual(second, { number: 2, option: otherWrong, correct: false });
  assert.ok('option' in second && isOver([first, second]));
});
