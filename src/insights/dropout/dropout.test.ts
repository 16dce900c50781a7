import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseUai } from '../../identity/index.ts';
import type { Place } from '../counts/place.ts';
import { cellText } from '../report/report.ts';
import { reportRows } from '../report/rows.ts';
import { type Dropout, dropoutReport, protectDropout } from './dropout.ts';
import { parseFigure } from './figure.ts';
import { readComparison, readSchoolFigures } from './import.ts';

const PLACES = {
  school: { scope: 'school', code: '0000101A', name: 'Collège', precision: 'exact', own: true },
  academie: { scope: 'academie', code: '09', name: 'Académie de Lille', precision: 'rounded', own: false },
} as const satisfies Record<string, Place>;

const year = (year: number, enrolled: number, left: number) => ({
  year,
  schools: { left: 3, halfDays: 2, afterThird: 1 },
  enrolled,
  left,
  halfDaysDue: 0,
  halfDaysMissed: 0,
  finishedThird: 0,
  continuedAfterThird: 0,
});
function figures(before: [number, number], after: [number, number]): Dropout {
  return {
    years: [year(2023, before[1], before[0]), year(2025, after[1], after[0])],
    matched: {
      schools: 3,
      first: 2023,
      last: 2025,
      before: { successes: before[0], trials: before[1] },
      after: { successes: after[0], trials: after[1] },
    },
    comparison: null,
  };
}
const report = (dropout: Dropout, place: Place) => dropoutReport(protectDropout(dropout, place), place);
const textOf = (value: unknown) => JSON.stringify(value);

test('a change is given with its interval, against the first year', () => {
  const { headlines } = report(figures([120, 2400], [90, 2500]), PLACES.academie);
  assert.match(headlines[0]!, /De 2023-2024 à 2025-2026, dans les 3 mêmes établissements/);
  assert.match(headlines[0]!, /de 5 % à 3,6 % : −1,4 point \(entre −2,6 et −0,3\), soit −28 %/);
});

test('a change is in points of percentage, on the page and in the file for spreadsheets, from two on in the plural', () => {
  const told = report(figures([160, 2000], [100, 2000]), PLACES.academie);
  assert.match(told.headlines[0]!, /−3 points \(entre/);
  const { columns, rows } = told.sections.at(-1)!;
  assert.equal(cellText(rows[0]![1]!, columns[1]!), '−3 pt');
  assert.ok(reportRows(told, []).some(([label, change]) => label === 'Ici' && change === '-3'));
});

test('each rate says how many schools gave it, not how many gave anything', () => {
  const dropout = figures([120, 2400], [90, 2500]);
  const given = dropout.years.map((one) => ({ ...one, halfDaysDue: 9000, halfDaysMissed: 900 }));
  const { sections } = report({ ...dropout, years: given }, PLACES.academie);
  assert.deepEqual(
    sections.slice(0, 2).map(({ rows }) => rows.map((row) => row[1])),
    [
      [3, 3],
      [2, 2],
    ],
  );
});

test('of a change that chance explains, it is said, and it is not made bigger by a percentage', () => {
  const [headline] = report(figures([60, 1200], [45, 1250]), PLACES.academie).headlines;
  assert.match(headline!, /−1,4 point \(entre −3 et 0,2\)\. Le hasard suffit à expliquer cet écart\.$/);
  assert.doesNotMatch(headline!, /soit/);
});

test('a change is the one between the shares that are read: 4.64 and 4.06 % are written 4.6 and 4.1', () => {
  const { headlines } = report(figures([465, 10_030], [410, 10_100]), PLACES.academie);
  assert.match(headlines[0]!, /de 4,6 % à 4,1 % : −0,5 point /);
});

test('with fewer than five leavers a year there is no change to tell, only « effectifs trop faibles »', () => {
  const told = report(figures([4, 400], [9, 410]), PLACES.school);
  assert.deepEqual(told.headlines, []);
  assert.match(told.sections.at(-1)!.note!, /Effectifs trop faibles/);
});

test('the aim of a tenth less is drawn for an académie, never for a school', () => {
  const dropout = figures([60, 1200], [45, 1250]);
  const aimOf = (place: Place) => {
    const { drawing } = report(dropout, place).sections[0]!;
    return drawing?.kind === 'line' ? drawing.aim : undefined;
  };
  assert.ok(Math.abs(aimOf(PLACES.academie)! - 0.045) < 1e-12);
  assert.equal(aimOf(PLACES.school), null);
  assert.doesNotMatch(textOf(report(dropout, PLACES.school)), /bjectif/);
});

test('a difference of differences needs a comparison file, and names its licence', () => {
  const alone = report(figures([60, 1200], [45, 1250]), PLACES.academie);
  assert.doesNotMatch(textOf(alone), /Écart entre les deux/);
  const comparison = {
    before: { successes: 50, trials: 1000 },
    after: { successes: 48, trials: 1000 },
    source: 'Rectorat',
    licence: 'Licence Ouverte 2.0',
  };
  const compared = report({ ...figures([60, 1200], [45, 1250]), comparison }, PLACES.academie);
  const { rows, note } = compared.sections.at(-1)!;
  assert.match(note!, /Rectorat \(licence Licence Ouverte 2\.0\)/);
  const [, difference] = rows.at(-1)!;
  assert.ok(Math.abs((difference as number) - (45 / 1250 - 60 / 1200 - (0.048 - 0.05))) < 1e-9);
});

const FIGURE = { year: '2025', enrolled: '412', leftWithoutSolution: '7', source: 'Base élèves' };

test('the figures of a year are whole numbers that fit together, with where they come from', () => {
  assert.ok(
    'figure' in parseFigure({ ...FIGURE, enrolled: '1 412', finishedThird: '', year: '2025-2026' }, 2026),
  );
  const fieldsOf = (typed: object) => {
    const parsed = parseFigure({ ...FIGURE, ...typed }, 2026);
    return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(fieldsOf({ leftWithoutSolution: '413' }), ['leftWithoutSolution']);
  assert.deepEqual(fieldsOf({ continuedAfterThird: '3' }), ['continuedAfterThird']);
  assert.deepEqual(fieldsOf({ enrolled: '4,5', source: ' ' }), ['enrolled', 'source']);
  assert.deepEqual(fieldsOf({ year: '2027' }), ['year']);
  assert.deepEqual(fieldsOf({ enrolled: '' }), ['enrolled']);
});

/** A school that does not exist, with its check letter. */
const uaiOf = (digits: string) =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => digits + letter).find((uai) => parseUai(uai) !== null)!;
const [HERE, THERE, ELSEWHERE] = ['0000101', '0000202', '0000303'].map(uaiOf) as [string, string, string];
const WRONG = HERE.slice(0, 7) + (HERE.endsWith('A') ? 'B' : 'A');

const HEADER = 'uai;annee;inscrits;sortis_sans_solution;source';
const read = (text: string) =>
  readSchoolFigures(text, {
    currentYear: 2026,
    readUai: parseUai,
    schools: new Set([HERE, THERE]),
  });
const linesOf = (text: string) => {
  const result = read(text);
  return 'problems' in result ? result.problems.map(({ line }) => line) : 'read';
};

test('a file is taken whole or not at all, and what is wrong is said with its line', () => {
  const fine = `\ufeff${HEADER}\r\n${HERE};2025;400;7;Base\r\n\r\n${THERE};2025-2026;300;;"Base; relevé"\r\n`;
  const imported = read(fine);
  assert.ok('lines' in imported);
  assert.deepEqual(
    imported.lines.map(({ school, leftWithoutSolution, source }) => [school, leftWithoutSolution, source]),
    [
      [HERE, 7, 'Base'],
      [THERE, null, 'Base; relevé'],
    ],
  );
  assert.deepEqual(linesOf(`${HEADER}\n${HERE};2025;400;7;Base\n${THERE};2025;trois;1;Base`), [3]);
  assert.deepEqual(linesOf(`${HEADER}\n${WRONG};2025;400;7;Base`), [2], 'a wrong check letter');
  assert.deepEqual(linesOf(`${HEADER}\n${ELSEWHERE};2025;400;7;Base`), [2], 'a school elsewhere');
  assert.deepEqual(linesOf(`${HEADER}\n${HERE};2025;400;7;Base\n${HERE};2025;401;7;Base`), [3], 'twice');
  assert.deepEqual(linesOf(`${HEADER}\n${HERE};2025;400;7\n`), [2], 'a ragged line');
  assert.deepEqual(linesOf(`uai;annee;source\n${HERE};2025;x`), [1], 'a missing column');
  assert.deepEqual(linesOf(HEADER), [1]);
  assert.deepEqual(linesOf(`${HEADER}\n${HERE};2025;4\u00000;7;Base`), [1], 'binary');
});

test('whatever is pasted, it is refused with lines or read as figures that fit together', () => {
  const cell = fc.oneof(
    fc.constantFrom(HERE, '2025', '400', '-1', '=1+1', '"', ';', '\n', '\t', '12,5', 'é'),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), fc.boolean(), (cells, withHeader) => {
      const text = `${withHeader ? `${HEADER}\n` : ''}${cells.join(';')}`;
      const result = read(text);
      if ('problems' in result)
        assert.ok(result.problems.length > 0 && result.problems.every(({ line }) => line >= 1));
      else
        for (const { enrolled, leftWithoutSolution } of result.lines)
          assert.ok((leftWithoutSolution ?? 0) <= enrolled);
    }),
  );
});

test('comparison figures are one line a year', () => {
  const header = 'annee;inscrits;sortis_sans_solution\n';
  assert.deepEqual(readComparison(`${header}2023;1000;50\n2025;1000;48`, 2026), {
    lines: [
      { year: 2023, enrolled: 1000, leftWithoutSolution: 50 },
      { year: 2025, enrolled: 1000, leftWithoutSolution: 48 },
    ],
  });
  const twice = readComparison(`${header}2023;1000;50\n2023;1000;48`, 2026);
  assert.ok('problems' in twice && twice.problems[0]?.line === 3);
});
