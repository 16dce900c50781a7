import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../test/pdf-reader.ts';
import { renderPdf } from '../../pdf/index.ts';
import type { Place } from '../counts/place.ts';
import { funnelOf, funnelReport } from '../funnel/funnel.ts';
import { signalsOf, signalsReport } from '../weak-signals/weak-signals.ts';
import { yearlyFileName, yearlyReport } from './yearly-report.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const PLACE: Place = {
  scope: 'school',
  code: '0000101J',
  name: 'Collège des Quatre-Vents',
  precision: 'rounded',
  own: true,
};
const COUNTS = new Map([
  ['followed', 43],
  ['contacted', 41],
  ['exit:education', 31],
  ['exit:unknown', 7],
  ['left:3', 4],
  ['stayed:9', 39],
]);
const signals = [{ id: 'S01', name: 'Absences non justifiées', short: 'Absences' }] as never;
const pdf = readPdf(
  await renderPdf(
    yearlyReport(
      [
        funnelReport(funnelOf(COUNTS, '2026-11-23', 'rounded'), 'rounded'),
        signalsReport(
          signalsOf(new Map([['signal:S01:gone:same', 40]]), '2026-11-23', 'rounded'),
          null,
          signals,
          'rounded',
        ),
      ],
      { place: PLACE, year: 2025, about: 'Effectifs arrondis.', now: NOW },
    ),
  ),
);
const textOf = (type: string) =>
  pdf.tags.filter((tag) => tag.type === type).map(({ text }) => text.replaceAll('\u00a0', ' '));

test('the report of a year reads in order, with titles, tables and their headers tagged', () => {
  assert.deepEqual(
    [pdf.marked, pdf.language, pdf.displaysTitle, pdf.readsAsDrawn, pdf.unreadable],
    [true, 'fr-FR', true, true, 0],
  );
  assert.deepEqual(textOf('H1'), ['Bilan 2025-2026']);
  assert.deepEqual(textOf('H2'), [
    'En bref',
    'Le parcours des jeunes accompagnés',
    'Les signaux faibles, six mois après',
  ]);
  assert.equal(pdf.title, 'Bilan 2025-2026 – Collège des Quatre-Vents');
  assert.ok(
    pdf.tags.some(({ type, scope, text }) => type === 'TH' && scope === 'Row' && text.includes('Contactés')),
  );
  for (const { untagged } of pdf.pages) assert.deepEqual(untagged, []);
});

test('it says what the pages say: a part with its interval, rounded for its reader', () => {
  const cells = textOf('TD');
  assert.ok(
    cells.some((text) => text.includes('88,9 %')),
    '40 of 45',
  );
  assert.ok(pdf.pages.some(({ text }) => text.replaceAll('\u00a0', ' ').includes('Effectifs arrondis.')));
  assert.equal(yearlyFileName(PLACE, 2025), 'Bilan 2025-2026 – Collège des Quatre-Vents.pdf');
});

test('no word of a title is wider than its column', () => {
  // A word cut in two would leave a piece of it alone in the text of the page.
  const text = pdf.pages
    .map((page) => page.text)
    .join(' ')
    .replaceAll('\u00a0', ' ');
  for (const word of ['Inchangé', 'personne', 'Effectif', 'nouveau'])
    assert.match(text, new RegExp(`\\b${word}`));
});
