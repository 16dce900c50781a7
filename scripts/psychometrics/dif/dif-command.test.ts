import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../command-line/arguments.ts';
import { dif } from './dif-command.ts';

const directory = mkdtempSync(join(tmpdir(), 'dif-'));
after(() => rmSync(directory, { recursive: true }));
const out = join(directory, 'result.json');
const reference = (name: string) =>
  fileURLToPath(new URL(`../../../psychometrics/reference-data/${name}`, import.meta.url));
const published = JSON.parse(readFileSync(reference('verbal_dif_ref.json'), 'utf8'));

async function resultOf(...words: string[]) {
  await dif.run([...words, '--out', out]);
  return JSON.parse(readFileSync(out, 'utf8'));
}

function write(text: string): string {
  const path = join(directory, 'responses.csv');
  writeFileSync(path, text);
  return path;
}

test('the command gives the figures of difR, purified or not; the age is not taken for a question', async () => {
  const words = ['--in', reference('verbal_difR.csv'), '--group', 'Gender', '--focal', '1'];
  for (const [flags, key] of [
    [[], 'MH'],
    [['--purify'], 'MH_purified'],
  ] as const) {
    const { items, people } = await resultOf(...words, ...flags);
    assert.equal(items.length, 24);
    assert.deepEqual(people, { focal: 73, others: 243 });
    items.forEach((item: { chi2: number; alpha: number; p: number; flagged: boolean }, index: number) => {
      assert.ok(Math.abs(item.chi2 - published[key].stat[index]) < 5.1e-7);
      assert.ok(Math.abs(item.alpha - published[key].alphaMH[index]) < 5.1e-7);
      assert.equal(item.flagged, item.p < 0.05);
    });
    const flagged = items.filter(({ flagged }: { flagged: boolean }) => flagged);
    assert.deepEqual(
      flagged.map(({ id }: { id: string }) => id),
      published[key].DIF,
    );
  }
});

test('people without a group are left out, and answers may be missing', async () => {
  const path = write('q1,q2,g\n1,0,a\n0,,a\n1,1,b\n,1,b\n0,1,\n');
  const { items, people } = await resultOf('--in', path, '--group', 'g', '--focal', 'b');
  assert.deepEqual(people, { focal: 2, others: 2 });
  assert.deepEqual(
    items.map(({ id }: { id: string }) => id),
    ['q1', 'q2'],
  );
});

test('what cannot be compared is named in one line, with its row and column', async () => {
  const refusals: [string, RegExp][] = [
    ['q1,g\n1,a\n0,a\n', /everybody has the value "a"/],
    ['q1,g\n1,b\n0,c\n', /nobody has the value "a"/],
    ['q1,q2,g\n1,1,a\n0,0,b\n0,7,b\n1,1,a\n', /row 4, column "q2": the score 7/],
    ['q1,g\n1,a\nx,b\n', /row 3, column "q1": "x"/],
    ['q1,q1,g\n1,1,a\n', /two columns are named "q1"/],
    ['age,g\n31,a\n40,b\n', /no column holds answers/],
    ['q1,h\n1,a\n', /no column "g"/],
  ];
  for (const [text, message] of refusals) {
    const path = write(text);
    await assert.rejects(
      async () => dif.run(['--in', path, '--group', 'g', '--focal', 'a']),
      (error) => {
        assert.ok(error instanceof UsageError && !error.message.includes('\n'));
        assert.match(error.message, message);
        return true;
      },
    );
  }
  assert.throws(() => dif.run([]), /--in is missing/);
});
