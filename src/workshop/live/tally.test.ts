import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PROFESSIONS } from '../../content/index.ts';
import { type Ballots, disagreementOf, FEWEST, tallyOf, tallyWhileOpen } from './tally.ts';

const OPTIONS = ['a', 'b', 'c'];
const choices = fc.constantFrom(['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c']);
const person = fc.record({ profession: fc.constantFrom(...PROFESSIONS), choices });
const room = fc.array(person, { maxLength: 45 }).map(ballotsOf);

function ballotsOf(
  people: readonly { profession: Ballots['profession']; choices: readonly string[] }[],
): Ballots[] {
  return people.map((one) => ({ ...one, people: 1 }));
}

const some = (profession: Ballots['profession'], option: string, people: number): Ballots => ({
  profession,
  choices: [option],
  people,
});

test('no group of one or two people is told apart, nor left by taking the groups from the whole', () => {
  fc.assert(
    fc.property(room, (ballots) => {
      const { voters, groups, counts } = tallyOf(ballots, OPTIONS);
      assert.equal(counts === null, voters < FEWEST);
      for (const group of groups) assert.ok(group.voters >= FEWEST);
      // Any groups taken from the whole leave nobody, or three people at least.
      for (let chosen = 0; chosen < 2 ** groups.length; chosen += 1) {
        const taken = groups.filter((_, index) => chosen & (1 << index));
        const left = voters - taken.reduce((sum, group) => sum + group.voters, 0);
        if (groups.length > 0) assert.ok(left === 0 || left >= FEWEST);
      }
    }),
  );
});

test('groups add up to the whole, option by option', () => {
  fc.assert(
    fc.property(room, (ballots) => {
      const { voters, groups, counts } = tallyOf(ballots, OPTIONS);
      if (groups.length === 0) return;
      assert.equal(
        groups.reduce((sum, group) => sum + group.voters, 0),
        voters,
      );
      for (const option of OPTIONS)
        assert.equal(
          groups.reduce((sum, group) => sum + group.counts[option]!, 0),
          counts![option],
        );
    }),
  );
});

test('a nurse alone among teachers is counted with them, and nothing is said by métier', () => {
  const { groups, counts } = tallyOf([some('enseignant', 'a', 8), some('infirmier', 'b', 1)], OPTIONS);
  assert.deepEqual(groups, []);
  assert.deepEqual(counts, { a: 8, b: 1, c: 0 });
});

test('small métiers go together when they are three or more', () => {
  const ballots = [some('enseignant', 'a', 6), some('cpe', 'b', 2), some('infirmier', 'c', 1)];
  const { groups } = tallyOf(ballots, OPTIONS);
  assert.deepEqual(
    groups.map(({ profession, voters }) => [profession, voters]),
    [
      ['enseignant', 6],
      ['others', 3],
    ],
  );
});

test('while votes come nothing is said of a métier, and nothing at all below five votes', () => {
  assert.deepEqual(tallyWhileOpen([some('cpe', 'a', 4)], OPTIONS), { voters: 4, counts: null, groups: [] });
  assert.deepEqual(tallyWhileOpen([some('cpe', 'a', 5)], OPTIONS), {
    voters: 5,
    counts: { a: 5, b: 0, c: 0 },
    groups: [],
  });
});

test('a room agrees from three in five, and says which group reads otherwise', () => {
  const split = tallyOf([some('enseignant', 'a', 5), some('cpe', 'b', 4)], OPTIONS);
  assert.equal(disagreementOf(split).room, 'split');
  assert.deepEqual(
    disagreementOf(split).apart.map(({ profession }) => profession),
    ['cpe'],
  );
  const agreed = tallyOf([some('enseignant', 'a', 6), some('cpe', 'a', 3), some('aed', 'b', 3)], OPTIONS);
  assert.equal(disagreementOf(agreed).room, 'agreed');
  assert.deepEqual(disagreementOf(tallyOf([some('cpe', 'a', 2)], OPTIONS)), { room: null, apart: [] });
  const even = tallyOf([some('enseignant', 'a', 3), some('cpe', 'b', 3)], OPTIONS);
  assert.deepEqual(disagreementOf(even), { room: 'split', apart: [] });
});
