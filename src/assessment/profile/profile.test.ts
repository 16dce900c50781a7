import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AbilityState, driftAbility, updateAbility } from '../../../psychometrics/index.ts';
import { frameworkAlone } from '../../../test/framework.ts';
import { bankOf, dimensionOf } from '../bank/bank.ts';
import { type EndedSeries, type Knowledge, type Profile, profileOf } from './profile.ts';

const { framework, professions, ...rest } = frameworkAlone();
const bank = bankOf({ framework, professions, ...rest });
const now = new Date('2026-11-23T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const item = { model: 'choice', discrimination: 1.5, difficulty: 0, guessing: 0 } as const;

/** A belief after so many answers on a competence, all right or all wrong. */
function after(state: AbilityState, competence: string, answers: number, score: 0 | 1): AbilityState {
  let belief = state;
  for (let answer = 0; answer < answers; answer += 1) {
    belief = updateAbility(belief, dimensionOf(bank, competence), item, score);
  }
  return belief;
}

/** The same on the first competence of every domain. */
function afterEverywhere(state: AbilityState, answers: number, score: 0 | 1): AbilityState {
  return ['1.1', '2.1', '3.1', '4.1', '5.1'].reduce(
    (belief, code) => after(belief, code, answers, score),
    state,
  );
}

function profileWith(known: Partial<Knowledge>, at = now): Profile {
  const knowledge: Knowledge = {
    state: bank.prior,
    asOf: now,
    answers: 0,
    answersByCompetence: new Map(),
    series: [],
    profession: 'cpe',
    parameterVersion: 'experts-1',
    unseenByCompetence: new Map(bank.competences.map((code) => [code, 8])),
    ...known,
  };
  return profileOf(bank, framework, professions, knowledge, at);
}

function reportOf(profile: Profile, code: string) {
  return profile.domains
    .flatMap(({ competences }) => competences)
    .find((one) => one.competence.code === code)!;
}

function series(change: Partial<EndedSeries>): EndedSeries {
  return {
    id: 'a',
    kind: 'stage',
    competence: null,
    occasion: 1,
    answers: 8,
    before: bank.prior,
    after: bank.prior,
    startedAt: now,
    endedAt: now,
    ...change,
  };
}

test('nothing is claimed of a competence before anybody has answered; the core of the métier comes first', () => {
  const profile = profileWith({});
  for (const { competences } of profile.domains) {
    for (const { competence, reading, reason, explorable } of competences) {
      assert.equal(reading, null);
      assert.equal(reason, professions.cpe.core.includes(competence.code) ? 'core-not-asked' : 'not-asked');
      assert.equal(explorable, true);
    }
  }
  assert.deepEqual([profile.answers, profile.stages, profile.history], [0, 0, []]);
});

test('one or two answers on a competence are too few to say anything, however good', () => {
  const state = after(bank.prior, '2.1', 2, 1);
  const profile = profileWith({
    state,
    answersByCompetence: new Map([
      ['2.1', 2],
      ['1.2', 1],
    ]),
  });
  const { reading, reason } = reportOf(profile, '2.1');
  assert.deepEqual([reading, reason], [null, 'core-too-little']);
  assert.equal(reportOf(profile, '1.2').reason, 'too-little');
});

test('three answers that leave four levels possible say nothing either', () => {
  const profile = profileWith({ answersByCompetence: new Map([['2.1', 3]]) });
  assert.deepEqual([reportOf(profile, '2.1').reading, reportOf(profile, '2.1').reason], [null, 'too-wide']);
});

test('enough answers of its own make a result, of the band of its belief, without a reason to explore', () => {
  const state = after(after(bank.prior, '2.1', 6, 1), '2.1', 4, 0);
  const { reading, reason } = reportOf(
    profileWith({ state, answersByCompetence: new Map([['2.1', 10]]) }),
    '2.1',
  );
  assert.equal(reason, null);
  assert.ok(reading!.highestLevel - reading!.lowestLevel < 3);
  assert.ok(reading!.band.low < reading!.mean && reading!.mean < reading!.band.high);
});

test('what is known fades: years later the bands are wider and a result may be withdrawn', () => {
  const known = { state: after(bank.prior, '2.1', 8, 0), answersByCompetence: new Map([['2.1', 8]]) };
  const today = profileWith(known);
  const later = profileWith(known, new Date('2040-11-23T08:00:00Z'));
  assert.notEqual(reportOf(today, '2.1').reading, null);
  assert.equal(reportOf(later, '2.1').reading, null);
  assert.ok(later.general.standardError > today.general.standardError);
  assert.deepEqual(
    profileWith(known, daysAgo(400)).general,
    today.general,
    'a clock set back takes nothing away',
  );
});

test('a domain counts the answers of its competences', () => {
  const { domains } = profileWith({
    answersByCompetence: new Map([
      ['2.1', 3],
      ['2.3', 2],
      ['3.1', 1],
    ]),
  });
  assert.deepEqual(
    domains.map(({ answers }) => answers),
    [0, 5, 1, 0, 0],
  );
});

test('a competence can be explored with three unseen questions, and once a year', () => {
  const unseen = (count: number) => ({ unseenByCompetence: new Map([['2.1', count]]) });
  assert.equal(reportOf(profileWith(unseen(3)), '2.1').explorable, true);
  assert.equal(reportOf(profileWith(unseen(2)), '2.1').explorable, false);
  assert.equal(reportOf(profileWith({ unseenByCompetence: new Map() }), '2.1').explorable, false);
  const explored = (days: number) => [series({ kind: 'depth', competence: '2.1', startedAt: daysAgo(days) })];
  assert.equal(reportOf(profileWith({ series: explored(300) }), '2.1').explorable, false);
  assert.equal(reportOf(profileWith({ series: explored(300) }), '2.2').explorable, true);
  assert.equal(reportOf(profileWith({ series: explored(370) }), '2.1').explorable, true);
});

test('stages are counted, series in depth are not', () => {
  const profile = profileWith({
    series: [series({}), series({ kind: 'depth', competence: '2.1' }), series({})],
  });
  assert.equal(profile.stages, 2);
});

test('the history has one moment an occasion, from its last series, without those never answered', () => {
  const second = after(bank.prior, '2.1', 4, 1);
  const { history } = profileWith({
    series: [
      series({ endedAt: daysAgo(200) }),
      series({ endedAt: daysAgo(190), answers: 5, after: second }),
      series({ occasion: 2, answers: 0, endedAt: daysAgo(20) }),
      series({ occasion: 3, endedAt: daysAgo(10), before: second, after: second }),
    ],
  });
  assert.deepEqual(
    history.map(({ occasion, answers, endedAt }) => [occasion, answers, endedAt]),
    [
      [1, 13, daysAgo(190)],
      [3, 8, daysAgo(10)],
    ],
  );
  assert.equal(history[0]!.changes, 'first');
  assert.notDeepEqual(history[0]!.general, profileWith({}).general);
});

/** Two occasions a year apart: a person who answered so, then so. */
function changesAfter(firstAnswers: number, firstScore: 0 | 1, answers: number, score: 0 | 1) {
  const first = afterEverywhere(bank.prior, firstAnswers, firstScore);
  const before = driftAbility(first, bank.prior, 12);
  const last = afterEverywhere(before, answers, score);
  const { history } = profileWith({
    series: [
      series({ after: first, endedAt: daysAgo(365) }),
      series({ occasion: 2, before, after: last, startedAt: daysAgo(1) }),
    ],
  });
  return history[1]!.changes;
}

test('no change is announced when the new answers say the same as the first', () => {
  assert.deepEqual(changesAfter(4, 1, 4, 1), []);
  assert.deepEqual(changesAfter(4, 0, 4, 0), []);
});

test('no change is announced for a mean that only drifted with time', () => {
  assert.deepEqual(changesAfter(6, 1, 0, 1), []);
  assert.deepEqual(changesAfter(6, 0, 0, 1), []);
});

test('no change is announced on one answer, even where it moves the most probable level', () => {
  const first = after(bank.prior, '2.1', 3, 0);
  const last = after(first, '2.1', 1, 1);
  const { history } = profileWith({
    series: [series({ after: first }), series({ occasion: 2, answers: 1, before: first, after: last })],
  });
  assert.deepEqual(history[1]!.changes, []);
});

test('a change the new answers establish is announced, in general and by domain, up or down', () => {
  const up = changesAfter(8, 0, 8, 1);
  assert.ok(Array.isArray(up) && up.some(({ what, direction }) => what === 'Ensemble' && direction === 'up'));
  assert.ok(up.length > 1 && up.every(({ direction }) => direction === 'up'));
  const down = changesAfter(8, 1, 8, 0);
  assert.ok(
    Array.isArray(down) && down.some(({ what, direction }) => what === 'Ensemble' && direction === 'down'),
  );
});

test('a change is looked for in the new answers alone: the first ones, however many, do not hold it back', () => {
  const changes = changesAfter(8, 0, 1, 1);
  assert.ok(Array.isArray(changes) && changes.some(({ what }) => what === 'Ensemble'));
});

test('a change in one domain is named by the title of the domain', () => {
  const first = after(bank.prior, '3.1', 12, 0);
  const last = after(first, '3.1', 24, 1);
  const { history } = profileWith({
    series: [series({ after: first }), series({ occasion: 2, before: first, after: last })],
  });
  const changes = history[1]!.changes;
  assert.ok(changes !== 'first');
  const titles = new Set(['Ensemble', ...framework.domains.map(({ title }) => title)]);
  assert.ok(changes.every(({ what }) => titles.has(what)));
  assert.ok(changes.some(({ what }) => what === framework.domains[2]!.title));
});
