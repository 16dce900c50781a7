import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkAlone } from '../../../test/framework.ts';
import { type ReadPdf, readPdf } from '../../../test/pdf-reader.ts';
import { renderPdf } from '../../pdf/index.ts';
import { bankOf } from '../bank/bank.ts';
import { LEVEL_ZONES, PROVISIONAL_NOTICE } from './level-words.ts';
import { type EndedSeries, type Knowledge, type Profile, profileOf } from './profile.ts';
import { profileDocument, profileFileName } from './profile-pdf.ts';

const now = new Date('2026-11-23T08:20:00Z');
const content = frameworkAlone();
const bank = bankOf(content);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Somebody of some experience: as many occasions as asked, and two competences well known. */
function knowledge(occasions: number): Knowledge {
  const covariance = bank.prior.covariance.map((value) => value * 0.1);
  const state = { mean: bank.prior.mean.map(() => 0.4), covariance };
  const series = Array.from({ length: occasions }, (_, index): EndedSeries => {
    const at = new Date(now.getTime() - (occasions - index) * 150 * 86_400_000);
    return {
      id: String(index),
      kind: 'stage',
      competence: null,
      occasion: index + 1,
      answers: 8,
      before: bank.prior,
      after: state,
      startedAt: at,
      endedAt: at,
    };
  });
  return {
    state,
    asOf: now,
    answers: 8 * occasions,
    answersByCompetence: new Map([
      ['1.1', 1],
      ['2.1', 5],
      ['3.1', 4],
    ]),
    series,
    profession: 'enseignant',
    parameterVersion: 'experts-1',
    unseenByCompetence: new Map(),
  };
}

function profile(occasions = 2): Profile {
  return profileOf(bank, content.framework, content.professions, knowledge(occasions), now);
}

async function read(of: Profile, name = 'Inès Delattre'): Promise<ReadPdf> {
  return readPdf(await renderPdf(profileDocument(of, name, now)));
}

const pdf = await read(profile());
const ofType = (type: string) => pdf.tags.filter((tag) => tag.type === type);

test('the tags say: one title, sections, a table with its headers, lists, and a figure in words', () => {
  assert.deepEqual(
    ofType('H1').map(({ text }) => text),
    ['Ce que je sais'],
  );
  assert.deepEqual(
    ofType('H2').map(({ text }) => text),
    ['Dans l’ensemble', 'Par domaine', 'Ce que veut dire un niveau', 'Par compétence', 'Dans le temps'],
  );
  assert.deepEqual(
    ofType('TH').map(({ scope, text }) => [scope, text]),
    [
      ...['Domaine', 'Estimation', 'Réponses'].map((column) => ['Column', column]),
      ...content.framework.domains.map(({ title }) => ['Row', plain(title)]),
    ],
  );
  for (const row of ofType('TR')) assert.equal(row.children.length, 3);
  assert.equal(ofType('Figure').length, 1);
  for (const { alt } of ofType('Figure'))
    assert.match(alt ?? '', /^Barre sur quatre zones.*le plus probable/);
  assert.equal(ofType('L').length, 4);
});

test('what is drawn is either tagged or an artifact, in the order it is read, in faces that tell their characters', () => {
  for (const { untagged, tabs } of pdf.pages) {
    assert.deepEqual(untagged, []);
    assert.equal(tabs, 'S');
  }
  assert.equal(pdf.readsAsDrawn, true);
  assert.equal(pdf.unreadable, 0);
  assert.ok(pdf.faces.every(({ embedded, tellsCharacters }) => embedded && tellsCharacters));
});

test('whose, when, on how many answers, by which parameters, and that it is provisional: before any result', () => {
  const { text } = pdf.root;
  for (const said of [
    'Inès Delattre',
    'Établi le 23 novembre 2026, sur 16 réponses',
    'Version des paramètres : experts-1.',
    PROVISIONAL_NOTICE,
  ]) {
    assert.ok(text.includes(said), said);
    assert.ok(text.indexOf(said) < text.indexOf('Dans l’ensemble'), said);
  }
  assert.equal(pdf.title, 'Ce que je sais – Inès Delattre – 23 novembre 2026');
});

test('every page says what it cannot serve for, and its number, outside the tags', () => {
  assert.ok(pdf.pages.length <= 3);
  for (const [index, { artifacts }] of pdf.pages.entries()) {
    assert.ok(artifacts.join('').includes('Ne peut servir ni à évaluer, ni à recruter, ni à certifier.'));
    assert.ok(artifacts.join('').includes(`Page ${index + 1} sur ${pdf.pages.length}`));
  }
});

test('no level is said without its band', () => {
  const results = [...ofType('TR').slice(1), ...ofType('LI')].map(({ text }) => text);
  for (const text of results.filter((one) => one.includes('le plus probable :'))) {
    const [before] = text.split('le plus probable :');
    assert.ok(
      LEVEL_ZONES.some((zone) => before!.includes(zone)),
      text,
    );
  }
});

test('a competence is measured or to be explored, with the reason, and never both', () => {
  const of = profile();
  const items = ofType('LI').map(({ text }) => text);
  for (const { competences } of of.domains) {
    for (const { competence, reading } of competences) {
      const [item, ...others] = items.filter((text) => text.startsWith(plain(competence.title)));
      assert.equal(others.length, 0);
      assert.match(item ?? '', reading ? /réponses?\.$/ : /abordée|Trop peu|trop peu|marge/);
    }
  }
});

test('many years of results still make a whole document', async () => {
  const long = await read(profile(20));
  assert.equal(long.readsAsDrawn, true);
  assert.equal(long.tags.filter(({ type, text }) => type === 'LI' && text.includes('8 réponses')).length, 20);
});

test('a person whose name has unusual letters gets a document too', async () => {
  const { root } = await read(profile(1), 'Nguyễn Łucja <O’Connor> & fils');
  assert.ok(root.text.includes('Nguyễn Łucja <O’Connor> & fils'));
});

test('the file is named by what it is and its day', () => {
  assert.equal(profileFileName(now), 'Ce que je sais – 23 novembre 2026.pdf');
});
