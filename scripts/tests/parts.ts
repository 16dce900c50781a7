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

/** Tasks that may run beside one another, those that last first; a part begins once the one before it is over. */
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
      checks('style', 'biome', 'ci', '.'),
    ],
  },
  {
    name: 'unit',
    tasks: (alone) =>
      inGroups(globSync(UNIT, { cwd: ROOT }).sort(), alone ? 1 : TOGETHER).map((files) =>
        testsOf(files, 2 * MINUTES),
      ),
  },
  {
    name: 'torture',
    tasks: () => [testsOf(['test/torture/short-form.test.ts'], 5 * MINUTES)],
  },
  {
    name: 'life',
    tasks: () =>
      globSync('test/lifecycle/*.test.ts', { cwd: ROOT })
        .sort()
        .map((file) => testsOf([file], 3 * MINUTES)),
  },
  {
    name: 'journeys',
    tasks: () =>
      globSync('test/journeys/*.test.ts', { cwd: ROOT })
        .sort()
        .map((file) => testsOf([file], 25 * MINUTES)),
  },
];

function checks(name: string, program: string, ...words: string[]): Task {
  return { name, command: [join(BIN, program), ...words], tests: false };
}

function testsOf(files: readonly string[], limitMs: number): Task {
  const name = files.length === 1 ? files[0]! : `${files[0]} … ${files.at(-1)}`;
  const isolation = files.length === 1 ? [] : ['--test-isolation=none'];
  const command = [...NODE, `--test-timeout=${limitMs}`, ...isolation, '--test', ...files];
  return { name, command, tests: true };
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const groups = Math.ceil(all.length / size);
  const even = Math.ceil(all.length / groups);
  return Array.from({ length: groups }, (_, group) => all.slice(group * even, (group + 1) * even));
}
