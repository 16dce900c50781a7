import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOffered } from './counts.ts';
import { levelsOf, parseRegister } from './register.ts';

const TODAY = '2026-11-30';
const KNOWN = 'K7-M4R';
const NEW = 'QX-72N';
const parse = (form: Record<string, string>) =>
  parseRegister(
    {
      observedOn: [TODAY],
      due: ['36'],
      ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]])),
    },
    { today: TODAY, known: new Set([KNOWN]) },
  );
const problemsOf = (form: Record<string, string>) => {
  const parsed = parse(form);
  return 'problems' in parsed ? parsed.problems : [];
};

test('counts of known codes and new codes with a level and an age band are read; empty cells say nothing', () => {
  const parsed = parse({
    [`absences-${KNOWN}`]: ' 8 ',
    [`injustifiees-${KNOWN}`]: '',
    [`niveau-${NEW}`]: '3e',
    [`age-${NEW}`]: 'under-16',
    [`sanctions-${NEW}`]: '2',
  });
  assert.ok('register' in parsed);
  assert.deepEqual(parsed.register, {
    observedOn: TODAY,
    due: 36,
    lines: [
      { code: KNOWN, opens: null, absences: 8, injustifiees: null, sanctions: null, exclusions: null },
      {
        code: NEW,
        opens: { level: '3e', ageBand: 'under-16' },
        absences: null,
        injustifiees: null,
        sanctions: 2,
        exclusions: null,
      },
    ],
  });
});

const letters = fc.stringMatching(/^\p{Lu}[\p{Ll}]{1,12}([ -]\p{Lu}[\p{Ll}]{1,12})?$/u);
const two = (most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'));
const birthDate = fc
  .tuple(two(28), two(12), fc.integer({ min: 1996, max: 2021 }), fc.constantFrom('/', '-', '.'))
  .map(([day, month, year, sign]) => [day, month, year].join(sign));
const ine = fc.stringMatching(/^[0-9]{9}[0-9A-Z][A-Z]$/);
const email = fc.emailAddress();
const phone = fc.stringMatching(/^0[1-9]( [0-9]{2}){4}$/);
const identity = fc.oneof(letters, birthDate, ine, email, phone);
const cell = fc.constantFrom('absences', 'injustifiees', 'sanctions', 'exclusions');

test('no name, birth date, national number, e-mail or telephone passes in the cell of a count, and it is called so', () => {
  fc.assert(
    fc.property(identity, cell, fc.constantFrom(KNOWN, NEW), (typed, name, code) => {
      const form = { [`${name}-${code}`]: typed };
      const problems = problemsOf(form);
      assert.ok(
        problems.some(
          ({ field, message }) => field === `${name}-${code}` && /ressemble à un nom/.test(message),
        ),
        `${typed}: ${JSON.stringify(problems)}`,
      );
    }),
    { numRuns: 500 },
  );
});

test('nor in the name of a field, in the place of a code, in a level, an age band, a date or the number of half-days', () => {
  fc.assert(
    fc.property(identity, (typed) => {
      for (const form of [
        { [typed]: '3' },
        { [`absences-${typed}`]: '3' },
        { nom: typed, [`absences-${KNOWN}`]: '3' },
        { [`niveau-${NEW}`]: typed, [`age-${NEW}`]: 'under-16' },
        { [`niveau-${NEW}`]: '3e', [`age-${NEW}`]: typed },
        { observedOn: typed, [`absences-${KNOWN}`]: '3' },
        { due: typed, [`absences-${KNOWN}`]: '3' },
      ])
        assert.ok(problemsOf(form).length > 0, JSON.stringify(form));
    }),
    { numRuns: 300 },
  );
});

test('a number too high or a comma is asked for again, without calling it an identity', () => {
  for (const typed of ['61', '3,5', '-1', '999']) {
    const [problem] = problemsOf({ [`absences-${KNOWN}`]: typed });
    assert.match(problem!.message, /un nombre de 0 à 60/, typed);
  }
});

test('more unjustified absences than absences, a level for an open follow-up, or no level for a new one are refused', () => {
  assert.match(
    problemsOf({ [`absences-${KNOWN}`]: '2', [`injustifiees-${KNOWN}`]: '3' })[0]!.message,
    /font partie des absences/,
  );
  assert.match(
    problemsOf({ [`niveau-${KNOWN}`]: '3e', [`absences-${KNOWN}`]: '1' })[0]!.message,
    /déjà ouvert/,
  );
  assert.deepEqual(
    problemsOf({ [`absences-${NEW}`]: '2' }).map(({ field }) => field),
    [`niveau-${NEW}`, `age-${NEW}`],
  );
  assert.deepEqual(
    problemsOf({}).map(({ field }) => field),
    ['releve'],
  );
});

test('a proposed code holds a digit, so that no word is one', () => {
  assert.ok(isOffered('K7-M4R'));
  for (const word of ['LE-AMA', 'DU-PNT', 'PA-TEL', 'k7-m4r', '']) assert.ok(!isOffered(word), word);
});

test('counts become the levels the signals are rated with, at their very thresholds', () => {
  const level = (signal: string, counts: Partial<Parameters<typeof levelsOf>[0]>, due = 40) =>
    levelsOf({ absences: null, injustifiees: null, sanctions: null, exclusions: null, ...counts }, due, {
      primary: false,
    }).get(signal);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 8, 9].map((absences) => level('S01', { absences })),
    [0, 0, 1, 1, 2, 2, 3],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4, 9, 10].map((injustifiees) => level('S02', { injustifiees })),
    [0, 0, 1, 1, 2, 2, 3],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((sanctions) => level('S10', { sanctions })),
    [0, 1, 2, 2, 3],
  );
  assert.equal(level('S10', { sanctions: 1, exclusions: 1 }), 3);
  assert.equal(level('S10', { exclusions: 0 }), 0);
  assert.equal(level('S10', { absences: 3 }), undefined);
  assert.equal(
    levelsOf({ absences: 9, injustifiees: 0, sanctions: 4, exclusions: 0 }, 36, { primary: true }).has('S10'),
    false,
  );
});
