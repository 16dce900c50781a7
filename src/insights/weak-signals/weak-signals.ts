import { proportionDifference } from '../../../psychometrics/index.ts';
import type { Signal } from '../../content/index.ts';
import { type Counts, countsUnder, monthNumber } from '../counts/place.ts';
import { FEWEST_PEOPLE, type Precision, protectCounts } from '../protection/rounding.ts';
import { shareOf } from '../protection/share.ts';
import { percentText, type Report, type Section, shareSection, shareText } from '../report/report.ts';

/** What is read for this indicator. */
export const SIGNAL_MEASURES = ['signal:'] as const;

/** The later rating is one of the fifth to the eighth month: after that, none came. */
const LAST_MONTH = 8;

const OUTCOMES = {
  gone: 'Disparu',
  reduced: 'Réduit',
  same: 'Inchangé',
  worse: 'Plus marqué',
  unknown: 'Pas coté à nouveau',
} as const;
type Outcome = keyof typeof OUTCOMES;

/** How many signals began at 2 or 3, and what became of them. `waiting`: six months have not gone by. */
export type SignalCounts = Record<Outcome | 'due' | 'better' | 'compared' | 'sameRater' | 'waiting', number>;

/** By signal, as somebody may see it; with the sum over signals. */
export type SignalsSeen = { bySignal: Map<string, SignalCounts>; all: SignalCounts };

const NOTHING: SignalCounts = {
  gone: 0,
  reduced: 0,
  same: 0,
  worse: 0,
  unknown: 0,
  due: 0,
  better: 0,
  compared: 0,
  sameRater: 0,
  waiting: 0,
};

/** Exact counts by signal: only for what is computed further, never to be shown. */
function tally(counts: Counts, today: string): Map<string, SignalCounts> {
  const month = monthNumber(today);
  const bySignal = new Map<string, SignalCounts>();
  for (const { rest, people } of countsUnder(counts, 'signal:')) {
    const [signal, outcome, detail] = rest.split(':') as [string, Outcome | 'waiting', string];
    const known = bySignal.get(signal) ?? { ...NOTHING };
    bySignal.set(signal, known);
    if (outcome === 'waiting') {
      if (Number(detail) + LAST_MONTH < month) known.unknown += people;
      else known.waiting += people;
      continue;
    }
    known[outcome] += people;
    known.compared += people;
    if (detail === 'same') known.sameRater += people;
  }
  for (const known of bySignal.values()) {
    known.due = known.compared + known.unknown;
    known.better = known.gone + known.reduced;
  }
  return bySignal;
}

function total(bySignal: ReadonlyMap<string, SignalCounts>): SignalCounts {
  const sum = { ...NOTHING };
  for (const counts of bySignal.values()) {
    for (const name of Object.keys(sum) as (keyof SignalCounts)[]) sum[name] += counts[name];
  }
  return sum;
}

export function signalsOf(counts: Counts, today: string, precision: Precision): SignalsSeen {
  const exact = tally(counts, today);
  return {
    bySignal: new Map([...exact].map(([signal, known]) => [signal, protectCounts(known, precision)])),
    all: protectCounts(total(exact), precision),
  };
}

/** Signals of those for whom a support began, and of those still waiting for one. */
export type Comparison = { supported: SignalCounts; waiting: SignalCounts };

export function comparisonOf(
  everybody: Counts,
  withoutSupport: Counts,
  today: string,
  precision: Precision,
): Comparison {
  const all = total(tally(everybody, today));
  const waiting = total(tally(withoutSupport, today));
  const names = Object.keys(all) as (keyof SignalCounts)[];
  const supported = Object.fromEntries(names.map((name) => [name, all[name] - waiting[name]]));
  return {
    supported: protectCounts(supported as SignalCounts, precision),
    waiting: protectCounts(waiting, precision),
  };
}

export function signalsReport(
  { bySignal, all }: SignalsSeen,
  comparison: Comparison | null,
  signals: readonly Signal[],
  precision: Precision,
): Report {
  const known = signals.filter(({ id }) => bySignal.has(id));
  const better = shareOf(all.better, all.due, precision);
  const gone = shareOf(all.gone, all.due, precision);
  return {
    title: 'Les signaux faibles, six mois après',
    lede: 'Parmi les signaux marqués au départ, combien sont réduits ou ont disparu six mois plus tard.',
    headlines:
      'none' in better
        ? []
        : [
            `${shareText(better)} des signaux sont réduits ou ont disparu six mois après ; ${shareText(gone)} ont disparu.`,
          ],
    sections: [
      shareSection(
        'Réduits ou disparus, signal par signal',
        'Signal',
        known.map(({ id, name }) => {
          const { better, due } = bySignal.get(id)!;
          return { label: name, share: shareOf(better, due, precision) };
        }),
        {
          intro:
            'À lire avec prudence : on suit un signal parce qu’il est fort à ce moment-là. Une partie de la baisse viendrait sans rien faire (c’est la régression vers la moyenne). Seule la comparaison avec des jeunes en attente aide à en juger.',
        },
      ),
      outcomeSection(known, bySignal, all),
      ...(comparison ? [comparisonSection(comparison, precision)] : []),
    ],
    definition: [
      'Un signal compte s’il est coté 2 ou 3 la première fois. Disparu : coté 0 ou 1 ensuite. Réduit : au moins un degré de moins, sans être à 0 ou 1.',
      'La cotation d’après est la dernière du cinquième au huitième mois, par la même personne qu’au départ quand c’est possible.',
      'Un signal pas coté à nouveau reste dans le total : ne pas savoir n’est pas aller mieux.',
      'Les signaux d’un même jeune ne sont pas indépendants : les intervalles (Wilson, 95 %) sont un peu trop étroits.',
    ],
  };
}

function outcomeSection(
  known: readonly Signal[],
  bySignal: SignalsSeen['bySignal'],
  all: SignalCounts,
): Section {
  const names = Object.keys(OUTCOMES) as Outcome[];
  const row = (label: string, counts: SignalCounts) => [
    label,
    ...names.map((name) => counts[name]),
    counts.due,
    counts.sameRater,
    counts.waiting,
  ];
  return {
    title: 'Ce que chaque signal est devenu',
    columns: [
      { title: 'Signal', as: 'text' },
      ...names.map((name) => ({ title: OUTCOMES[name], as: 'count' as const })),
      { title: 'Total', as: 'count' },
      { title: 'Dont cotés par la même personne', as: 'count' },
      { title: 'Six mois pas encore passés', as: 'count' },
    ],
    rows: [...known.map(({ id, short }) => row(short, bySignal.get(id)!)), row('Ensemble', all)],
  };
}

function comparisonSection({ supported, waiting }: Comparison, precision: Precision): Section {
  const rows = [
    {
      label: 'Réduits ou disparus, un accompagnement a commencé',
      share: shareOf(supported.better, supported.due, precision),
    },
    {
      label: 'Réduits ou disparus, en attente d’un accompagnement',
      share: shareOf(waiting.better, waiting.due, precision),
    },
  ];
  return shareSection('Avec un accompagnement, et en attente', 'Jeunes', rows, {
    note: differenceText({ supported, waiting }, precision),
  });
}

function differenceText({ supported, waiting }: Comparison, precision: Precision): string {
  const fewest = precision === 'rounded' ? FEWEST_PEOPLE : 1;
  if (supported.due < fewest || waiting.due < fewest) {
    return 'Trop peu de signaux suivis en attente pour comparer.';
  }
  const { difference, low, high } = proportionDifference(
    { successes: supported.better, trials: supported.due },
    { successes: waiting.better, trials: waiting.due },
  );
  return `Écart : ${percentText(difference!)} (entre ${percentText(low)} et ${percentText(high)}). Ceux qui attendent ne sont pas choisis au hasard : leur situation était peut-être différente au départ.`;
}
