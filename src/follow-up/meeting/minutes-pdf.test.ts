import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../test/pdf-reader.ts';
import { renderPdf } from '../../pdf/index.ts';
import type { MinutesItem } from './minutes.store.ts';
import { minutesDocument } from './minutes-pdf.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const item = (code: string, discussed: boolean): MinutesItem => ({
  code,
  level: '4e',
  discussed,
  levers: ['accueil'],
  decided: Array.from({ length: 3 }, (_, at) => ({
    id: `${code}-${at}`,
    followUpId: code,
    meetingId: 'm',
    kind: 'tutorat',
    act: `Vingt minutes chaque jeudi pour préparer la semaine de ${code}`,
    who: 'cpe',
    person: null,
    due: '2026-12-14',
    decidedOn: '2026-11-30',
    outcome: null,
    endedOn: null,
  })) as MinutesItem['decided'],
  lookedBack: [],
});
const codes = Array.from({ length: 9 }, (_, at) => `HZ-6${at}U`);
const pdf = readPdf(
  await renderPdf(
    minutesDocument(
      {
        schoolName: 'Collège des Quatre-Vents',
        heldOn: '2026-11-30',
        closedAt: NOW,
        items: [...codes.map((code) => item(code, true)), item('NW-PJC', false)],
      },
      NOW,
    ),
  ),
);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('minutes say their school and their day, on the first page and on those read apart', () => {
  assert.equal(plain(pdf.title ?? ''), 'Compte rendu du GPDS du 30 novembre 2026 – Collège des Quatre-Vents');
  assert.match(
    plain(pdf.pages[0]!.text),
    /30 novembre 2026.*Collège des Quatre-Vents.*9 situations examinées/s,
  );
  for (const [index, { artifacts }] of pdf.pages.entries()) {
    const said = plain(artifacts.join(' '));
    assert.match(said, /Document interne au GPDS/);
    if (index > 0) assert.match(said, /Collège des Quatre-Vents/);
  }
});

test('no situation is cut by the end of a page, and the last page is not blank', () => {
  assert.ok(pdf.pages.length > 1);
  for (const code of codes) {
    assert.equal(pdf.pages.filter(({ text }) => text.includes(code)).length, 1, code);
  }
  assert.match(plain(pdf.pages.at(-1)!.text), /Non examinée : NW-PJC\./);
});
