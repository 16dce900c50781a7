import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createRandom,
  DEPTH_LENGTH,
  domainOfDimension,
  type ServedItem,
  STAGE_LENGTH,
  updateAbility,
} from '../../../psychometrics/index.ts';
import { loadContent, maximumCredit, PROFESSIONS, type Profession } from '../../content/index.ts';
import { bankOf, suits } from './bank.ts';
import {
  type Aim,
  blueprintOf,
  isNewOccasion,
  monthsBetween,
  nextQuestion,
  STAGES,
} from './next-question.ts';

const content = loadContent();
const { professions } = content;
const bank = bankOf(content);
const domains = domainOfDimension(bank.structure);

type Served = { ids: string[]; items: ServedItem[]; state: typeof bank.prior };

/** A series answered at random to its end. */
function serve(
  aim: Aim,
  profession: Profession,
  seed: number,
  { seen = [], state = bank.prior }: { seen?: string[]; state?: typeof bank.prior } = {},
): Served {
  const random = createRandom('answers', profession, seed);
  const length = aim.kind === 'stage' ? STAGE_LENGTH : DEPTH_LENGTH;
  const items: ServedItem[] = [];
  for (;;) {
    const item = nextQuestion({
      bank,
      professions,
      series: { aim, profession, length, seed },
      state,
      history: items,
      seen,
    });
    if (!item) return { ids: items.map(({ id }) => id), items, state };
    items.push(item);
    const credit = random.integer(maximumCredit(bank.questions.get(item.id)!) + 1);
    state = updateAbility(state, item.dimension, item.parameters, credit);
  }
}

const day = (date: string) => new Date(`${date}T08:00:00Z`);

test('months between two moments are never negative: a clock set back makes no time pass', () => {
  assert.equal(monthsBetween(day('2026-11-23'), day('2026-11-22')), 0);
  assert.equal(monthsBetween(day('2026-11-23'), day('2026-11-23')), 0);
  const year = monthsBetween(day('2025-11-23'), day('2026-11-23'));
  assert.ok(Math.abs(year - 12) < 0.01, `${year}`);
});

test('answers make a new occasion after sixty days, not on the sixtieth', () => {
  assert.equal(isNewOccasion(day('2026-09-01'), day('2026-10-31')), false);
  assert.equal(isNewOccasion(day('2026-09-01'), day('2026-11-01')), true);
  assert.equal(isNewOccasion(day('2026-11-01'), day('2026-09-01')), false);
});

for (const profession of PROFESSIONS) {
  test(`${profession}: a stage asks 8 different suitable questions and reaches the five domains`, () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { ids, items } = serve({ kind: 'stage', stage: 1 }, profession, seed);
      assert.equal(new Set(ids).size, 8, `seed ${seed}: ${ids}`);
      assert.equal(new Set(items.map(({ dimension }) => domains[dimension])).size, 5, `seed ${seed}: ${ids}`);
      assert.ok(
        ids.every((id) => suits(bank.questions.get(id)!, profession)),
        `seed ${seed}: ${ids}`,
      );
    }
  });
}

test('three stages ask 24 different questions, whatever the métier', () => {
  for (const profession of PROFESSIONS) {
    let seen: string[] = [];
    let state = bank.prior;
    for (let stage = 1; stage <= STAGES; stage += 1) {
      const served = serve({ kind: 'stage', stage }, profession, stage, { seen, state });
      seen = [...seen, ...served.ids];
      state = served.state;
    }
    assert.equal(new Set(seen).size, 24, profession);
  }
});

test('a series in depth asks on its competence alone, at most twelve questions', () => {
  for (const competence of bank.competences) {
    const { ids } = serve({ kind: 'depth', competence }, 'cpe', 7);
    assert.ok(ids.length >= 3 && ids.length <= DEPTH_LENGTH, `${competence}: ${ids.length}`);
    for (const id of ids) assert.equal(bank.questions.get(id)!.competence, competence);
  }
});

test('the next question is the same when asked for again: a restart or a second click changes nothing', () => {
  for (const seed of [1, 2, 3]) {
    const input = {
      bank,
      professions,
      series: { aim: { kind: 'stage', stage: 1 } as const, profession: 'aed' as const, length: 8, seed },
      state: bank.prior,
      history: [],
      seen: ['2.1-une'],
    };
    const before = structuredClone(input.state);
    const first = nextQuestion(input);
    assert.equal(nextQuestion({ ...input, seen: new Set(input.seen) }), first);
    assert.deepEqual(input.state, before);
    assert.deepEqual(serve(input.series.aim, 'aed', seed).ids, serve(input.series.aim, 'aed', seed).ids);
  }
});

test('people do not all begin with the same question', () => {
  const begun = new Set<string>();
  for (let seed = 0; seed < 60; seed += 1) {
    const series = { aim: { kind: 'stage', stage: 1 } as const, profession: 'cpe' as const, length: 8, seed };
    begun.add(nextQuestion({ bank, professions, series, state: bank.prior, history: [], seen: [] })!.id);
  }
  assert.ok(begun.size >= 10, `${begun.size} first questions for 60 people`);
});

test('what was seen in the year never comes back, even when little else is left', () => {
  const kept = new Set(['2.1', '5.2'].flatMap((code) => idsOf(code)));
  const seen = [...bank.questions.keys()].filter((id) => !kept.has(id));
  const { ids } = serve({ kind: 'stage', stage: 2 }, 'cpe', 4, { seen });
  assert.ok(ids.length > 0);
  for (const id of ids) assert.ok(kept.has(id), id);
});

test('a series ends when there is nothing left to ask', () => {
  const everything = [...bank.questions.keys()];
  assert.deepEqual(serve({ kind: 'stage', stage: 1 }, 'cpe', 1, { seen: everything }).ids, []);
  assert.deepEqual(serve({ kind: 'depth', competence: '3.1' }, 'cpe', 1, { seen: idsOf('3.1') }).ids, []);
});

test('the first stage weighs the core of the métier alone; the next ones everything, the core twice', () => {
  const weightsOf = (stage: number) =>
    blueprintOf(bank, professions, { aim: { kind: 'stage', stage }, profession: 'cpe', length: 8, seed: 1 })
      .weights;
  const core = professions.cpe.core;
  for (const [dimension, competence] of bank.competences.entries()) {
    const isCore = core.includes(competence);
    assert.equal(weightsOf(1)[dimension], isCore ? 2 : 0, competence);
    assert.equal(weightsOf(2)[dimension], isCore ? 2 : 1, competence);
  }
});

test('a series in depth on a competence that does not exist is a bug', () => {
  assert.throws(() => serve({ kind: 'depth', competence: '9.9' }, 'cpe', 1), /No competence 9\.9/);
});

function idsOf(competence: string): string[] {
  return [...bank.questions.values()].filter((one) => one.competence === competence).map(({ id }) => id);
}
