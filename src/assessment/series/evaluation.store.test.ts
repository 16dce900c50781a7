import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { someone as newcomer } from '../../../test/someone.ts';
import { type Content, loadContent, type Profession, type Question } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { recordQuestions } from '../bank/question-version.store.ts';
import { plausibleResponse } from '../demonstration/plausible-response.ts';
import { findKnowledge } from '../profile/profile.store.ts';
import { computeStatistics, findStatistics } from '../statistics/statistics.store.ts';
import { recordAnswer, stopEvaluation } from './answer.store.ts';
import { findEvaluation, findEvaluations } from './evaluation.store.ts';
import { findBrokenPromises, recomputeAbility } from './oracle.store.ts';
import { startEvaluation } from './start.store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

const db = await testDatabase();
let content: Content;
before(async () => {
  content = await recordQuestions(db, loadContent(), NOW, () => assert.fail('nothing has changed'));
});

const someone = (profession: Profession = 'enseignant') => newcomer(db, profession, NOW);

async function start(viewer: Viewer, competence: string | null = null, now = NOW, seed = 7): Promise<string> {
  const outcome = await startEvaluation(db, viewer, content, { competence, seed, now });
  assert.ok('started' in outcome, JSON.stringify(outcome));
  return outcome.started;
}

const rightly = (question: Question) => plausibleResponse(question, 3);
const wrongly = (question: Question) => plausibleResponse(question, 0);

async function answer(
  viewer: Viewer,
  id: string,
  position: number,
  read = rightly,
  now = NOW,
  using: Db = db,
) {
  return recordAnswer(using, viewer, content, id, position, read, now);
}

async function answerAll(viewer: Viewer, id: string, read = rightly, now = NOW): Promise<number> {
  for (let position = 1; ; position++) {
    const outcome = await answer(viewer, id, position, read, now);
    assert.ok('recorded' in outcome, JSON.stringify(outcome));
    if (outcome.recorded === 'finished') return position;
  }
}

test('a stage has eight questions, over the five domains, then it is finished', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  assert.equal(await answerAll(viewer, id), 8);
  const found = await findEvaluation(db, viewer, id);
  assert.equal(found?.evaluation.status, 'finished');
  assert.equal(new Set(found?.questions.map(({ question }) => question.competence[0])).size, 5);
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('a question withdrawn for want of review is not served in a new series', async () => {
  const viewer = await someone();
  const kept = new Set(content.questions.filter((_, index) => index % 2 === 0).map(({ id }) => id));
  const aged = {
    ...content,
    questions: content.questions.map((question) =>
      kept.has(question.id) ? question : { ...question, reviewBy: '2026-01-01' },
    ),
  };
  const outcome = await startEvaluation(db, viewer, aged, { competence: null, seed: 7, now: NOW });
  assert.ok('started' in outcome);
  for (let position = 1; position <= 8; position += 1)
    await recordAnswer(db, viewer, aged, outcome.started, position, rightly, NOW);
  const found = await findEvaluation(db, viewer, outcome.started);
  assert.equal(found?.questions.length, 8);
  for (const { question } of found!.questions) assert.ok(kept.has(question.id), question.id);
});

test('reviewing a question already asked needs no new version', async () => {
  const reviewed = {
    ...content,
    questions: content.questions.map((question) => ({
      ...question,
      reviewBy: '2031-01-01',
      status: 'relu' as const,
    })),
  };
  const recorded = await recordQuestions(db, reviewed, NOW, (line) => assert.fail(line));
  assert.ok(
    recorded.questions.every(({ reviewBy, status }) => reviewBy === '2031-01-01' && status === 'relu'),
  );
  await recordQuestions(db, loadContent(), NOW, (line) => assert.fail(line));
});

test('starting twice at once opens one series', async () => {
  const viewer = await someone('cpe');
  const started = await Promise.all(Array.from({ length: 10 }, (_, seed) => start(viewer, null, NOW, seed)));
  assert.equal(new Set(started).size, 1);
  assert.equal((await findEvaluations(db, viewer)).length, 1);
});

test('one answer sent twenty times at once is recorded once, the first', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => answer(viewer, id, 1)));
  assert.equal(outcomes.filter((outcome) => 'recorded' in outcome).length, 1);
  assert.equal(
    outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'already-answered').length,
    19,
  );
  const found = await findEvaluation(db, viewer, id);
  assert.equal(found?.evaluation.answers, 1);
  assert.equal(found?.questions.length, 2);
});

test('a better answer sent afterwards changes nothing', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  await answer(viewer, id, 1, wrongly);
  const before = await findKnowledge(db, viewer, content, NOW);
  assert.deepEqual(await answer(viewer, id, 1, rightly), { refused: 'already-answered' });
  assert.deepEqual((await findKnowledge(db, viewer, content, NOW))?.state, before?.state);
});

test('a question that was not served cannot be answered', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  assert.deepEqual(await answer(viewer, id, 2), { refused: 'not-served' });
  assert.deepEqual(await answer(viewer, id, 9), { refused: 'not-served' });
});

test('the series of somebody else is like one that does not exist', async () => {
  const id = await start(await someone());
  const other = await someone('direction');
  assert.equal(await findEvaluation(db, other, id), null);
  assert.deepEqual(await answer(other, id, 1), { refused: 'absent' });
  assert.equal(await stopEvaluation(db, other, id, NOW), 'absent');
  assert.deepEqual(await answer(other, randomUUID(), 1), { refused: 'absent' });
  assert.deepEqual(await answer(other, "x' or true --", 1), { refused: 'absent' });
  assert.equal(await findKnowledge(db, other, content, NOW), null);
});

test('an answer that cannot be read is refused and the question waits', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  const outcome = await recordAnswer(db, viewer, content, id, 1, () => ({ problem: 'Choisissez.' }), NOW);
  assert.deepEqual(outcome, { refused: 'invalid', problem: 'Choisissez.' });
  assert.ok('recorded' in (await answer(viewer, id, 1)));
});

test('a failure in the middle leaves neither half an answer nor half a state', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  const known = await recomputeAbility(db, content, viewer.personId);
  const broken = recordAnswer(
    db,
    viewer,
    content,
    id,
    1,
    () => {
      throw new Error('the machine stopped here');
    },
    NOW,
  );
  await assert.rejects(broken, /stopped here/);
  assert.deepEqual(await recomputeAbility(db, content, viewer.personId), known);
  assert.deepEqual(await findBrokenPromises(db, content), []);
  assert.ok('recorded' in (await answer(viewer, id, 1)));
});

test('the same person, seed and answers get the same questions', async () => {
  const asked = await Promise.all(
    [1, 2].map(async () => {
      const viewer = await someone('infirmier');
      const id = await start(viewer, null, NOW, 99);
      await answerAll(viewer, id);
      return (await findEvaluation(db, viewer, id))?.questions.map(({ question }) => question.id);
    }),
  );
  assert.deepEqual(asked[0], asked[1]);
});

test('a series stopped keeps its answers and can no longer be answered', async () => {
  const viewer = await someone();
  const id = await start(viewer);
  await answer(viewer, id, 1);
  assert.equal(await stopEvaluation(db, viewer, id, NOW), 'stopped');
  assert.deepEqual(await answer(viewer, id, 2), { refused: 'closed' });
  const found = await findEvaluation(db, viewer, id);
  assert.equal(found?.evaluation.status, 'stopped');
  assert.equal(found?.evaluation.answers, 1);
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('three stages make a positionnement full, without a question seen twice; two months later another may begin', async () => {
  const viewer = await someone('cpe');
  const seen: string[] = [];
  for (const stage of [0, 1, 2]) {
    const id = await start(viewer, null, later(stage), stage);
    await answerAll(viewer, id, rightly, later(stage));
    seen.push(...(await findEvaluation(db, viewer, id))!.questions.map(({ question }) => question.id));
  }
  assert.equal(seen.length, 24);
  assert.equal(new Set(seen).size, 24);
  const fourth = await startEvaluation(db, viewer, content, { competence: null, seed: 3, now: later(3) });
  assert.deepEqual(fourth, { refused: 'stages-complete' });
  await answerAll(viewer, await start(viewer, null, later(70)), rightly, later(70));
  const knowledge = await findKnowledge(db, viewer, content, later(70));
  assert.deepEqual(
    knowledge?.series.map(({ occasion }) => occasion),
    [1, 1, 1, 2],
  );
});

test('a stage left without an answer does not count, and nothing is explored in depth before a stage', async () => {
  const viewer = await someone();
  for (const seed of [1, 2, 3, 4])
    await stopEvaluation(db, viewer, await start(viewer, null, NOW, seed), NOW);
  const depth = await startEvaluation(db, viewer, content, { competence: '3.1', seed: 1, now: NOW });
  assert.deepEqual(depth, { refused: 'stage-first' });
  await answer(viewer, await start(viewer), 1);
});

test('a competence in depth asks its own questions only, once a year, and makes it better known', async () => {
  const viewer = await someone('psyen');
  await answerAll(viewer, await start(viewer));
  const before = (await findKnowledge(db, viewer, content, NOW))!;
  const id = await start(viewer, '3.1');
  const count = await answerAll(viewer, id);
  assert.ok(count >= 3 && count <= 12, `${count} questions`);
  const found = await findEvaluation(db, viewer, id);
  assert.ok(found?.questions.every(({ question }) => question.competence === '3.1'));
  const after = (await findKnowledge(db, viewer, content, NOW))!;
  const variance = (covariance: readonly number[]) => covariance[6 * 16 + 6]!;
  assert.ok(variance(after.state.covariance) < 0.8 * variance(before.state.covariance));
  const again = await startEvaluation(db, viewer, content, { competence: '3.1', seed: 1, now: later(90) });
  assert.deepEqual(again, { refused: 'explored-this-year' });
});

test('time passing widens what is known, and the replay of the answers tells the same', async () => {
  const viewer = await someone('aed');
  await answerAll(viewer, await start(viewer));
  await answerAll(viewer, await start(viewer, null, later(200)), wrongly, later(200));
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('a question retired or rewritten in the middle of a series is still shown as it was asked', async () => {
  const viewer = await someone('autre');
  const id = await start(viewer);
  await answer(viewer, id, 1);
  const open = (await findEvaluation(db, viewer, id))!.questions[1]!.question;
  const without: Content = { ...content, questions: content.questions.filter((q) => q.id !== open.id) };
  const shrunk = await recordQuestions(db, without, NOW, () => assert.fail('nothing was edited'));
  assert.ok('recorded' in (await recordAnswer(db, viewer, shrunk, id, 2, rightly, NOW)));

  const third = (await findEvaluation(db, viewer, id))!.questions[2]!.question;
  const rewritten = (version: number): Content => ({
    ...shrunk,
    questions: shrunk.questions.map((q) =>
      q.id === third.id ? { ...q, version, stem: 'Autre énoncé ?' } : q,
    ),
  });
  const warnings: string[] = [];
  const kept = await recordQuestions(db, rewritten(third.version), NOW, (line) => warnings.push(line));
  assert.match(warnings.join(), new RegExp(third.id));
  assert.equal(kept.questions.find((q) => q.id === third.id)?.stem, third.stem);

  const next = await recordQuestions(db, rewritten(third.version + 1), NOW, () => assert.fail());
  assert.equal(next.questions.find((q) => q.id === third.id)?.stem, 'Autre énoncé ?');
  assert.equal((await findEvaluation(db, viewer, id))!.questions[2]!.question.stem, third.stem);
  for (let position = 3; position <= 8; position++) {
    assert.ok('recorded' in (await recordAnswer(db, viewer, next, id, position, rightly, NOW)));
  }
  assert.equal((await findEvaluation(db, viewer, id))?.evaluation.status, 'finished');
  await recordQuestions(db, loadContent(), NOW, () => undefined);
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('the oracle sees a state that is not that of the answers, and an answer without its audit line', async () => {
  const viewer = await someone();
  await answer(viewer, await start(viewer), 1);
  await db
    .updateTable('person_ability')
    .set({ answers: 5 })
    .where('person_id', '=', viewer.personId)
    .execute();
  const broken = await findBrokenPromises(db, content);
  assert.equal(broken.length, 1);
  assert.match(broken[0]!, /5 answers counted, 1 stored/);
});

test('an answer read again counts like any other, but for its time', async () => {
  const viewers = await Promise.all(Array.from({ length: 80 }, () => someone('infirmier')));
  const ids: string[] = [];
  for (const [index, viewer] of viewers.entries()) {
    const id = await start(viewer);
    ids.push(id);
    const reread = index % 2 === 0;
    const seconds = reread ? 500 : 40;
    const at = new Date(NOW.getTime() + seconds * 1_000);
    const outcome = await recordAnswer(db, viewer, content, id, 1, rightly, at, { reread });
    assert.ok('recorded' in outcome);
    await stopEvaluation(db, viewer, id, at);
  }
  const { question_id } = await db
    .selectFrom('served_question')
    .select('question_id')
    .where('evaluation_id', '=', ids[0]!)
    .where('position', '=', 1)
    .executeTakeFirstOrThrow();
  await computeStatistics(db, content, later(1));
  const line = (await findStatistics(db, content)).lines.find(({ id }) => id === question_id)!;
  assert.ok(line.answered >= 40);
  assert.equal(line.figures.medianSeconds, 40);
  assert.notEqual(line.figures.credit, null);
});
