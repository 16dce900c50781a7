import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { UsageError } from '../command-line/arguments.ts';
import { readBank } from '../command-line/bank-file.ts';
import { cat } from './cat-command.ts';
import { estimate } from './estimate-command.ts';
import { frontier } from './frontier-command.ts';
import { drawFrontier } from './frontier-picture.ts';
import { readSimulees } from './simulees-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'adaptive-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const items = Array.from({ length: 12 }, (_, k) => ({
  id: `Q${k}`,
  a: 1 + (k % 3) / 2,
  b: (k - 6) / 3,
  comp: `C${k % 2}`,
}));
const bank = file('bank.json', { model: '2PL', items });
const out = join(folder, 'out.json');
const result = () => JSON.parse(readFileSync(out, 'utf8'));

function refused(run: () => unknown, message: RegExp): void {
  assert.throws(
    run,
    (error) => error instanceof UsageError && !error.message.includes('\n') && message.test(error.message),
  );
}

test('estimate gives one ability for each row, whatever the order of the columns and what is missing', async () => {
  const answers = file('answers.csv', 'Q3,who,Q1\n1,ann,0\n,bob,\n0,"c, d",1\n');
  await estimate.run(['--bank', bank, '--in', answers, '--method', 'MAP', '--out', out]);
  const [ann, bob] = result();
  assert.equal(result().length, 3);
  assert.deepEqual(bob, { theta: 0, se: 1 });
  // Slope of the posterior at the estimate: a₃(1 − P₃) − a₁P₁ − θ = 0.
  const p = (k: number) => 1 / (1 + Math.exp(-items[k]!.a * (ann.theta - items[k]!.b)));
  assert.ok(Math.abs(items[3]!.a * (1 - p(3)) - items[1]!.a * p(1) - ann.theta) < 1e-9);
});

test('estimate names the row and the column of what it cannot read', () => {
  const on = (csv: string) => () => estimate.run(['--bank', bank, '--in', file('wrong.csv', csv)]);
  refused(on('Q1,Q2\n1,0\n1,x\n'), /row 3, column "Q2": "x"/);
  refused(on('Q1,Q2\n1,2\n'), /row 2, column "Q2": the score 2/);
  refused(on('Q1,Q2\n1\n'), /row 2/);
  refused(on('Q1,Q1\n1,1\n'), /row 1.*"?Q1/);
  refused(on('who\nann\n'), /row 1/);
  refused(on(''), /row 1|empty|header/);
  refused(() => estimate.run(['--bank', bank]), /--in is missing/);
  refused(() => estimate.run(['--bank', bank, '--in', join(folder, 'none.csv')]), /none\.csv/);
  refused(() => estimate.run(['--bank', bank, '--in', bank, '--method', 'BM']), /--method/);
});

test('a bank says which of its questions is wrong', () => {
  const of =
    (item: unknown, model = '2PL') =>
    () =>
      readBank(file('bad.json', { model, items: [items[0], item] }));
  refused(of({ id: 'Q9', a: 0, b: 1 }), /question 2 \(Q9\): discrimination/);
  refused(of({ id: 'Q9', a: '1', b: 1 }), /question 2 \(Q9\): "a"/);
  refused(of({ id: 'Q9', a: 1, b: null }), /"b" must be a number/);
  refused(of({ id: 'Q9', a: 1, b: 0, c: 1 }), /guessing/);
  refused(of({ id: 'Q0', a: 1, b: 0 }), /used twice/);
  refused(of({ a: 1, b: 0 }), /"id" is missing/);
  refused(of({ id: 'G', a: 1, b: [1, 0] }, 'GRM'), /strictly increasing/);
  refused(() => readBank(file('bad.json', '{')), /not JSON/);
  refused(() => readBank(file('bad.json', {})), /no list of questions/);
  const { parameters } = readBank(file('good.json', [{ id: 'G', a: 1, b: [1, 0] }]))[0]!;
  assert.deepEqual(parameters, { model: 'graded', discrimination: 1, steps: [1, 0] });
});

test('cat reports what a test of the same people would have been, under each rule', async () => {
  const simulees = file('simulees.json', {
    thetas: [-1, 0, 1],
    responses: ['111000000000', '111111000000', '111111110100'],
  });
  for (const rule of ['default', 'mfi', 'random']) {
    await cat.run(['--bank', bank, '--simulees', simulees, '--max', '6', '--rule', rule, '--out', out]);
    const { meanItems, shareReached, maxExposure, unusedShare, rmse, msPerChoice } = result();
    assert.deepEqual([meanItems, shareReached], [6, 0]);
    assert.ok(maxExposure <= 1 && unusedShare < 1 && rmse < 1 && msPerChoice > 0);
  }
});

test('cat names the person and the character of what it cannot read', () => {
  const bankItems = readBank(bank);
  const of = (content: unknown) => () => readSimulees(file('people.json', content), bankItems);
  refused(of({ thetas: [0], responses: ['01'] }), /person 1: the responses must be 12 characters/);
  refused(
    of({ thetas: [0, 1], responses: ['0'.repeat(12), '000200000000'] }),
    /person 2, character 4: "2".*Q3/,
  );
  refused(of({ thetas: ['0'], responses: ['0'.repeat(12)] }), /person 1: the theta/);
  refused(of({ thetas: [0], responses: [] }), /as many of one/);
  refused(of({ thetas: [], responses: [] }), /nobody/);
  refused(() => cat.run(['--bank', bank, '--simulees', bank, '--rule', 'best']), /expected|--rule/);
});

test('the frontier is drawn with the peers, the bound and a scale', () => {
  const point = { exposure: 0.5, length: 18.7, everyQuestionUsed: true, reached: 0.98 };
  const picture = drawFrontier({
    curves: [{ name: 'ours', points: [point, { ...point, exposure: 1 }] }],
    chosen: point,
    peers: [{ ...point, length: 20, everyQuestionUsed: false, name: 'other <program>' }],
    bound: 16,
  });
  assert.match(picture, /^<svg .*<\/svg>\n$/s);
  assert.match(picture, /other &lt;program>/);
  assert.match(picture, /16\.0: the ability known beforehand/);
  assert.equal(picture.match(/20\.00 questions, most shown 50 %, 98\.0 % reach/g)?.length, 1);
});

test('the frontier names the row of a peer without its figures', () => {
  const simulees = file('simulees.json', { thetas: [0], responses: ['111111000000'] });
  const peers = file('peers.json', { rows: [{}], oracle: { withPrior: { meanItemsCapped30: 16 } } });
  const svg = join(folder, 'frontier.svg');
  refused(
    () => frontier.run(['--bank', bank, '--simulees', simulees, '--peers', peers, '--svg', svg]),
    /peers\.json, row 1/,
  );
});
