import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkAlone } from '../../../test/framework.ts';
import { smallWorkshop } from '../../../test/workshops.ts';
import { checkWorkshops } from './check-workshop.ts';
import { type Workshop, workshopSchema } from './workshop.ts';

const problems = (change: Partial<Workshop>) =>
  checkWorkshops({ ...frameworkAlone(), workshops: [{ ...smallWorkshop, ...change }] });

const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ');
const [first, ...others] = smallWorkshop.rounds;

test('a workshop with everything raises nothing', () => {
  assert.deepEqual(workshopSchema.parse(smallWorkshop), smallWorkshop);
  assert.deepEqual(problems({}), []);
});

test('each métier that must read has exactly one reading', () => {
  assert.deepEqual(problems({ readings: [...smallWorkshop.readings.slice(1), smallWorkshop.readings[1]!] }), [
    'workshops/at-nadir.yaml: no reading for enseignant',
    'workshops/at-nadir.yaml: two readings for cpe',
  ]);
});

test('what is projected and what is on a phone is short', () => {
  assert.match(problems({ opening: words(131) }).join(), /opening of 131 words/);
  assert.match(problems({ others: words(61) }).join(), /reading of 61 words/);
  assert.match(
    problems({ rounds: [{ ...first!, disagreement: words(71) }, ...others] }).join(),
    /r1: disagreement of 71 words/,
  );
});

test('points name options, never all of them, and no option is much longer than the others', () => {
  assert.match(problems({ rounds: [{ ...first!, points: ['z'] }, ...others] }).join(), /no option z/);
  assert.match(
    problems({ rounds: [{ ...first!, points: ['a', 'b', 'c'] }, ...others] }).join(),
    /every option is among the points/,
  );
  const [option, ...rest] = first!.options;
  const long = { ...first!, options: [{ ...option!, text: words(40) }, ...rest] };
  assert.match(problems({ rounds: [long, ...others] }).join(), /2\.5 times as long/);
});

test('the guide lasts forty-five minutes and leads each round once', () => {
  const { guide } = smallWorkshop;
  const [welcome, ...steps] = guide.steps;
  const lasting = { ...guide, steps: [{ ...welcome!, minutes: 6 }, ...steps] };
  assert.match(problems({ guide: lasting }).join(), /guide of 46 minutes, 45 expected/);
  const wandering = { ...guide, steps: [{ ...welcome!, round: 'r1' }, ...steps] };
  assert.match(problems({ guide: wandering }).join(), /two steps of the guide for the round r1/);
  const leaving = { ...guide, steps: guide.steps.map((step) => ({ ...step, round: undefined })) };
  assert.match(problems({ guide: leaving }).join(), /no step of the guide for the round r3/);
});

test('a competence, a fact or a source that is not there is said', () => {
  assert.match(problems({ competences: ['2.3', '9.9'] }).join(), /no competence 9\.9/);
  assert.match(problems({ facts: ['F99'] }).join(), /no fact F99/);
  assert.match(problems({ sources: [] }).join(), /no fact and no source/);
});
