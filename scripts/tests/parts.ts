import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/root.ts';

/** One process of the run. */
export type Task = {
  name: string;
  command: readonly string[];
  /** Whether it runs tests: none is then a failure. */
  tests: boolean;
};

export type Part = { name: string; tasks: (alone: boolean) => Task[] };

const BIN = join(ROOT, 'node_modules/.bin');
const NODE = [process.execPath, '--import', 'tsx'];
const MINUTES = 60_000;
/** Files of tests that share a process: loading what they all use costs more than running most of them. */
const TOGETHER = 20;
const UNIT = [
  'src/**/*.test.{ts,tsx}',
  'psychometrics/**/*.test.ts',
  'scripts/**/*.test.{ts,tsx}',
  'test/*.test.ts',
];

export const PARTS: readonly Part[] = [
  {
    name: 'check',
    tasks: () => [
      checks('types', 'tsc', '-p', '.'),
      checks('walls', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'psychometrics', 'scripts'),
      checks('what nothing uses', 'knip'),
      { name: 'content', command: [...NODE, 'scripts/content.ts'], tests: false },
      checks('style', 'biome', 'ci', '--colors=off', '--error-on-warnings', '.'),
    ],
  },
  {
    name: 'unit',
    tasks: (alone) =>
      inGroups(globSync(UNIT, { cwd: ROOT }).sort(), alone ? 1 : TOGETHER).map((files) =>
        testsOf(files, 2 * MINUTES),
      ),
  },
  { name: 'torture', tasks: () => eachAlone('test/torture/*.test.ts', 5 * MINUTES) },
  { name: 'life', tasks: () => eachAlone('test/lifecycle/*.test.ts', 3 * MINUTES) },
  { name: 'journeys', tasks: () => eachAlone('test/journeys/*.test.ts', 25 * MINUTES) },
];

/** Parts whose tasks run beside one another: torture mostly waits. A stage begins once the one before it has passed. */
export const STAGES = [['check'], ['unit'], ['torture', 'life', 'journeys']];

/** What lasts begins first, or the end of a stage waits for it alone. */
export const FIRST = ['test/journeys/accessibility.test.ts', 'test/torture/battery.test.ts'];

function eachAlone(pattern: string, limitMs: number): Task[] {
  return globSync(pattern, { cwd: ROOT })
    .sort()
    .map((file) => testsOf([file], limitMs));
}

function checks(name: string, program: string, ...words: string[]): Task {
  return { name, command: [join(BIN, program), ...words], tests: false };
}

function testsOf(files: readonly string[], limitMs: number): Task {
  const name = files.length === 1 ? files[0]! : `${files[0]} … ${files.at(-1)}`;
  const command = [...NODE, `--test-timeout=${limitMs}`, '--test-isolation=none', '--test', ...files];
  return { name, command, tests: true };
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const groups = Math.ceil(all.length / size);
  const even = Math.ceil(all.length / groups);
  return Array.from({ length: groups }, (_, group) => all.slice(group * even, (group + 1) * even));
}
