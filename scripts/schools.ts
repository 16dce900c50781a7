import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadAcademies } from '../src/identity/index.ts';
import { readAcademies } from '../src/identity/schools/academies.ts';
import { type ImportSummary, importDirectory } from '../src/identity/schools/directory/directory.store.ts';
import { academieFinder } from '../src/identity/schools/directory/directory.ts';
import { readDirectory } from '../src/identity/schools/directory/directory-file.ts';
import { openServiceDatabase } from './operator/service-database.ts';

const HELP = `npm run schools -- import FILE [--partial] [--many-closures]
Takes the national directory of schools in: the CSV of « Annuaire de l’éducation » (data.education.gouv.fr,
fr-en-annuaire-education, Licence Ouverte 2.0). All of it or nothing, and again as often as wanted: schools are added or
updated, those the file no longer names, or says closed, are marked closed and stay readable. Lines that cannot be read
are listed and left. Works while the application runs, on its database (DATABASE_URL, or DATA_DIR).
--partial        the file covers a part of the country: schools it does not name stay as they are
--many-closures  more than one school in twenty closes, and that is meant`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    partial: { type: 'boolean', default: false },
    'many-closures': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [verb, file, ...rest] = positionals;
if (values.help || verb !== 'import' || file === undefined || rest.length > 0) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 1;
} else if (!existsSync(file)) {
  fail(`Le fichier ${file} n’existe pas.`);
} else {
  await takeIn(file);
}

async function takeIn(path: string): Promise<void> {
  const began = performance.now();
  const opened = await openServiceDatabase();
  if ('refused' in opened) return fail(opened.refused);
  const { db, close } = opened;
  try {
    await loadAcademies(db);
    const academies = academieFinder(readAcademies());
    const outcome = await importDirectory(db, () => readDirectory(createReadStream(path), academies), {
      now: new Date(),
      partial: values.partial,
      manyClosures: values['many-closures'],
    });
    if ('refused' in outcome) return fail(outcome.refused);
    report(outcome, (performance.now() - began) / 1000);
  } finally {
    await close();
  }
}

function report(summary: ImportSummary, seconds: number): void {
  const { read, added, changed, closed, repeated, bad, problems, corrected } = summary;
  const count = (value: number) => value.toLocaleString('fr-FR');
  for (const { line, messages } of problems) console.log(`Ligne ${line} : ${messages.join(' ; ')}.`);
  if (bad > problems.length) console.log(`… et ${count(bad - problems.length)} autres lignes.`);
  console.log(`${count(read)} lignes lues en ${seconds.toFixed(1).replace('.', ',')} s :
  ${count(added)} établissements ajoutés, ${count(changed)} mis à jour, ${count(closed)} absents du fichier et marqués fermés
  ${count(repeated)} lignes d’un établissement déjà lu, ${count(bad)} lignes laissées de côté
  ${count(corrected)} fiches corrigées à la main, dont le nom et le lieu n’ont pas été touchés`);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
