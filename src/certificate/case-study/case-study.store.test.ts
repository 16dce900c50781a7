import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOfCertificate, smallDossier } from '../../../test/dossier.ts';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { findFinishedCaseStudies } from '../index.ts';
import {
  type Act,
  findCaseStudies,
  findCaseStudy,
  findReplies,
  removeCaseStudy,
  resume,
  saveMarks,
  saveReply,
  startCaseStudy,
  write,
} from './case-study.store.ts';
import { workedSeconds } from './hour.ts';

const db = await testDatabase();
const START = new Date('2026-11-23T09:00:00Z');
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const dossier = smallDossier();

async function studying(manner: 'screen' | 'paper' = 'screen') {
  const viewer = await someone(db, 'cpe', START);
  return { viewer, id: await startCaseStudy(db, viewer, dossier, manner, START) };
}

function writes(
  viewer: Viewer,
  id: string,
  [diagnosis, proposals, revision]: [string, string, number],
  minute: number,
  act: Act = 'save',
  saidMinutes?: number,
) {
  const written = { diagnosis, proposals, revision };
  return write(
    db,
    viewer,
    id,
    { written, act, ...(saidMinutes === undefined ? {} : { saidMinutes }) },
    at(minute),
  );
}

test('two clicks on « start » begin one hour', async () => {
  const viewer = await someone(db, 'cpe', START);
  const ids = await Promise.all([1, 2, 3].map(() => startCaseStudy(db, viewer, dossier, 'screen', START)));
  assert.equal(new Set(ids).size, 1);
  assert.equal((await findCaseStudies(db, viewer)).length, 1);
});

test('what is written is kept, and each save counts', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Un.', '', 0], 1);
  await writes(viewer, id, ['Un. Deux.', 'Trois.', 1], 2);
  const study = await findCaseStudy(db, viewer, id);
  assert.deepEqual([study?.diagnosis, study?.proposals, study?.revision], ['Un. Deux.', 'Trois.', 2]);
});

test('a window left behind overwrites nothing: it is told, and both texts remain', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Première fenêtre.', '', 0], 1);
  const late = await writes(viewer, id, ['Seconde fenêtre.', '', 0], 2);
  assert.equal(late.outcome, 'conflict');
  assert.equal((await findCaseStudy(db, viewer, id))?.diagnosis, 'Première fenêtre.');
  const again = await writes(viewer, id, ['Première fenêtre.', '', 0], 3);
  assert.equal(again.outcome, 'done', 'the same text is no conflict');
});

test('two windows that save at the same moment: one is kept, the other is told', async () => {
  const { viewer, id } = await studying();
  const outcomes = await Promise.all(['A', 'B', 'C'].map((text) => writes(viewer, id, [text, '', 0], 1)));
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['conflict', 'conflict', 'done']);
});

test('a pause stops the clock, is kept, and goes on where it stopped', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Un.', '', 0], 10, 'pause');
  assert.equal(workedSeconds((await findCaseStudy(db, viewer, id))!, at(25)), 600);
  assert.equal(await resume(db, viewer, id, at(17)), true);
  await writes(viewer, id, ['Un.', 'Deux.', 1], 30, 'finish');
  const study = await findCaseStudy(db, viewer, id);
  assert.deepEqual(study?.pauses, [{ from: at(10), until: at(17) }]);
  assert.equal(workedSeconds(study!, at(500)), 23 * 60);
});

test('writing from another window ends the pause: nobody writes while the clock is stopped', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Un.', '', 0], 10, 'pause');
  await writes(viewer, id, ['Un.', '', 0], 11);
  assert.equal((await findCaseStudy(db, viewer, id))?.pauses[0]?.until, null, 'the same text is not writing');
  await writes(viewer, id, ['Un. Deux.', '', 1], 12);
  assert.deepEqual((await findCaseStudy(db, viewer, id))?.pauses, [{ from: at(10), until: at(12) }]);
});

test('what was written at 60:00 is kept apart from what comes after', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Dans l’heure.', 'Une.', 0], 59);
  await writes(viewer, id, ['Dans l’heure.\nAprès.', 'Une.', 1], 61);
  await writes(viewer, id, ['Tout changé.', 'Une.', 2], 70, 'finish');
  const study = await findCaseStudy(db, viewer, id);
  assert.deepEqual(study?.atTheHour, { diagnosis: 'Dans l’heure.', proposals: 'Une.' });
  assert.equal(study?.diagnosis, 'Tout changé.');
});

test('paused time is not counted against the hour', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Un.', '', 0], 10, 'pause');
  await resume(db, viewer, id, at(30));
  await writes(viewer, id, ['Un. Deux.', '', 1], 75);
  assert.equal((await findCaseStudy(db, viewer, id))?.atTheHour, null);
});

test('a text copied from paper has no hour but the one that is said', async () => {
  const { viewer, id } = await studying('paper');
  await writes(viewer, id, ['Recopié.', 'Aussi.', 0], 5_000, 'finish', 65);
  const study = await findCaseStudy(db, viewer, id);
  assert.equal(study?.saidMinutes, 65);
  assert.equal(study?.atTheHour, null);
});

test('once finished, nothing is written any more, and another hour may begin', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Fini.', '', 0], 30, 'finish');
  assert.equal((await writes(viewer, id, ['Encore.', '', 1], 31)).outcome, 'finished');
  assert.equal(await resume(db, viewer, id, at(31)), false);
  assert.notEqual(await startCaseStudy(db, viewer, dossier, 'screen', at(32)), id);
});

test('a study is of one person only', async () => {
  const { viewer, id } = await studying();
  const other = await someone(db, 'cpe', START);
  assert.equal(await findCaseStudy(db, other, id), null);
  assert.equal((await writes(other, id, ['Intrus.', '', 0], 1)).outcome, 'absent');
  assert.equal(await saveMarks(db, other, id, { g1: 'full' }, at(1)), false);
  assert.equal(await saveReply(db, other, id, { question: 1, reply: 'Intrus.' }, at(1)), false);
  assert.equal(await removeCaseStudy(db, other, id, at(1)), false);
  assert.equal((await findCaseStudy(db, viewer, id))?.diagnosis, '');
  assert.equal(await findCaseStudy(db, viewer, 'not-an-identifier'), null);
});

test('a portfolio receives finished studies with the day, the self-assessment and the readings', async () => {
  const { viewer, id } = await studying();
  const content = contentOfCertificate();
  assert.deepEqual(await findFinishedCaseStudies(db, content, viewer), [], 'not before the end');
  await writes(viewer, id, ['Fini.', '', 0], 30, 'finish');
  await saveMarks(db, viewer, id, { g1: 'full', g2: 'partly', g3: 'full' }, at(40));
  await saveReply(db, viewer, id, { question: 2, reply: 'Ma réponse.' }, at(50));
  await saveReply(db, viewer, id, { question: 2, reply: 'Ma réponse, mieux.' }, at(51));
  assert.deepEqual([...(await findReplies(db, viewer, id))], [[2, 'Ma réponse, mieux.']]);
  assert.deepEqual(await findFinishedCaseStudies(db, content, viewer), [
    {
      id,
      dossierId: 'ec-essai',
      title: 'La classe de Nilo',
      day: '2026-11-23',
      competences: ['2.3'],
      selfAssessment: { full: 2, partly: 1, missing: 0, criteria: 6 },
      readings: 0,
    },
  ]);
});

test('a study removed leaves nothing', async () => {
  const { viewer, id } = await studying();
  await writes(viewer, id, ['Un.', '', 0], 10, 'pause');
  assert.equal(await removeCaseStudy(db, viewer, id, at(11)), true);
  assert.deepEqual(await findCaseStudies(db, viewer), []);
  const pauses = await db
    .selectFrom('case_study_pause')
    .selectAll()
    .where('case_study_id', '=', id)
    .execute();
  assert.deepEqual(pauses, []);
});
