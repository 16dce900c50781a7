import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadContent } from '../../content/index.ts';
import { type Counts, monthNumber, NATION, type Place } from '../counts/place.ts';
import { dropoutReport, protectDropout } from '../dropout/dropout.ts';
import { scaleOf, tellEfficacy } from '../efficacy/efficacy.ts';
import { funnelOf, funnelReport } from '../funnel/funnel.ts';
import type { Cell, Report, Section } from '../report/report.ts';
import { satisfactionSections } from '../use/satisfaction.ts';
import { useReport } from '../use/use.ts';
import { comparisonOf, signalsOf, signalsReport } from '../weak-signals/weak-signals.ts';
import { participantRows } from '../yearly/participants.ts';
import { FEWEST_PEOPLE } from './rounding.ts';

// Every report as somebody reads it who may not open the files, for any counts at all: a filter is other counts.

const TODAY = '2026-11-23';
const MONTH = monthNumber(TODAY);
const { instruments, signals } = loadContent();
const YOUNG = instruments.find(({ id }) => id === 'efficacite-jeune')!;
const STAFF = instruments.find(({ id }) => id === 'efficacite-personnel')!;
const OPINIONS = instruments.filter(({ moment }) => moment !== 'change');
const ACADEMIE: Place = { ...NATION, scope: 'academie', code: '09', name: 'Lille' };

const OUTCOMES = ['gone', 'reduced', 'same', 'worse'].flatMap((outcome) => [
  `${outcome}:same`,
  `${outcome}:other`,
]);
const SITUATIONS = ['education', 'training', 'job', 'no-solution', 'unknown', `waiting:${MONTH - 1}`];
const MEASURES = [
  ...[
    'followed',
    'contacted',
    'interviewed',
    'agreed',
    'engaged',
    'completed',
    'discussed',
    'discussed-again',
  ],
  ...['exit', 'six-months', 'twelve-months'].flatMap((moment) => SITUATIONS.map((of) => `${moment}:${of}`)),
  ...['left:3', 'left:7', 'stayed:9', `current:${MONTH - 4}`],
  ...['S01', 'S07'].flatMap((signal) =>
    [...OUTCOMES, `waiting:${MONTH - 6}`].map((of) => `signal:${signal}:${of}`),
  ),
  ...['done', 'partly', 'not-done', 'dropped', `waiting:${MONTH - 2}`].map((of) => `decision:${of}`),
  ...['preparation:2', 'preparation:4', 'preparation:11'],
  ...[YOUNG, STAFF].flatMap(({ id, items }) => [
    ...['before', 'after', 'six-months'].flatMap((when) => [`asked:${id}:${when}`, `answered:${id}:${when}`]),
    ...['12:15', '15:19', '20:18', '22:22'].flatMap((pair) => [
      `pair:${id}:after:${pair}`,
      `pair:${id}:six-months:${pair}`,
    ]),
    ...['12', '15', '20', '22'].map((score) => `score:${id}:${score}`),
    ...items.flatMap((_, item) => ['1', '2', '4'].map((answer) => `item:${id}:${item + 1}:${answer}`)),
  ]),
  ...['1', '2', '3'].flatMap((part) =>
    ['4:7', '9:12'].map((pair) => `pair:${STAFF.id}.${part}:after:${pair}`),
  ),
  ...OPINIONS.flatMap(({ id, items }) => [
    ...['answered', 'passed'].map((of) => `invited:${id}:${of}`),
    ...items.flatMap((item) => ['1', '4', '5'].map((value) => `opinion:${id}:${item.id}:${MONTH}:${value}`)),
  ]),
];
const counts: fc.Arbitrary<Counts> = fc
  .array(fc.nat({ max: 40 }), { minLength: MEASURES.length, maxLength: MEASURES.length })
  .map((people) => new Map(MEASURES.map((measure, index) => [measure, people[index]!])));

const rate = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 900 })).map(([successes, more]) => ({
  successes,
  trials: successes + more,
}));
const dropout = fc.tuple(rate, rate, rate).map(([before, after, days]) => ({
  years: [before, after].map(({ successes, trials }, index) => ({
    year: 2023 + index,
    schools: { left: 3, halfDays: 2, afterThird: 1 },
    enrolled: trials,
    left: successes,
    halfDaysDue: days.trials,
    halfDaysMissed: days.successes,
    finishedThird: days.trials,
    continuedAfterThird: days.successes,
  })),
  matched: { schools: 3, first: 2023, last: 2024, before, after },
  comparison: null,
}));

const asReport = (sections: readonly Section[]): Report => ({
  title: '',
  lede: '',
  headlines: [],
  definition: [],
  sections,
});

/** The reports that say something of people, by name. */
function reportsOf(
  all: Counts,
  some: Counts,
  figures: Parameters<typeof protectDropout>[0],
): Record<string, Report> {
  const efficacy = [YOUNG, STAFF].map((instrument) =>
    tellEfficacy(all, scaleOf(all, instrument), { instrument, who: 'Jeunes', precision: 'rounded' }),
  );
  const waiting = new Map([...all].map(([name, people]) => [name, Math.min(people, some.get(name) ?? 0)]));
  return {
    funnel: funnelReport(funnelOf(all, TODAY, 'rounded'), 'rounded'),
    efficacy: {
      ...asReport(efficacy.flatMap(({ sections }) => sections)),
      headlines: efficacy.flatMap(({ headlines }) => headlines),
    },
    signals: signalsReport(
      signalsOf(all, TODAY, 'rounded'),
      comparisonOf(all, waiting, TODAY, 'rounded'),
      signals,
      'rounded',
    ),
    dropout: dropoutReport(protectDropout(figures, ACADEMIE), ACADEMIE),
    use: useReport(all, all, [{ year: 2026, people: all.get('followed')! }], TODAY, 'rounded'),
    satisfaction: asReport(satisfactionSections(all, instruments)),
  };
}

/** What counts something else than people. */
const NOT_PEOPLE = ['Établissements', 'Mois depuis l’ouverture'];

function countsIn({ sections }: Report): { where: string; cell: Cell }[] {
  return sections.flatMap(({ title, columns, rows }) =>
    rows.flatMap((row, line) =>
      row.flatMap((cell, index) => {
        const column = columns[index]!;
        return column.as === 'count' && !NOT_PEOPLE.includes(column.title)
          ? [{ where: `${title}, ${line}, ${column.title}`, cell }]
          : [];
      }),
    ),
  );
}

test('no report tells an outsider a number of people that is not a whole five, nor two filters one that differs by less', () => {
  fc.assert(
    fc.property(counts, counts, dropout, dropout, (one, other, figures, otherFigures) => {
      const [first, second] = [reportsOf(one, other, figures), reportsOf(other, one, otherFigures)];
      for (const [name, report] of Object.entries(first)) {
        const [cells, others] = [countsIn(report), countsIn(second[name]!)];
        assert.ok(cells.length > 0, `${name} counts people`);
        for (const { where, cell } of [...cells, ...others])
          if (typeof cell === 'number') assert.equal(cell % 5, 0, `${name}: ${where}: ${cell}`);
        for (const { where, cell } of cells)
          for (const { cell: elsewhere } of others)
            if (typeof cell === 'number' && typeof elsewhere === 'number' && cell !== elsewhere)
              assert.ok(Math.abs(cell - elsewhere) >= 5, `${name}: ${where}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('no report tells or draws an outsider a share of fewer than twenty people', () => {
  fc.assert(
    fc.property(counts, counts, dropout, (one, other, figures) => {
      for (const [name, { sections }] of Object.entries(reportsOf(one, other, figures)))
        for (const { title, columns, rows, drawing } of sections) {
          const among = columns.findIndex((column) => column.title === 'Sur');
          if (among >= 0)
            for (const row of rows)
              if (row.some((cell, index) => columns[index]!.as === 'share' && typeof cell === 'number'))
                assert.ok((row[among] as number) >= FEWEST_PEOPLE, `${name}: ${title}: ${row}`);
          const drawn =
            drawing?.kind === 'shares' ? drawing.rows : drawing?.kind === 'line' ? drawing.points : [];
          for (const { share } of drawn)
            assert.ok('none' in share || share.among >= FEWEST_PEOPLE, `${name}: ${title}`);
        }
    }),
    { numRuns: 60 },
  );
});

test('the table for the European fund counts participants of another school in whole fives', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const rows = participantRows([{ level: '3e', ageBand: 'under-16', counts: all }], {
        place: ACADEMIE,
        year: 2025,
        today: TODAY,
      });
      const cells = rows.at(-1)!.slice(2);
      assert.ok(cells.length > 10);
      for (const cell of cells) assert.match(cell, /^\d*[05]$/);
    }),
  );
});
