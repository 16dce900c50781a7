import {
  type FollowUp as Followed,
  kaplanMeier,
  numbersAtRisk,
  survivalAt,
} from '../../../psychometrics/index.ts';
import { SITUATIONS, type Situation } from '../../follow-up/index.ts';
import { type Counts, countOf, countsUnder, monthNumber } from '../counts/place.ts';
import { FEWEST_PEOPLE, type Precision, protectCounts, protectDistribution } from '../protection/rounding.ts';
import { type Share, shareOf } from '../protection/share.ts';
import {
  countText,
  percentText,
  type Report,
  type Section,
  shareSection,
  shareText,
} from '../report/report.ts';

/** What is read for this indicator. */
export const FUNNEL_MEASURES = [
  'followed',
  'contacted',
  'interviewed',
  'agreed',
  'engaged',
  'completed',
  'exit:',
  'six-months:',
  'twelve-months:',
  'left:',
  'stayed:',
  'current:',
] as const;

const STEPS = {
  followed: 'Repérés',
  contacted: 'Contactés',
  interviewed: 'Reçus en entretien',
  agreed: 'D’accord pour être accompagnés',
  engaged: 'Accompagnement commencé',
  completed: 'Accompagnement mené à son terme',
} as const;

const MOMENTS = {
  exit: { title: 'À la sortie', months: 0 },
  'six-months': { title: 'Six mois après', months: 6 },
  'twelve-months': { title: 'Douze mois après', months: 12 },
} as const;
type Moment = keyof typeof MOMENTS;

/** Whoever has not been heard of so many months after the day they should have been is counted as not known. */
const MONTHS_OF_GRACE = 2;

type Outcomes = Record<Situation | 'due' | 'waiting', number>;

export type Funnel = {
  steps: Record<keyof typeof STEPS, number>;
  moments: Record<Moment, Outcomes>;
  /** Months from the opening to leaving without a solution, or to the last time anything was known. */
  leaving: (Followed & { people: number })[];
};

/** What happened to the young people followed, as of a day, and as somebody may see it. */
export function funnelOf(counts: Counts, today: string, precision: Precision): Funnel {
  const month = monthNumber(today);
  const moments = Object.fromEntries(
    (Object.keys(MOMENTS) as Moment[]).map((moment) => [
      moment,
      protectCounts(outcomesOf(counts, moment, month), precision),
    ]),
  ) as Record<Moment, Outcomes>;
  const steps = Object.fromEntries(Object.keys(STEPS).map((step) => [step, countOf(counts, step)]));
  return {
    steps: protectCounts(steps as Funnel['steps'], precision),
    moments,
    leaving: leavingOf(counts, month, precision),
  };
}

function outcomesOf(counts: Counts, moment: Moment, month: number): Outcomes {
  const known = Object.fromEntries(
    Object.keys(SITUATIONS).map((situation) => [situation, countOf(counts, `${moment}:${situation}`)]),
  ) as Record<Situation, number>;
  let waiting = 0;
  for (const { rest, people } of countsUnder(counts, `${moment}:waiting:`)) {
    if (Number(rest) + MOMENTS[moment].months + MONTHS_OF_GRACE < month) known.unknown += people;
    else waiting += people;
  }
  const due = Object.values(known).reduce((sum, people) => sum + people, 0);
  return { ...known, due, waiting };
}

function leavingOf(counts: Counts, month: number, precision: Precision): Funnel['leaving'] {
  const parse = (prefix: string, event: boolean, time: (value: number) => number) =>
    countsUnder(counts, prefix).map(({ rest, people }) => ({
      time: Math.max(0, time(Number(rest))),
      event,
      people,
    }));
  const left = parse('left:', true, (months) => months);
  const others = [
    ...parse('stayed:', false, (months) => months),
    ...parse('current:', false, (opened) => month - opened),
  ];
  const inOrder = (lines: Funnel['leaving']) => lines.toSorted((a, b) => a.time - b.time);
  return [left, others].flatMap((lines) => protectDistribution(inOrder(lines), precision));
}

/** Who goes on learning: at school, in training or in apprenticeship. */
export function continuing(outcomes: Outcomes): number {
  return outcomes.education + outcomes.training;
}

export function funnelReport(funnel: Funnel, precision: Precision): Report {
  const { steps, moments } = funnel;
  const continuation = (Object.keys(MOMENTS) as Moment[]).map((moment) => ({
    label: MOMENTS[moment].title,
    share: shareOf(continuing(moments[moment]), moments[moment].due, precision),
  }));
  const engaged = shareOf(steps.engaged, steps.followed, precision);
  return {
    title: 'Le parcours des jeunes accompagnés',
    lede: 'Combien de jeunes repérés sont accompagnés, et combien poursuivent des études ou une formation à la sortie, six mois puis douze mois après.',
    headlines: [
      ...continuation.flatMap(({ label, share }) =>
        'none' in share ? [] : [`${label}, ${shareText(share)} poursuivent leurs études ou une formation.`],
      ),
      ...('none' in engaged
        ? []
        : [`L’accompagnement a commencé pour ${shareText(engaged)} des jeunes repérés.`]),
    ],
    sections: [
      shareSection(
        'Du premier signe à la fin de l’accompagnement',
        'Étape',
        (Object.keys(STEPS) as (keyof typeof STEPS)[]).map((step) => ({
          label: STEPS[step],
          share:
            step === 'followed'
              ? everybody(steps.followed, precision)
              : shareOf(steps[step], steps.followed, precision),
        })),
        { note: 'Qui a atteint une étape est compté dans celles d’avant.' },
      ),
      shareSection('Ceux qui poursuivent études ou formation', 'Moment', continuation, {
        intro:
          'Part de tous les jeunes dont l’échéance est passée : ceux dont on ne sait rien restent dans le total.',
      }),
      situationSection(moments),
      leavingSection(funnel, precision),
    ],
    definition: [
      'Un jeune est « repéré » quand un suivi s’ouvre. Les étapes et les situations sont celles que l’équipe a notées.',
      'Poursuivent : en scolarité, en formation ou en apprentissage. L’emploi est compté à part.',
      'Sans nouvelles deux mois après l’échéance, la situation est comptée « on ne sait pas ». Avant, elle n’est pas encore due et n’est dans aucun total.',
      'Intervalles à 95 % (Wilson ; Kaplan-Meier et Greenwood pour la durée).',
      'Un dossier effacé reste compté. Qui s’est opposé au suivi ne l’est plus.',
    ],
  };
}

/** Those one starts from are all of themselves: nothing is uncertain there. */
function everybody(followed: number, precision: Precision): Share {
  const share = shareOf(followed, followed, precision);
  return 'none' in share ? share : { ...share, low: 1, high: 1 };
}

function situationSection(moments: Funnel['moments']): Section {
  const names = Object.keys(SITUATIONS) as Situation[];
  return {
    title: 'Les situations, une par une',
    columns: [
      { title: 'Situation', as: 'text' },
      ...Object.values(MOMENTS).map(({ title }) => ({ title, as: 'count' as const })),
    ],
    rows: [
      ...names.map((name) => [
        SITUATIONS[name],
        ...(Object.keys(MOMENTS) as Moment[]).map((moment) => moments[moment][name]),
      ]),
      ['Total', ...(Object.keys(MOMENTS) as Moment[]).map((moment) => moments[moment].due)],
      [
        'Pas encore à l’échéance',
        ...(Object.keys(MOMENTS) as Moment[]).map((moment) => moments[moment].waiting),
      ],
    ],
  };
}

const SHOWN_MONTHS = [0, 3, 6, 9, 12, 18, 24];

function leavingSection({ leaving }: Funnel, precision: Precision): Section {
  const title = 'Le temps avant une sortie sans solution';
  const columns = [
    { title: 'Mois depuis l’ouverture', as: 'count' },
    { title: 'Encore suivis', as: 'count' },
    { title: 'Pas sortis sans solution', as: 'share' },
    { title: 'Au moins', as: 'share' },
    { title: 'Au plus', as: 'share' },
  ] as const;
  const people = leaving.reduce((sum, line) => sum + line.people, 0);
  if (people === 0 || (precision === 'rounded' && people < FEWEST_PEOPLE)) {
    return {
      title,
      columns,
      rows: [],
      note: people === 0 && precision === 'exact' ? 'Personne encore.' : 'Effectifs trop faibles.',
    };
  }
  const steps = kaplanMeier(leaving);
  const atRisk = numbersAtRisk(leaving, SHOWN_MONTHS);
  const shown = SHOWN_MONTHS.flatMap((month, index) =>
    atRisk[index]! > 0 ? [{ month, atRisk: atRisk[index]! }] : [],
  );
  const intervalAt = (month: number) => steps.findLast(({ time }) => time <= month)?.interval ?? null;
  const last = shown.at(-1)!.month;
  return {
    title,
    intro: `Sur ${countText(people)} jeunes : la part qui n’est pas sortie sans solution, mois après mois. Un jeune dont le suivi dure encore compte jusqu’à aujourd’hui.`,
    columns,
    rows: shown.map(({ month, atRisk }) => {
      const interval = intervalAt(month);
      return [month, atRisk, survivalAt(steps, month), interval?.low ?? null, interval?.high ?? null];
    }),
    drawing: {
      kind: 'curve',
      last: Math.max(last, 1),
      unit: 'mois',
      steps: [
        { at: 0, share: 1, low: 1, high: 1 },
        ...steps
          .filter(({ time }) => time <= last)
          .map(({ time, survival, interval }) => ({
            at: time,
            share: survival,
            low: interval?.low ?? survival,
            high: interval?.high ?? survival,
          })),
      ],
    },
    note: `À ${last} mois : ${percentText(survivalAt(steps, last))}. Plus il reste peu de jeunes suivis, moins la fin de la courbe est sûre.`,
  };
}
