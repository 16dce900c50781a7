import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uaiLetter } from '../uai.ts';
import { academieFinder, readHeader, readRow } from './directory.ts';
import { FileRefusal, readDirectory } from './directory-file.ts';

const academies = academieFinder([
  { code: '04', name: 'Bordeaux' },
  { code: '09', name: 'Lille' },
  { code: '70', name: 'Normandie' },
]);
const HEADER =
  'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code postal;Nom_commune;Code_academie;Libelle_academie;etat;libelle_nature;Voie_generale;Voie_technologique;Voie_professionnelle';

async function read(text: string | Buffer) {
  const lines = [];
  for await (const line of readDirectory(
    (async function* () {
      yield typeof text === 'string' ? Buffer.from(text) : text;
    })(),
    academies,
  ))
    lines.push(line);
  return lines;
}

function uai(number: number): string {
  const digits = String(number).padStart(7, '0');
  return `${digits}${uaiLetter(digits)}`;
}

test('a line of the directory becomes a school, whatever the case of its titles and its separator', async () => {
  const school = {
    uai: uai(101),
    name: 'Collège des Essais',
    kind: 'college',
    city: 'Bourg-l’Exemple',
    academie: '04',
    sector: 'public',
    postcode: '01400',
    closed: false,
  };
  const row = `${uai(101)};Collège des Essais;Collège;Public;1400;Bourg-l’Exemple;4;Bordeaux;OUVERT;COLLEGE;;;`;
  for (const text of [
    `${HEADER}\n${row}\n`,
    `\ufeff${HEADER.toLowerCase()}\r\n${row}\r\n`,
    `${HEADER.replaceAll(';', ',')}\n${row.replaceAll(';', ',')}`,
  ]) {
    assert.deepEqual(await read(text), [{ line: 2, reading: { school } }]);
  }
});

test('kinds come from the nature of a lycée, or from the ways it offers', async () => {
  const row = (type: string, nature: string, ways: string) =>
    `${uai(102)};Nom;${type};Privé;;Ville;9;;FERME;${nature};${ways}`;
  const kinds = await read(
    [
      HEADER,
      row('Lycée', 'LYCEE POLYVALENT', ';;'),
      row('Lycée', 'LYCEE PROFESSIONNEL', ';;'),
      row('Lycée', '', '1;1;0'),
      row('Lycée', '', '1;0;1'),
      row('Lycée', '', '0;0;1'),
      row('Ecole', '', ';;'),
      row('EREA', '', ';;'),
      row('Information et orientation', '', ';;'),
    ].join('\n'),
  );
  assert.deepEqual(
    kinds.map(({ reading }) => 'school' in reading && reading.school.kind),
    [
      'lycee-polyvalent',
      'lycee-professionnel',
      'lycee',
      'lycee-polyvalent',
      'lycee-professionnel',
      'ecole',
      'erea',
      'autre',
    ],
  );
  const [first] = kinds;
  assert.ok(first && 'school' in first.reading);
  assert.deepEqual([first.reading.school.sector, first.reading.school.closed], ['prive', true]);
});

test('an académie is known by its code with or without zero, by a former code, or by its name', () => {
  assert.equal(academies('4', ''), '04');
  assert.equal(academies('09', ''), '09');
  assert.equal(academies('21', 'Rouen'), '70');
  assert.equal(academies('', 'LILLE'), '09');
  assert.equal(academies('99', 'Nulle part'), null);
});

test('what is wrong with a line is said in French, with its number in the file', async () => {
  const wrong = uai(101).replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'));
  const lines = await read(
    [
      HEADER,
      `${wrong};Nom;Collège;Public;;Ville;9;;OUVERT;;;;`,
      `"${uai(103)}";"Nom\nsur deux lignes";Collège;Public;;;88;;OUVERT;;;;`,
      'trop;court',
    ].join('\n'),
  );
  assert.deepEqual(lines, [
    {
      line: 2,
      reading: { problems: [`UAI « ${wrong} » : la lettre ne convient pas aux chiffres`], uai: null },
    },
    { line: 4, reading: { problems: ['commune vide', 'académie inconnue : « 88 »'], uai: uai(103) } },
    { line: 5, reading: { problems: ['2 cases au lieu de 13'], uai: null } },
  ]);
});

test('a name that begins as a formula, or holds what no page shows, stays a plain text', () => {
  const header = readHeader(HEADER.split(';'));
  assert.ok(!('missing' in header));
  const cells = [uai(104), '=1+1\u0007\tCollège', 'Collège', '', '', 'Ville', '9', '', '', '', '', '', ''];
  const reading = readRow(cells, header, academies);
  assert.ok('school' in reading);
  assert.equal(reading.school.name, '=1+1 Collège');
});

test('a file that is no directory is refused as a whole, and the columns it lacks are named', async () => {
  const refusals: [string | Buffer, RegExp][] = [
    ['', /vide/],
    ['nom;ville\na;b', /colonnes Identifiant_de_l_etablissement, Nom_etablissement, .*Code_academie/],
    [HEADER.replace('Nom_commune', 'Ville'), /la colonne Nom_commune/],
    [Buffer.from(`${HEADER}\n\xe9`, 'latin1'), /UTF-8/],
    [`${HEADER}\n\0`, /texte/],
    [`${HEADER}\n"jamais fermé${';x'.repeat(60_000)}`, /guillemet/],
  ];
  for (const [text, said] of refusals) {
    await assert.rejects(read(text), (error) => {
      assert.ok(error instanceof FileRefusal, String(error));
      assert.match(error.message, said);
      return true;
    });
  }
});
