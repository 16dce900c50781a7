import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadContent } from '../../content/index.ts';
import type { Answer, Work } from '../answering/answers.ts';
import { compare, inPlace } from './comparison.ts';
import { type Group, type Results, resultsOf, type Sheet } from './results.ts';
import { talkAbout } from './talk-about.ts';

const { policy } = loadContent();
const few = { statements: policy.statements.slice(0, 3) };
const answer = fc.constantFrom<Answer>(0, 1, 2, 3, 'unknown');
const sheet: fc.Arbitrary<Sheet> = fc.record({
  work: fc.constantFrom<Work | null>('class', 'around', null),
  answers: fc.record(Object.fromEntries(few.statements.map(({ id }) => [id, answer]))),
});
const sheets = (least: number, most = 60) => fc.array(sheet, { minLength: least, maxLength: most });

/** Every number of people that is told of a group. */
const numbersOf = ({ people, lines }: Group) => [people, ...lines.flatMap((line) => line.people)];
const allNumbers = (results: Results) => [
  ...numbersOf(results),
  ...(results.works ? [results.works.groups.class, results.works.groups.around].flatMap(numbersOf) : []),
];

const saying = (answers: Answer[], work: Work | null = null): Sheet[] =>
  answers.map((one) => ({ work, answers: { r01: one, r02: one, r03: one } }));

test('below five sheets nothing is told', () => {
  fc.assert(fc.property(sheets(0, 4), (given) => assert.equal(resultsOf(few, given), null)));
});

test('no number told, no sum and no difference of two, of this year and of another, is of one to four people', () => {
  fc.assert(
    fc.property(sheets(5), sheets(5), (now, before) => {
      const told = [...allNumbers(resultsOf(few, now)!), ...allNumbers(resultsOf(few, before)!)];
      for (const number of told) assert.equal(number % 5, 0);
      for (const one of told)
        for (const other of told) assert.ok(one === other || Math.abs(one - other) >= 5);
    }),
  );
});

test('what each kind of work sees is told only when it, the other and the silent ones are five at least, or none silent', () => {
  fc.assert(
    fc.property(sheets(5), (given) => {
      const count = (work: Work | null) => given.filter((one) => one.work === work).length;
      const silent = count(null);
      const expected = count('class') >= 5 && count('around') >= 5 && (silent === 0 || silent >= 5);
      assert.equal(resultsOf(few, given)!.works !== null, expected);
    }),
  );
});

test('an agreement and a middle are told of five who know at least', () => {
  fc.assert(
    fc.property(sheets(5, 30), (given) => {
      const results = resultsOf(few, given)!;
      for (const { statement, agreement, middle } of results.lines) {
        const known = given.filter(({ answers }) => answers[statement] !== 'unknown').length;
        assert.equal(agreement === 'unsaid', known < 5);
        assert.equal(middle === null, known < 5);
      }
    }),
  );
});

test('whoever answers in another order changes nothing', () => {
  fc.assert(
    fc.property(sheets(5, 20), (given) =>
      assert.deepEqual(resultsOf(few, given.toReversed()), resultsOf(few, given)),
    ),
  );
});

test('steps side by side are close views, two steps apart are far ones', () => {
  const agreementOf = (answers: Answer[]) => resultsOf(few, saying(answers))!.lines[0]!.agreement;
  assert.equal(agreementOf([1, 1, 1, 1, 1]), 'together');
  assert.equal(agreementOf([0, 0, 0, 1, 1, 1]), 'together');
  assert.equal(agreementOf([0, 0, 1, 1, 2, 2]), 'divided');
  assert.equal(agreementOf([0, 0, 0, 2, 2, 2]), 'far');
  assert.equal(agreementOf([0, 0, 0, 3, 3, 3, 'unknown']), 'far');
  assert.equal(agreementOf([0, 0, 3, 3, 'unknown', 'unknown', 'unknown']), 'unsaid');
});

test('those who have a class and the others are said apart where their middles differ', () => {
  const results = resultsOf(few, [
    ...saying([0, 0, 0, 0, 1], 'class'),
    ...saying([2, 2, 2, 3, 3], 'around'),
  ])!;
  assert.deepEqual(talkAbout(results).apart[0], { statement: 'r01', class: 0, around: 2 });
  const alike = resultsOf(few, [...saying([2, 2, 2, 2, 1], 'class'), ...saying([2, 2, 2, 3, 3], 'around')])!;
  assert.deepEqual(talkAbout(alike).apart, []);
});

test('a change is said only of twenty opinions a year, and when the margins do not meet', () => {
  const group = (placed: number, not: number) =>
    resultsOf(few, saying([...Array<Answer>(placed).fill(2), ...Array<Answer>(not).fill(0)]))!;
  const change = (before: Results, now: Results) => compare(before, now)[0]!.change;
  assert.equal(change(group(5, 20), group(20, 5)), 'up');
  assert.equal(change(group(20, 5), group(5, 20)), 'down');
  assert.equal(change(group(10, 15), group(15, 10)), 'not-shown');
  assert.equal(change(group(0, 10), group(10, 0)), 'too-few');
  assert.equal(change(group(20, 5), group(20, 5)), 'not-shown');
});

test('a change is never said of two groups whose intervals meet', () => {
  fc.assert(
    fc.property(sheets(5, 80), sheets(5, 80), (before, now) => {
      for (const { before: was, now: is, change } of compare(resultsOf(few, before)!, resultsOf(few, now)!)) {
        const [one, other] = [inPlace(was), inPlace(is)];
        if ('none' in one || 'none' in other) assert.equal(change, 'too-few');
        else assert.equal(change === 'not-shown', one.low <= other.high && other.low <= one.high);
      }
    }),
  );
});
