import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { useOf } from './columns.ts';
import { levelOf, matchRows } from './matching.ts';
import { decodeTable, readCount, readTable, splitName } from './table.ts';

const TODAY = '2026-11-30';
const read = (text: string) => {
  const table = readTable(text, TODAY);
  assert.ok('rows' in table, 'problem' in table ? table.problem : '');
  return table;
};
const problemOf = (text: string) => {
  const table = readTable(text, TODAY);
  return 'problem' in table ? table.problem : '';
};

const TITLES = 'Nom;Prénom;Classe;Né(e) le;INE;Nb demi-journées d’absence;Dont non justifiées;Sanctions';
const LINES = ['LE GOFF;Éloïse;4E B;12/03/2013;123456789AB;8;5;2', '"N\'DIAYE";Ousmane;3e A;01/02/2010;;2;;'];

test('a table is read whatever cuts it, with titles above it, quotes and a mark of UTF-8', () => {
  const expected = read([TITLES, ...LINES].join('\n'));
  assert.deepEqual(
    expected.rows.map(({ lastName, firstName, className, ageBand, halfDays, unjustified, sanctions }) => [
      lastName,
      firstName,
      className,
      ageBand,
      halfDays,
      unjustified,
      sanctions,
    ]),
    [
      ['LE GOFF', 'Éloïse', '4E B', 'under-16', 8, 5, 2],
      ["N'DIAYE", 'Ousmane', '3e A', '16-17', 2, null, null],
    ],
  );
  assert.deepEqual(expected.dropped, ['INE']);
  for (const sign of ['\t', ',']) {
    const other = read(`\uFEFFVie scolaire\r\n\r\n${[TITLES, ...LINES].join('\r\n').replaceAll(';', sign)}`);
    assert.deepEqual(
      other.rows.map(({ line: _, ...row }) => row),
      expected.rows.map(({ line: _, ...row }) => row),
      sign,
    );
  }
});

test('titles are recognised as schools write them, and what identifies is never read', () => {
  for (const [title, use] of [
    ['NOM', 'lastName'],
    ['Nom de famille', 'lastName'],
    ['Prénom 1', 'firstName'],
    ['Élève', 'fullName'],
    ['Nom et prénom', 'fullName'],
    ['Division', 'className'],
    ['Code structure', 'className'],
    ['½ journées d’absence', 'halfDays'],
    ['D.J.', 'halfDays'],
    ['1/2 journées', 'halfDays'],
    ['Nombre de demi-journées', 'halfDays'],
    ['Demi-journées non justifiées', 'unjustified'],
    ['DJ injustifiées', 'unjustified'],
    ['DJ non réglées', 'unjustified'],
    ['Exclusions de cours', 'sanctions'],
    ['Nb sanctions', 'sanctions'],
    ['Exclusion temporaire de l’établissement', 'exclusions'],
    ['Date de naissance', 'birthDate'],
    ['Né(e) le', 'birthDate'],
    ['INE', null],
    ['Nom du responsable', null],
    ['Courriel', null],
    ['Téléphone', null],
    ['Retards', null],
    ['Punitions', null],
    ['Heures d’absence', null],
    ['Motif de l’absence', null],
  ] as const)
    assert.equal(useOf(title), use, title);
});

test('hostile or broken tables get one sentence that says what to do', () => {
  const tall = [TITLES, ...Array.from({ length: 10_000 }, (_, line) => `NOM${line};P;4e;;;1;0;0`)].join('\n');
  assert.match(problemOf(tall), /10000 lignes.*une classe ou un niveau/);
  assert.match(problemOf('a;b\n'.repeat(2_600_000)), /trop long/);
  assert.match(
    problemOf(`${TITLES}\n"LE GOFF;Éloïse;4e;;;1;0;0\nMARTIN;Léa;4e;;;1;0;0`),
    /guillemet.*Corrigez/,
  );
  assert.match(problemOf(`${TITLES}\nLE "GOFF;Éloïse;4e;;;1;0;0`), /guillemet/);
  assert.match(problemOf('PK\u0003\u0004…'), /pas un tableau en texte.*CSV/);
  assert.match(problemOf('\0\0'), /pas un tableau en texte/);
  assert.match(problemOf('   '), /Collez un tableau/);
  assert.match(problemOf('Bonjour,\nvoici le tableau'), /ligne de titres/);
  assert.match(problemOf(TITLES), /n’a que ses titres/);
});

test('formulas, signs that turn the reading direction and words are shown as text or not read as numbers', () => {
  const { rows, unread } = read(
    `${TITLES}\n=HYPERLINK("x");\u202Eeniram\u202C\u200B;4e;;;=1+1;douze;1e9\n@SUM(A1);+1;4e;;;3;1;0`.replace(
      '=HYPERLINK("x")',
      '"=HYPERLINK(""x"")"',
    ),
  );
  assert.equal(rows[0]!.lastName, '=HYPERLINK("x")');
  assert.equal(rows[0]!.firstName, 'eniram');
  assert.deepEqual([rows[0]!.halfDays, rows[0]!.unjustified, rows[0]!.sanctions], [null, null, null]);
  assert.deepEqual(
    unread.map(({ line }) => line),
    [2, 2, 2],
  );
  assert.equal(rows[1]!.halfDays, 3);
});

test('whatever is pasted gives rows or a sentence, never a failure, and counts are whole and bounded', () => {
  const mess = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.string({ unit: fc.constantFrom(';', '"', '\n', '\t', ',', 'é', '=', '3', ' ') }), {
        maxLength: 20,
      })
      .map((cells) => `${TITLES}\n${cells.join(';')}`),
  );
  fc.assert(
    fc.property(mess, (text) => {
      const table = readTable(text, TODAY);
      if ('problem' in table) return assert.ok(table.problem.length > 10);
      for (const { halfDays } of table.rows)
        assert.ok(halfDays === null || (Number.isInteger(halfDays) && halfDays >= 0 && halfDays <= 400));
    }),
    { numRuns: 500 },
  );
});

test('a count is a whole number, with or without its unit; an empty cell says nothing', () => {
  assert.deepEqual(['3', '3,0', '12 DJ', '4 demi-journées'].map(readCount), [3, 3, 12, 4]);
  assert.deepEqual(['', '-', '–'].map(readCount), [null, null, null]);
  assert.deepEqual(['=1', 'x', '-2', '99999', '1e3', '401'].map(readCount), Array(6).fill('unread'));
});

test('a file is read as UTF-8, as UTF-16 of a spreadsheet, or else as windows-1252', () => {
  assert.equal(decodeTable(new TextEncoder().encode('Éloïse')), 'Éloïse');
  assert.equal(decodeTable(Uint8Array.from([0xc9, 0x6c, 0x6f, 0xef, 0x73, 0x65, 0x20, 0x9c])), 'Éloïse œ');
  assert.equal(decodeTable(Uint8Array.from([0xff, 0xfe, 0xc9, 0, 0x6c, 0])), 'Él');
});

test('names in one cell are cut where capitals end', () => {
  assert.deepEqual(splitName('LE GOFF Éloïse Marie'), { lastName: 'LE GOFF', firstName: 'Éloïse Marie' });
  assert.deepEqual(splitName('Martin Léa'), { lastName: 'Martin', firstName: 'Léa' });
  assert.deepEqual(splitName(''), { lastName: '', firstName: '' });
});

test('rows find their code by names in either order; namesakes by their class, or not at all', () => {
  const pupil = (code: string, lastName: string, firstName: string, className = '') => ({
    code,
    lastName,
    firstName,
    className,
  });
  const pupils = [
    pupil('K7-M4R', 'Le Goff', 'Éloïse'),
    pupil('QX-72N', 'Martin', 'Léa', '4e B'),
    pupil('P3-D9M', 'Martin', 'Léa', '3e A'),
    pupil('C6-LQV', 'Diallo', 'Awa'),
  ];
  const { rows } = read(
    'Élève;Classe;Absences\nLE GOFF Eloise;5e;1\nLéa MARTIN;4E B;2\nMARTIN Léa;6e;3\nDUPRE Sami;6e;4\nDIALLO Awa;6e A;1\nDIALLO Awa;6e B;1',
  );
  assert.deepEqual(
    matchRows(rows, pupils).map(({ found }) => found),
    [{ code: 'K7-M4R' }, { code: 'QX-72N' }, 'several', 'nobody', 'several', 'several'],
  );
  const byCode = read('Code;Absences\nk7 m4r;1').rows;
  assert.deepEqual(matchRows(byCode, [])[0]!.found, { code: 'K7-M4R' });
});

test('a class name gives its level, or nothing rather than a guess', () => {
  for (const [name, level] of [
    ['6EME 3', '6e'],
    ['4E B', '4e'],
    ['3e', '3e'],
    ['2NDE 4', '2de'],
    ['1ère', '1re'],
    ['TERM A', 'terminale'],
    ['2 PRO MELEC', '2de-pro'],
    ['1CAP MBC', 'cap-1'],
    ['Terminale professionnelle', 'terminale-pro'],
    ['CM2', 'ecole'],
    ['ULIS', null],
    ['401', '4e'],
    ['901', null],
    ['', null],
  ] as const)
    assert.equal(levelOf(name), level, name);
});
