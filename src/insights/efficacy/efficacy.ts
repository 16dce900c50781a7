import {
  type Alpha,
  alphaOf,
  type BootstrapInterval,
  reliableChange,
  type TableChange,
  tableChange,
} from '../../../psychometrics/index.ts';
import type { Instrument } from '../../content/index.ts';
import { type Counts, countOf, countsUnder } from '../counts/place.ts';
import { FEWEST_PEOPLE, type Precision, protectCounts, protectDistribution } from '../protection/rounding.ts';
import { shareOf } from '../protection/share.ts';
import { countText, type Section, shareSection } from '../report/report.ts';

/** Below so many people asked twice, not even whoever may see exact counts is given a mean change. */
const FEWEST_PAIRS = 10;

/** What is read about one instrument in a place, and in the whole nation for its reliability. */
export function efficacyMeasures(instrument: string): string[] {
  return [`asked:${instrument}:`, `answered:${instrument}:`, `pair:${instrument}`];
}
export function scaleMeasures(instrument: string): string[] {
  return [`item:${instrument}:`, `score:${instrument}:`];
}

/** How the scale behaves among all who answered it first, wherever they are. */
export type Scale = { people: number; deviation: number; alpha: Alpha };

/** Worked out once from the same counts: those of the country serve every page for a minute. */
const scales = new WeakMap<Counts, Map<string, Scale | null>>();

/** null below twenty people: nothing can be said of the scale. */
export function scaleOf(nation: Counts, instrument: Pick<Instrument, 'id' | 'items'>): Scale | null {
  const known = scales.get(nation) ?? new Map<string, Scale | null>();
  scales.set(nation, known);
  const scale = known.get(instrument.id);
  if (scale !== undefined) return scale;
  const made = workOutScale(nation, instrument);
  known.set(instrument.id, made);
  return made;
}

function workOutScale(nation: Counts, { id, items }: Pick<Instrument, 'id' | 'items'>): Scale | null {
  const scores = varianceOf(nation, `score:${id}:`);
  if (scores.people < FEWEST_PEOPLE) return null;
  const questions = items.map((_, index) => varianceOf(nation, `item:${id}:${index + 1}:`).variance);
  return {
    people: scores.people,
    deviation: Math.sqrt(scores.variance),
    alpha: alphaOf({ people: scores.people, questions, total: scores.variance }),
  };
}

function varianceOf(nation: Counts, prefix: string): { people: number; variance: number } {
  const lines = countsUnder(nation, prefix)
    .map(({ rest, people }) => ({ value: Number(rest), people }))
    .sort((a, b) => a.value - b.value);
  const shown = protectDistribution(lines, 'rounded');
  const people = shown.reduce((sum, line) => sum + line.people, 0);
  if (people < 2) return { people, variance: 0 };
  const mean = shown.reduce((sum, line) => sum + (line.people * line.value) / people, 0);
  const squares = shown.reduce((sum, line) => sum + line.people * (line.value - mean) ** 2, 0);
  return { people, variance: squares / (people - 1) };
}

/** From one score to another, how many people; in an order that keeps the changes when rounded by running totals. */
export function pairsOf(counts: Counts, part: string, occasion: string, precision: Precision) {
  const lines = countsUnder(counts, `pair:${part}:${occasion}:`).map(({ rest, people }) => {
    const [before, after] = rest.split(':').map(Number) as [number, number];
    return { before, after, people };
  });
  const change = ({ before, after }: { before: number; after: number }) => after - before;
  // Up one change and down the next, so that neighbours in the list are neighbours in score.
  const side = (line: { before: number; after: number }) => (change(line) % 2 === 0 ? 1 : -1);
  lines.sort((a, b) => change(a) - change(b) || side(a) * (a.before - b.before));
  return protectDistribution(lines, precision);
}

type Pairs = ReturnType<typeof pairsOf>;

/** null when too few people answered twice. */
export function changeOf(pairs: Pairs, precision: Precision, seed: string): TableChange | null {
  const people = pairs.reduce((sum, pair) => sum + pair.people, 0);
  return people < (precision === 'rounded' ? FEWEST_PEOPLE : FEWEST_PAIRS) ? null : measured(pairs, seed);
}

/** A thousand draws take a while, and the same counts always give the same interval: the last ones are remembered. */
const remembered = new Map<string, TableChange>();
const MOST_REMEMBERED = 500;

function measured(pairs: Pairs, seed: string): TableChange {
  const key = `${seed} ${pairs.map(({ before, after, people }) => `${before} ${after} ${people}`).join()}`;
  const change = remembered.get(key) ?? tableChange(pairs, { seed });
  remembered.delete(key);
  remembered.set(key, change);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return change;
}

/** How many moved by more than the error of the scale, one way or the other. */
export function reliablyMoved(
  pairs: Pairs,
  { deviation, alpha }: Scale,
): Record<'up' | 'none' | 'down', number> | null {
  if (alpha.alpha === null || alpha.alpha < 0 || alpha.alpha >= 1 || !(deviation > 0)) return null;
  const moved = { up: 0, none: 0, down: 0 };
  for (const { before, after, people } of pairs) {
    const { direction } = reliableChange({ before, after, deviation, reliability: alpha.alpha });
    moved[direction] += people;
  }
  return moved;
}

const OCCASIONS = {
  before: 'Ont répondu la première fois',
  after: 'Ont répondu la deuxième fois',
  'six-months': 'Ont répondu six mois après',
} as const;

export type Told = { headlines: string[]; sections: Section[] };

type Telling = {
  instrument: Instrument;
  who: string;
  /** Of what was answered. */
  precision: Precision;
  /** Of how many were asked and answered, when the viewer knows more of it. */
  answeredPrecision?: Precision;
};

/** What one instrument says in a place: who answered, what changed, and how far the scale can be trusted. */
export function tellEfficacy(
  counts: Counts,
  scale: Scale | null,
  { instrument, who, precision, answeredPrecision = precision }: Telling,
): Told {
  const pairs = pairsOf(counts, instrument.id, 'after', precision);
  const change = changeOf(pairs, precision, instrument.id);
  const later = changeOf(
    pairsOf(counts, instrument.id, 'six-months', precision),
    precision,
    `${instrument.id} six`,
  );
  if (
    countsUnder(counts, `answered:${instrument.id}:`).length +
      countsUnder(counts, `asked:${instrument.id}:`).length ===
    0
  ) {
    return { headlines: [], sections: [nobodySection(who)] };
  }
  const moved = change && scale && reliablyMoved(pairs, scale);
  const most = instrument.items.length * instrument.scale.length;
  return {
    headlines: change
      ? [
          `${who} : ${signed(change.difference.estimate)} points sur ${most} entre avant et après (entre ${signed(change.difference.low)} et ${signed(change.difference.high)}), chez ${countText(change.people)} personnes.`,
        ]
      : [],
    sections: [
      answeredSection(counts, instrument, who, answeredPrecision),
      changeSection(`${who} : ce qui a changé`, change, later),
      ...partSections(counts, instrument, who, precision),
      ...(moved && change
        ? [
            shareSection(
              `${who} : au-delà de l’erreur de mesure`,
              'Changement',
              (
                [
                  ['up', 'Progrès établi'],
                  ['none', 'Pas de changement établi'],
                  ['down', 'Baisse établie'],
                ] as const
              ).map(([name, label]) => ({ label, share: shareOf(moved[name], change.people, precision) })),
              {
                note: 'Un changement est établi quand il dépasse ce que l’imprécision du questionnaire explique, 95 fois sur 100 (Jacobson et Truax, 1991).',
              },
            ),
          ]
        : []),
      scaleSection(instrument, scale, who),
    ],
  };
}

function answeredSection(counts: Counts, { id }: Instrument, who: string, precision: Precision): Section {
  const asked = (occasion: string) => countOf(counts, `asked:${id}:${occasion}`);
  const answered = (occasion: string) => countOf(counts, `answered:${id}:${occasion}`);
  const occasions = (Object.keys(OCCASIONS) as (keyof typeof OCCASIONS)[]).filter(
    (occasion) => asked(occasion) + answered(occasion) > 0,
  );
  // Members of staff are not asked one by one: of those who answered before, how many did again.
  const askedOf = (occasion: string) => (asked('before') > 0 ? asked(occasion) : answered('before'));
  return shareSection(
    `${who} : qui a répondu`,
    'Moment',
    occasions.map((occasion) => {
      const seen = protectCounts({ answered: answered(occasion), asked: askedOf(occasion) }, precision);
      return { label: OCCASIONS[occasion], share: shareOf(seen.answered, seen.asked, precision) };
    }),
    {
      note: 'Ceux qui n’ont pas répondu ne sont pas forcément comme les autres : plus ils sont nombreux, moins les moyennes disent.',
    },
  );
}

function nobodySection(who: string): Section {
  return { title: who, columns: [], rows: [], note: 'Personne n’a encore été interrogé ici.' };
}

function changeSection(title: string, change: TableChange | null, later: TableChange | null): Section {
  const columns = [
    { title: 'Mesure', as: 'text' },
    { title: 'Valeur', as: 'decimal' },
    { title: 'Au moins', as: 'decimal' },
    { title: 'Au plus', as: 'decimal' },
  ] as const;
  if (!change) {
    return {
      title,
      columns,
      rows: [],
      note: 'Effectifs trop faibles : trop peu de personnes ont répondu deux fois.',
    };
  }
  const withInterval = (label: string, interval: BootstrapInterval | null) =>
    interval ? [[label, interval.estimate, interval.low, interval.high]] : [];
  return {
    title,
    columns,
    rows: [
      ['Moyenne avant', change.before.mean, null, null],
      ['Moyenne après', change.after.mean, null, null],
      ...withInterval('Écart, en points', change.difference),
      ...withInterval('Écart rapporté à la dispersion des écarts (dz)', change.ofChanges),
      ...withInterval('Écart rapporté à la dispersion des personnes (d moyen)', change.ofScores),
      ...(later ? withInterval('Écart six mois après, en points', later.difference) : []),
    ],
    note: `Sur ${countText(change.people)} personnes qui ont répondu les deux fois. Sans groupe de comparaison, un écart ne dit pas à quoi il est dû.`,
  };
}

/** The parts of an instrument are its questions about one thing, when each has the same number of them. */
function partSections(counts: Counts, instrument: Instrument, who: string, precision: Precision): Section[] {
  const parts = [...new Set(instrument.items.map(({ construct }) => construct))];
  if (parts.length < 2 || parts.length === instrument.items.length) return [];
  const rows = parts.flatMap((part, index) => {
    const name = `${instrument.id}.${index + 1}`;
    const change = changeOf(pairsOf(counts, name, 'after', precision), precision, name);
    return change
      ? [
          [
            part.charAt(0).toUpperCase() + part.slice(1),
            change.difference.estimate,
            change.difference.low,
            change.difference.high,
          ],
        ]
      : [];
  });
  return rows.length === 0
    ? []
    : [
        {
          title: `${who} : par partie`,
          columns: [
            { title: 'Partie', as: 'text' },
            { title: 'Écart, en points', as: 'decimal' },
            { title: 'Au moins', as: 'decimal' },
            { title: 'Au plus', as: 'decimal' },
          ],
          rows,
        },
      ];
}

function scaleSection({ items, status }: Instrument, scale: Scale | null, who: string): Section {
  const title = `${who} : ce que vaut le questionnaire`;
  const intro = `${items.length} questions de notre plume, ${status}.`;
  const columns = [
    { title: 'Fidélité (α de Cronbach)', as: 'decimal' },
    { title: 'Au moins', as: 'decimal' },
    { title: 'Au plus', as: 'decimal' },
    { title: 'Erreur de mesure, en points', as: 'decimal' },
    { title: 'Personnes', as: 'count' },
  ] as const;
  if (!scale || scale.alpha.alpha === null) {
    return {
      title,
      intro,
      columns,
      rows: [],
      note: 'Trop peu de réponses dans le pays pour dire ce qu’il vaut.',
    };
  }
  const { alpha, interval, standardError } = scale.alpha;
  return {
    title,
    intro,
    columns,
    rows: [[alpha, interval?.low ?? null, interval?.high ?? null, standardError, scale.people]],
    note: 'Calculée sur toutes les premières réponses du pays. Au-dessous de 0,70, ne parlez que de groupes nombreux.',
  };
}

const TENTHS = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** In a sentence a tenth of a point is enough; the table has more. */
function signed(value: number): string {
  return TENTHS.format(value).replace('-', '−');
}
