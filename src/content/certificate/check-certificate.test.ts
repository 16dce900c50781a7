import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOfCertificate, smallDossier, smallExamination } from '../../../test/dossier.ts';
import { loadContent } from '../load.ts';
import { checkCertificate } from './check-certificate.ts';
import { type Dossier, dossierSchema } from './dossier.ts';
import { type Examination, examinationSchema } from './examination.ts';

const content = contentOfCertificate();
const dossier = smallDossier();
const examination = smallExamination();
const words = (count: number) => 'mot '.repeat(count).trim();

test('what is written of the certificate is without fault', () => {
  assert.deepEqual(checkCertificate(loadContent()), []);
});

test('a dossier and an examination of our own are valid, and nothing is held against them', () => {
  dossierSchema.parse(dossier);
  examinationSchema.parse(examination);
  assert.deepEqual(checkCertificate(content), []);
});

const BROKEN: [what: string, change: Partial<Dossier>, said: RegExp][] = [
  [
    'a document nobody wrote',
    { grid: dossier.grid.map((line) => ({ ...line, documents: ['d9'] })) },
    /^dossier ec-essai: no document d9$/,
  ],
  [
    'an overlooked detail of no document',
    { overlooked: dossier.overlooked.map((line) => ({ ...line, documents: ['d8'] })) },
    /no document d8/,
  ],
  ['an unknown fact', { facts: ['F99'] }, /no fact F99/],
  [
    'a competence that does not exist',
    { grid: dossier.grid.map((line) => ({ ...line, competences: ['9.9'] })) },
    /no competence 9\.9/,
  ],
  [
    'documents too long to be read in a quarter of an hour',
    { documents: dossier.documents.map((document) => ({ ...document, text: words(400) })) },
    /documents of 2400 words, 1400 to 2200 expected/,
  ],
  [
    'a worked answer too short',
    { answer: { diagnosis: words(100), proposals: words(100), limits: words(100) } },
    /answer of 300 words, 600 to 900 expected/,
  ],
  ['an order too long', { order: words(91) }, /order of 91 words/],
  ['a position too long', { position: words(41) }, /position of 41 words/],
  [
    'two documents of one name',
    { documents: dossier.documents.map((document) => ({ ...document, id: 'd2' })), overlooked: [] },
    /two documents of the same id/,
  ],
  ['a straight apostrophe', { summary: "L'élève ne vient plus." }, /straight apostrophe/],
];

for (const [what, change, said] of BROKEN) {
  test(`${what} is held against a dossier`, () => {
    const lines = checkCertificate({ ...content, dossiers: [smallDossier(change)] });
    assert.ok(
      lines.some((line) => said.test(line)),
      lines.join('\n'),
    );
  });
}

const UNSOUND: [what: string, change: Partial<Examination>, said: RegExp][] = [
  [
    'a session of 35 minutes',
    {
      sessions: {
        ...examination.sessions,
        steps: [...examination.sessions.steps, { title: 'Encore', minutes: 5, hint: 'Un peu.' }],
      },
    },
    /steps of 35 minutes together, 30 expected/,
  ],
  [
    'an unknown fact',
    { sections: examination.sections.map((part) => ({ ...part, lines: [{ text: 'Dit.', source: 'F99' }] })) },
    /no fact F99/,
  ],
  [
    'a site nobody chose',
    {
      sections: examination.sections.map((part) => ({
        ...part,
        lines: [{ text: 'Dit.', source: { title: 'Blog', url: 'https://blog.example/' } }],
      })),
    },
    /blog\.example is not among the sites/,
  ],
];

for (const [what, change, said] of UNSOUND) {
  test(`${what} is held against the page of the examination`, () => {
    const lines = checkCertificate({ ...content, examination: smallExamination(change) });
    assert.ok(
      lines.some((line) => said.test(line)),
      lines.join('\n'),
    );
  });
}
