import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FollowUp, kaplanMeier, medianSurvival, numbersAtRisk, survivalAt } from './kaplan-meier.ts';

/** A trailing + is a loss: the person was followed until then without the event. */
const people = (text: string): FollowUp[] =>
  text.split(' ').map((word) => ({ time: Number.parseFloat(word), event: !word.endsWith('+') }));

// Freireich et al. (1963), Blood 21, 699–716: weeks of remission of 42 children with leukaemia.
const TREATED = people('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const PLACEBO = people('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

test('Freireich: the 6-MP curve is the one the NAG Library prints for its example g12aac', () => {
  // support.nag.com/numeric/nl/nagdoc_27/examples/baseresults/g12aace.r.html: time, survival, Greenwood error
  const published = [
    [6, '0.857', '0.076'],
    [7, '0.807', '0.087'],
    [10, '0.753', '0.096'],
    [13, '0.690', '0.107'],
    [16, '0.627', '0.114'],
    [22, '0.538', '0.128'],
    [23, '0.448', '0.135'],
  ];
  const steps = kaplanMeier(TREATED).filter((step) => step.events > 0);
  const found = steps.map(({ time, survival, standardError }) => [
    time,
    survival.toFixed(3),
    standardError!.toFixed(3),
  ]);
  assert.deepEqual(found, published);
  assert.equal(medianSurvival(kaplanMeier(TREATED)), 23);
  assert.equal(medianSurvival(kaplanMeier(PLACEBO)), 8);
});

test('Freireich: log-log intervals are those Stata prints for the placebo', () => {
  // G. Rodríguez, data.princeton.edu/pop509/gehan.html, `sts list, by(group)`
  const [first, second] = kaplanMeier(PLACEBO);
  const row = (step: typeof first) =>
    [step!.survival, step!.standardError!, step!.interval!.low, step!.interval!.high].map((x) =>
      x.toFixed(4),
    );
  assert.deepEqual(row(first), ['0.9048', '0.0641', '0.6700', '0.9753']);
  assert.deepEqual(row(second), ['0.8095', '0.0857', '0.5689', '0.9239']);
});

test('a published trial of a cancer drug: the control group as printed by Stata', () => {
  // www.stata.com/features/overview/survival-example-session: 20 people; 2, 1, 1 and 2 died at times 1 to 4
  const group = people(`1 1 2 3 4 4 ${Array.from({ length: 14 }, () => '30+').join(' ')}`);
  const rows = kaplanMeier(group).slice(0, 4);
  const printed = rows.map(({ atRisk, survival, standardError, interval }) =>
    [
      atRisk,
      survival.toFixed(4),
      standardError!.toFixed(4),
      interval!.low.toFixed(4),
      interval!.high.toFixed(4),
    ].join(' '),
  );
  assert.deepEqual(printed, [
    '20 0.9000 0.0671 0.6560 0.9740',
    '18 0.8500 0.0798 0.6038 0.9490',
    '17 0.8000 0.0894 0.5511 0.9198',
    '16 0.7000 0.1025 0.4505 0.8525',
  ]);
});

test('the row of people at risk counts who is still followed', () => {
  assert.deepEqual(numbersAtRisk(TREATED, [0, 6, 7, 10, 20, 30, 40]), [21, 21, 17, 15, 8, 4, 0]);
});

test('without losses the curve is the share still without event, with its binomial error', () => {
  const events = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(events, (times) => {
      const steps = kaplanMeier(times.map((time) => ({ time, event: true })));
      for (const { time, survival, standardError } of steps) {
        const share = times.filter((other) => other > time).length / times.length;
        assert.ok(Math.abs(survival - share) < 1e-12);
        if (share > 0)
          assert.ok(Math.abs(standardError! - Math.sqrt((share * (1 - share)) / times.length)) < 1e-12);
        else assert.equal(standardError, null);
      }
    }),
  );
});

test('the curve only falls, its interval holds it, and nothing is NaN or infinite', () => {
  const person = fc.record({ time: fc.integer({ min: 0, max: 12 }), event: fc.boolean() });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), (list) => {
      let previous = 1;
      for (const { time, survival, standardError, interval, atRisk, events, censored } of kaplanMeier(list)) {
        assert.ok(survival >= 0 && survival <= previous && atRisk >= events + censored);
        previous = survival;
        if (standardError !== null) assert.ok(Number.isFinite(standardError) && standardError >= 0);
        if (interval !== null) {
          assert.ok(
            interval.low >= 0 && interval.low <= survival && survival <= interval.high && interval.high <= 1,
          );
        }
        assert.equal(survivalAt(kaplanMeier(list), time), survival);
      }
    }),
  );
  assert.deepEqual(kaplanMeier([]), []);
  assert.equal(survivalAt([], 3), 1);
  assert.equal(medianSurvival([]), null);
  assert.throws(() => kaplanMeier([{ time: -1, event: true }]), RangeError);
  for (const confidence of [-0.5, 0, 1, 2, Number.NaN]) {
    assert.throws(() => kaplanMeier([], confidence), /confidence must lie in \(0, 1\)/);
  }
});

test('the median is the first time at which half or fewer are without event, rounding apart', () => {
  assert.equal(medianSurvival(kaplanMeier(people('1 2 3 4'))), 2);
  assert.equal(medianSurvival(kaplanMeier(people('1 2 9+ 9+ 9+'))), null);
  for (const count of [6, 10, 14, 22]) {
    const list = Array.from({ length: count }, (_, time) => ({ time, event: true }));
    assert.equal(medianSurvival(kaplanMeier(list)), count / 2 - 1, `${count} people`);
  }
});

test('where nobody is left without event there is neither standard error nor interval', () => {
  const last = kaplanMeier(people('1 2 2')).at(-1)!;
  assert.deepEqual([last.survival, last.standardError, last.interval], [0, null, null]);
  const first = kaplanMeier(people('1+ 2'))[0]!;
  assert.deepEqual([first.survival, first.standardError, first.interval], [1, 0, null]);
});

test('people counted together are people listed one by one', () => {
  const grouped = [
    { time: 3, event: true, people: 2 },
    { time: 3, event: false, people: 4 },
    { time: 7, event: true, people: 1 },
    { time: 9, event: true, people: 0 },
    { time: 12, event: false, people: 5 },
  ];
  const listed = grouped.flatMap(({ time, event, people }) =>
    Array.from({ length: people }, () => ({ time, event })),
  );
  assert.deepEqual(kaplanMeier(grouped), kaplanMeier(listed));
  assert.deepEqual(numbersAtRisk(grouped, [0, 5, 12]), numbersAtRisk(listed, [0, 5, 12]));
  assert.throws(() => kaplanMeier([{ time: 1, event: true, people: 1.5 }]), RangeError);
});
