import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { UsageError } from '../command-line/arguments.ts';
import { itemReport } from './item-report.ts';
import { reportPage } from './page.ts';
import { remarksOn } from './remarks.ts';
import { report } from './report-command.ts';

const directory = mkdtempSync(join(tmpdir(), 'report-'));
after(() => rmSync(directory, { recursive: true }));
const out = join(directory, 'report.html');
const reference = (name: string) =>
  fileURLToPath(new URL(`../../../psychometrics/reference-data/${name}`, import.meta.url));

function write(text: string): string {
  const path = join(directory, 'responses.csv');
  writeFileSync(path, text);
  return path;
}

async function pageOf(...words: string[]): Promise<string> {
  await report.run([...words, '--out', out]);
  return readFileSync(out, 'utf8');
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
async function assertValid(page: string): Promise<void> {
  const { results } = await validator.validateString(page);
  const messages = results.flatMap((result) =>
    result.messages.map(({ line, message }) => `${line}: ${message}`),
  );
  assert.deepEqual(messages, []);
}

test('the report of verbal aggression holds every picture with its table, and needs nothing else', async () => {
  const page = await pageOf('--in', reference('verbal_difR.csv'), '--group', 'Gender', '--focal', '1');
  await assertValid(page);
  const ids = ['difficulty', 'discrimination', 'fit', 'dif', 'information', 'wright-map'];
  assert.equal(page.match(/<svg /g)!.length, ids.length);
  for (const id of ids) {
    assert.match(page, new RegExp(`<svg [^>]*role="img" aria-labelledby="${id}-title"`));
    assert.match(page, new RegExp(`<caption id="${id}-table-caption">`));
  }
  assert.doesNotMatch(page, /https?:|<script|<link|<img|NaN|Infinity|undefined/);
  assert.match(page, /Columns that are no questions: Anger/);
  assert.match(page, /<dd>0\.88 \(95 %: /); // α = 0.876121
  assert.match(page, /−4016\.43/); // log-likelihood of mirt: −4016.427219
  assert.match(page, /S2DoScold<\/strong>: [^<]*much easier for “1” at the same score/);
});

test('ordered credits, and people counted by a weight, are reported too', async () => {
  const page = await pageOf('--in', reference('Science4_patterns.csv'), '--weights', 'count');
  await assertValid(page);
  assert.match(page, /392 people, 4 questions/);
  assert.match(page, /−1612\.68/); // log-likelihood of mirt: −1612.6816
});

test('names of questions and files cannot break the page', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, person) => `${person % 2},${person % 3 === 0 ? 1 : 0},${person % 5 === 0 ? 1 : 0}`,
  );
  const path = write(`"<b>""x""&'</b>",<script>,q3\n${rows.join('\n')}\n`);
  const page = await pageOf('--in', path);
  await assertValid(page);
  assert.doesNotMatch(page, /<script|<b>/);
  assert.match(page, /&lt;script&gt;/);
});

test('a report says something of the poorest data, and never NaN', async () => {
  const files = [
    'q1\n1\n',
    'q1,q2\n1,1\n1,1\n',
    'q1,q2,q3\n,,\n',
    'q1,q2,q3\n1,0,\n0,1,\n1,1,\n',
    'q1,q2\n1,0\n0,1\n1,0\n0,1\n1,0\n0,1\n',
  ];
  for (const file of files) {
    const page = await pageOf('--in', write(file));
    await assertValid(page);
    assert.doesNotMatch(page, /NaN|Infinity|undefined|null/);
  }
});

test('what is worth a look is said in words', () => {
  const people = 600;
  const answers = Array.from({ length: people }, (_, person) => {
    const able = person % 2;
    const bit = (n: number) => Math.floor((person * 7919 + n * 104729) / 17) % 5;
    const right = (n: number) => (bit(n) === 0 ? 1 - able : able);
    return [right(1), right(2), right(3), right(4), 1 - right(5), 1, person % 97 === 0 ? 0 : 1];
  });
  const ids = ['q1', 'q2', 'q3', 'q4', 'backwards', 'constant', 'easy'];
  const { questions } = itemReport(ids, answers, null);
  const remarks = Object.fromEntries(
    questions.map((question) => [question.id, remarksOn(question, null).join()]),
  );
  assert.match(remarks.backwards!, /works backwards/);
  assert.match(remarks.constant!, /everybody gave the same answer/);
  assert.match(remarks.easy!, /almost everybody succeeds/);
  assert.equal(questions[4]!.parameters, null);
  assert.ok(questions[0]!.meanSquares!.infit! > 0);
});

test('a page without anything to compare has no picture of fairness', () => {
  const answers = Array.from({ length: 30 }, (_, person) => [
    person % 2,
    person % 3 === 0 ? 1 : 0,
    person % 4 === 0 ? 1 : 0,
  ]);
  const page = reportPage(itemReport(['a', 'b', 'c'], answers, null), 'x.csv', []);
  assert.doesNotMatch(page, /id="dif"/);
  assert.doesNotMatch(page, /Columns that are no questions/);
});

test('what was typed or written wrong is named in one line', async () => {
  const good = write('q1,g,n\n1,a,2\n0,b,x\n');
  const refusals: [string[], RegExp][] = [
    [[], /--in is missing/],
    [['--in', good, '--group', 'g'], /go together/],
    [['--in', good, '--group', 'gg', '--focal', 'a', '--weights', 'n'], /row 1.*"gg"/],
    [
      ['--in', good, '--group', 'g', '--focal', 'z', '--weights', 'n'],
      /nobody has the value "z" \(there are: a, b\)/,
    ],
    [['--in', good, '--group', 'g', '--focal', 'a', '--weights', 'n'], /row 3, column "n": "x"/],
    [['--in', good], /row 2, column "g": "a"/],
  ];
  for (const [words, message] of refusals) {
    await assert.rejects(
      async () => report.run(words),
      (error) => {
        assert.ok(error instanceof UsageError && !error.message.includes('\n'));
        assert.match(error.message, message);
        return true;
      },
    );
  }
});
