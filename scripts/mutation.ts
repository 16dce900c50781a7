import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HELP = `npm run mutation [-- FOLDER …] [--every-test] [--quick-tests]: changes the measurement library in one place at a
time and sees whether a test notices. Prints the share noticed for each folder and writes var/mutation/FOLDER.json and
FOLDER.html.

  npm run mutation -- models change     these folders of psychometrics/ only
  npm run mutation                      all of them, one after the other: an hour or more

A change has to be noticed by the tests of its own folder (by all tests where a folder has none); with --every-test those
of other folders count too, which takes far longer. Texts of errors are not changed. A change that makes a test run for
ever counts as noticed. With --quick-tests only tests that compute for less than .3 s are asked: what they notice is
noticed, and some of what they miss would be noticed by the others.
`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIBRARY = 'psychometrics';
/** A test that computes for less counts as quick. */
const QUICK_MS = '300';
const RESULTS = join(ROOT, 'var/mutation');

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';
type Report = { files: Record<string, { mutants: { status: Status }[] }> };
const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const;

const words = process.argv.slice(2);
const everyTest = words.includes('--every-test');
const quickTests = words.includes('--quick-tests');
const asked = words.filter((word) => word !== '--every-test' && word !== '--quick-tests');
const known = foldersOf(join(ROOT, LIBRARY));
const unknown = asked.filter((name) => !known.includes(name));

if (words.includes('--help') || words.includes('-h')) process.stdout.write(HELP);
else if (unknown.length > 0) {
  process.stderr.write(`No folder ${unknown.join(', ')} in ${LIBRARY}/. Folders: ${known.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${row('', ['noticed', 'for ever', 'missed', 'untested', 'share'])}\n`);
  const all = (asked.length > 0 ? asked : known).flatMap(mutate);
  process.stdout.write(`${rowOf('all', all)}\n`);
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).some(isCode))
    .map(({ name }) => name);
}

function isCode(name: string): boolean {
  return name.endsWith('.ts') && !name.includes('.test');
}

/** What became of every change in one folder. */
function mutate(folder: string): Status[] {
  const hasTests = readdirSync(join(ROOT, LIBRARY, folder)).some((name) => name.endsWith('.test.ts'));
  const changed = `${LIBRARY}/${folder}/**/*.ts`;
  const kept = [`!${LIBRARY}/**/*.test.ts`, `!${LIBRARY}/**/*.test-support.ts`];
  const { status } = spawnSync(
    join(ROOT, 'node_modules/.bin/stryker'),
    ['run', '--testRunner', 'in-process', '--mutate', [changed, ...kept].join(',')],
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        MUTATION_TESTS: hasTests && !everyTest ? folder : '',
        MUTATION_SLOWEST: quickTests ? QUICK_MS : '',
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`${folder}: Stryker could not run; what it says is above.\n`);
    process.exitCode = 1;
    return [];
  }
  for (const kind of ['json', 'html']) {
    renameSync(join(RESULTS, `mutation.${kind}`), join(RESULTS, `${folder}.${kind}`));
  }
  const { files }: Report = JSON.parse(readFileSync(join(RESULTS, `${folder}.json`), 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  process.stdout.write(`${rowOf(folder, statuses)}\n`);
  return statuses;
}

function rowOf(name: string, statuses: readonly Status[]): string {
  const [killed, endless, survived, untested] = COUNTED.map(
    (status) => statuses.filter((one) => one === status).length,
  ) as [number, number, number, number];
  const share = (100 * (killed + endless)) / (killed + endless + survived + untested);
  return row(name, [
    ...[killed, endless, survived, untested].map(String),
    Number.isNaN(share) ? '' : `${share.toFixed(1)} %`,
  ]);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(10)).join('');
}
