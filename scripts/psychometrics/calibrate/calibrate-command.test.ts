import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calibrate, type ItemParameters, simulateAnswers } from '../../../psychometrics/index.ts';
import { UsageError } from '../command-line/arguments.ts';
import { calibrateResponses } from './calibrate-command.ts';
import { calibrateInParallel } from './calibrate-in-parallel.ts';

const folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
after(() => rmSync(folder, { recursive: true }));
const OUT = join(folder, 'out.json');
const reference = (name: string) =>
  fileURLToPath(new URL(`../../../psychometrics/reference-data/${name}`, import.meta.url));

/** Runs the command on a file with this content, and gives what it wrote. */
async function run(content: string | { path: string }, ...words: string[]) {
  const path = typeof content === 'string' ? join(folder, 'in.csv') : content.path;
  if (typeof content === 'string') writeFileSync(path, content);
  await calibrateResponses.run(['--in', path, '--out', OUT, ...words]);
  return JSON.parse(readFileSync(OUT, 'utf8'));
}

test('weighted patterns of Science give the graded response of mirt 1.45, thresholds as lists', async () => {
  const result = await run(
    { path: reference('Science4_patterns.csv') },
    '--model',
    'GRM',
    '--weights',
    'count',
  );
  const expected = JSON.parse(readFileSync(reference('Science4_ref.json'), 'utf8')).graded;
  assert.equal(result.converged, true);
  assert.equal(result.model, 'GRM');
  assert.ok(Math.abs(result.logLik - expected.logLik) < 0.001);
  for (const [index, { id, a, b, se }] of result.items.entries()) {
    const { item, a: slope, b1, b2, b3 } = expected.items[index];
    assert.equal(id, item);
    assert.ok(Math.abs(a - slope) < 0.001);
    assert.ok([b1, b2, b3].every((value, step) => Math.abs(b[step] - value) < 0.001));
    assert.ok(se.a > 0 && se.b.length === 3);
  }
});

test('spreadsheet habits are read: a mark at the beginning, semicolons, quotes, Windows lines, empty cells', async () => {
  const lines = [
    '0;0;0;9',
    '1;;0;8',
    '1;0;0;8',
    '1;1;0;8',
    '1;1;1;9',
    '0;1;1;4',
    '1;0;1;5',
    ';1;0;3',
    '0;0;1;4',
  ];
  const result = await run(
    `\uFEFF"a ; 1";b;"c";n\r\n${lines.join('\r\n')}\r\n`,
    '--model',
    '1PL',
    '--weights',
    'n',
  );
  assert.deepEqual(
    result.items.map(({ id, answers }: { id: string; answers: number }) => [id, answers]),
    [
      ['a ; 1', 55],
      ['b', 50],
      ['c', 58],
    ],
  );
  assert.equal(result.people, 58);
});

test('a question all answered alike has no estimate and a reason', async () => {
  const result = await run(
    'a,b,c,d\n1,0,1,1\n0,1,1,1\n1,1,1,0\n0,0,1,0\n1,1,1,1\n0,0,1,0\n',
    '--model',
    '1PL',
  );
  const { a, b, se, reason } = result.items[2];
  assert.deepEqual([a, b, se, reason], [null, null, null, 'one-score-only']);
});

for (const [name, content, words, message] of [
  ['a score', 'a,b\n1,0\n1,2\n', [], /row 3, column "b": 2 is not 0 or 1/],
  ['a word', 'a,b\n1,0\n1,yes\n', [], /row 3, column "b": "yes"/],
  [
    'a weight',
    'a,b,n\n1,0,2\n1,1,-1\n',
    ['--weights', 'n'],
    /row 3, column "n": "-1" is not a number of people/,
  ],
  ['a missing column', 'a,b\n1,0\n', ['--weights', 'n'], /no column "n"/],
  ['a short row', 'a,b\n1,0\n1\n', [], /row 3: 1 cells instead of 2/],
  ['a header alone', 'a,b\n', [], /no row of answers/],
  ['an unknown model', 'a,b\n1,0\n', ['--model', '5PL'], /--model must be/],
] as const) {
  test(`${name} that cannot be understood is refused with its place`, async () => {
    await assert.rejects(run(content, ...words), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(error.message, message);
      assert.ok(!error.message.includes('\n'));
      return true;
    });
  });
}

test('worker threads give what one thread gives', async () => {
  const bank = Array.from(
    { length: 6 },
    (_, index): ItemParameters => ({
      model: 'choice',
      discrimination: 1.2,
      difficulty: index / 3 - 1,
      guessing: 0,
    }),
  );
  const answers = simulateAnswers(bank, { people: 300, each: 5, seed: 1 });
  const items = bank.map((_, index) => ({ id: `q${index}`, model: 'choice' as const }));
  const alone = calibrate(answers, items);
  const together = await calibrateInParallel(answers, items, { workers: 3 });
  assert.ok(together.converged && Math.abs(alone.logLikelihood - together.logLikelihood) < 1e-6);
});
