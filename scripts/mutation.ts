import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom, wilsonInterval } from '../psychometrics/index.ts';

const HELP = `npm run mutation [-- FOLDER …] [--every-test] [--quick-tests] [--sample N [--seed S]]: changes the measurement library
in one place at a time and sees whether a test notices. Prints the share noticed for each folder and writes
var/mutation/FOLDER.json and FOLDER.html.

  npm run mutation -- models change                  these folders of psychometrics/ only
  npm run mutation                                   all of them, one after the other: hours
  npm run mutation -- calibration --sample 400       400 changes drawn at random

A change has to be noticed by the tests of its own folder (by all tests where a folder has none); with --every-test those
of other folders count too, which takes far longer. Texts of errors are not changed. A change that makes a test run for
ever counts as noticed. With --quick-tests only tests that compute for less than .3 s are asked: what they notice is
noticed, and some of what they miss would be noticed by the others.

With --sample N, Stryker first lists all changes of the folder, N of them are drawn, each with the same chance (all, if
there are fewer), and only these are tried. The share is then an estimate, printed with its 95 % interval (Wilson). The
same whole number S (1 if not given) and the same code give the same draw.
`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIBRARY = 'psychometrics';
/** A test that computes for less counts as quick. */
const QUICK_MS = '300';
const RESULTS = join(ROOT, 'var/mutation');

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';
type Mutant = { id: string; status: Status };
type Report = { files: Record<string, { mutants: Mutant[] }> };
const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const;

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    'every-test': { type: 'boolean', default: false },
    'quick-tests': { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const known = foldersOf(join(ROOT, LIBRARY));

if (options.help) process.stdout.write(HELP);
else {
  const wrong = whatIsWrong();
  if (wrong) {
    process.stderr.write(`${wrong}\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`${row('', ['noticed', 'for ever', 'missed', 'untested', 'share'])}\n`);
    const folders = asked.length > 0 ? asked : known;
    const all = folders.flatMap(score);
    // Equal samples of unequal folders are no sample of all of them.
    if (options.sample === undefined) process.stdout.write(`${rowOf('all', all)}\n`);
  }
}

function whatIsWrong(): string | null {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return `No folder ${unknown.join(', ')} in ${LIBRARY}/. Folders: ${known.join(', ')}.`;
  }
  if (options.sample !== undefined && !/^[1-9]\d*$/.test(options.sample)) {
    return `--sample needs a whole number of at least 1, not ${options.sample}.`;
  }
  return /^\d+$/.test(options.seed) ? null : `--seed needs a whole number, not ${options.seed}.`;
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).some(isCode))
    .map(({ name }) => name);
}

function isCode(name: string): boolean {
  return name.endsWith('.ts') && !name.includes('.test');
}

/** What became of every change tried in one folder. */
function score(folder: string): Status[] {
  const drawn = options.sample === undefined ? null : draw(folder, Number(options.sample));
  if (drawn?.length === 0) return [];
  const mutants = mutantsOf(folder, drawn ? { MUTATION_DRAWN: drawn.join(',') } : {});
  // A change met by no test is never handed to the tests, drawn or not.
  const counted = drawn ? mutants.filter(({ id }) => drawn.includes(id)) : mutants;
  const statuses = counted.map(({ status }) => status);
  process.stdout.write(`${rowOf(folder, statuses)}\n`);
  return statuses;
}

/** The ids of so many of the folder's changes: a simple random sample, without replacement. */
function draw(folder: string, count: number): string[] {
  const ids = mutantsOf(folder, { MUTATION_LISTS: 'yes' })
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id }) => id);
  process.stderr.write(`${folder}: ${Math.min(count, ids.length)} of ${ids.length} changes are tried.\n`);
  const random = createRandom('mutation', Number(options.seed));
  for (let place = 0; place < Math.min(count, ids.length); place += 1) {
    const other = place + random.integer(ids.length - place);
    [ids[place], ids[other]] = [ids[other]!, ids[place]!];
  }
  return ids.slice(0, count);
}

/** Runs Stryker; none when it could not run. */
function mutantsOf(folder: string, more: Record<string, string>): Mutant[] {
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
        MUTATION_TESTS: hasTests && !options['every-test'] ? folder : '',
        MUTATION_SLOWEST: options['quick-tests'] ? QUICK_MS : '',
        ...more,
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
  return Object.values(files).flatMap(({ mutants }) => mutants);
}

function rowOf(name: string, statuses: readonly Status[]): string {
  const [killed, endless, survived, untested] = COUNTED.map(
    (status) => statuses.filter((one) => one === status).length,
  ) as [number, number, number, number];
  const { share, low, high } = wilsonInterval(killed + endless, killed + endless + survived + untested);
  const cells = [killed, endless, survived, untested].map(String);
  if (share === null) return row(name, [...cells, '']);
  const interval = options.sample === undefined ? '' : `  (95 %: ${percent(low)} to ${percent(high)})`;
  return row(name, [...cells, percent(share)]) + interval;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(10)).join('');
}
