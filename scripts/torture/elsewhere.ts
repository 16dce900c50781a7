import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './place.ts';
import type { Ground, Row } from './row.ts';

/** A row that is a test of its own in the ordinary run; here it is run again, in the long form alone. */
function ranAsTest(number: number, title: string, ...files: string[]): Row {
  return {
    number,
    title: `${title} (${files.join(', ')})`,
    longFormOnly: true,
    line: 'tests',
    async run({ beforeEnd, say }, tally) {
      const output = await runTests(files, beforeEnd);
      const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
      tally.tried = count('tests');
      tally.survived = count('pass');
      for (const [, name] of output.matchAll(/^\s*not ok \d+ - (.*)$/gm)) tally.losses.push(name!);
      if (count('skipped') > 0) tally.losses.push(`${count('skipped')} skipped`);
      if (tally.passed) return;
      const log = join(ROOT, `var/torture-row-${number}.log`);
      writeFileSync(log, output);
      say(`     what the tests printed: ${log}`);
    },
  };
}

function runTests(files: readonly string[], beforeEnd: Ground['beforeEnd']): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--test-timeout=900000', '--test-reporter=tap', '--test', ...files],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: withoutRunner() },
  );
  beforeEnd(async () => void child.kill());
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', () => resolve(output)));
}

/** A runner inside a runner would report to the outer one. */
function withoutRunner(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  return environment;
}

export const TESTS: readonly Row[] = [
  ranAsTest(7, 'who gets what of the follow-up', 'test/journeys/follow-up-routes.test.ts'),
  ranAsTest(
    9,
    'OIDC forged, open redirect',
    'src/identity/providers/forged-provider.test.ts',
    'src/identity/providers/provider.pages.test.ts',
  ),
  ranAsTest(
    12,
    'small groups',
    'src/insights/protection/protection.test.ts',
    'src/insights/protection/every-report.test.ts',
  ),
  ranAsTest(
    15,
    'axe, keyboard, no script, zoom, forced colours',
    'test/journeys/accessibility.test.ts',
    'test/journeys/keyboard.test.ts',
    'test/journeys/zoom.test.ts',
  ),
  ranAsTest(16, 'no name leaves the browser', 'test/journeys/names-stay-local.test.ts'),
];
