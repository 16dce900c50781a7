import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { routes } from '../../routes.ts';
import { type Asked, actsText } from './peers/confirmation.ts';
import type { KeptPiece } from './piece.ts';
import { readHours, standingOf } from './standing.ts';

const { framework } = loadContent();

function piece(kind: KeptPiece['kind'], epreuves: number[], competences = ['2.3']): KeptPiece {
  const kept = { competences, epreuves, note: null };
  return { kind, id: kind, title: kind, day: '2026-11-20', minutes: null, competences, path: '/', kept };
}

function confirmed(level: 4 | 5 | null, on: string): Asked {
  return {
    id: on,
    competence: '2.3',
    answer: 'confirmed',
    level,
    peer: `Pair ${on}`,
    answeredAt: new Date(on),
  } as Asked;
}

test('nothing kept: all that one would bring to each épreuve is named, with a page to make it on', () => {
  const { epreuves, domains } = standingOf([], [], framework, 0);
  assert.deepEqual(
    epreuves.map(({ there, missing }) => [there, missing.length]),
    [
      ['', 3],
      ['', 3],
    ],
  );
  const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  for (const { where } of epreuves.flatMap(({ missing }) => missing)) assert.ok(pages.includes(where), where);
  assert.equal(
    domains.reduce((sum, { bare }) => sum + bare, 0),
    16,
  );
});

test('what is attached to an épreuve is no longer missing there, and counts for the other only if attached to it', () => {
  const kept = [piece('session', [1]), piece('plan', [1, 2]), piece('module', [])];
  const { epreuves, domains } = standingOf(kept, [], framework, 0);
  const [first, second] = epreuves.map(({ missing }) => missing.map(({ text }) => text));
  assert.deepEqual(first, ['une observation par un pair']);
  assert.deepEqual(second, ['une étude de cas en temps limité', 'un module qui appuie votre analyse']);
  assert.equal(epreuves[0]!.there, '1 séance et 1 plan tenu');
  assert.equal(domains[1]!.competences[2]!.there, '1 séance, 1 plan tenu et 1 module');
  assert.equal(domains[1]!.bare, 2);
});

test('of several confirmations the highest level is told, then the latest; an answer that is none tells nothing', () => {
  const of = (asked: Asked[]) => standingOf([], asked, framework, 0).domains[1]!.competences[2]!.confirmed;
  const best = of([confirmed(null, '2026-11-28'), confirmed(5, '2026-11-02'), confirmed(4, '2026-11-27')]);
  assert.deepEqual([best?.level, best?.by], [5, 'Pair 2026-11-02']);
  assert.equal(of([confirmed(4, '2026-11-02'), confirmed(4, '2026-11-03')])?.by, 'Pair 2026-11-03');
  assert.equal(of([{ ...confirmed(5, '2026-11-02'), answer: 'withdrawn' }]), null);
});

test('hours are whole, from none to four hundred', () => {
  assert.deepEqual(['', ' 48 ', '400', '401', '-1', '1,5', 'dix'].map(readHours), [
    0,
    48,
    400,
    null,
    null,
    null,
    null,
  ]);
});

test('acts seen are told within a sentence', () => {
  assert.equal(
    actsText(['Fait entendre l’élève', 'Écrit une date']),
    'fait entendre l’élève ; écrit une date',
  );
  assert.equal(actsText([]), '');
});
