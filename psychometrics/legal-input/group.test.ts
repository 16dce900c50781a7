import { test } from 'node:test';
import fc from 'fast-check';
import type { FollowUp } from '../index.ts';
import * as library from '../index.ts';
import { assertFinite } from './awkward.test-support.ts';

test('finite for any follow-up, share or pair of scores: survival, proportions, change of a group or a person', () => {
  const score = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const pairs = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 12 });
  const followUps = fc.array(fc.record({ time: fc.nat(5), event: fc.boolean() }), { maxLength: 12 });
  const count = fc.integer({ min: 0, max: 1200 });
  fc.assert(
    fc.property(pairs, followUps, count, count, (list, people, right, wrong) => {
      const both = { before: list.map(([one]) => one), after: list.map(([, other]) => other) };
      const [before, after] = list[0]!;
      assertFinite([
        library.pairedTest(both),
        library.signedRankTest(both),
        library.changeEffect(both),
        library.reliableChange({ before, after, deviation: 1e-3, reliability: 0 }),
        library.reliableChange({ before, after, deviation: 1e3, reliability: 0.999 }),
        library.bootstrapInterval(both.after, (sample) => sample[0]!, { seed: 1, replicates: 100 }),
        survival(people),
        library.wilsonInterval(right, right + wrong, 0.999),
        library.proportionDifference(
          { successes: right, trials: right + wrong },
          { successes: 0, trials: wrong },
        ),
      ]);
    }),
    { numRuns: 60 },
  );
});

function survival(people: readonly FollowUp[]): unknown {
  const steps = library.kaplanMeier(people, 0.99);
  return [
    steps,
    library.medianSurvival(steps),
    library.numbersAtRisk(people, [0, 3, 9]),
    library.survivalAt(steps, 2),
  ];
}
