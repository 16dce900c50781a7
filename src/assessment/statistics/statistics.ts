import { classicalAnalysis, type ItemParameters, meanSquares } from '../../../psychometrics/index.ts';

/** One answer to a question, without whose it is. */
export type Sample = {
  credit: number;
  /** Null where the answer was read again before it was recorded: that time is not the time of the question alone. */
  seconds: number | null;
  unknown: boolean;
  /** Mean share of credit on the other questions of the same series, 0 … 1; null alone in its series. */
  rest: number | null;
  /** What the series ended up saying of the competence; null while it is open. */
  ability: number | null;
};

/** What answers say of a question. Shares are 0 … 1; null is « too few answers to say ». */
export type Figures = {
  /** Mean credit over the greatest credit. */
  credit: number | null;
  /** Share of answers with all of the credit. */
  full: number | null;
  unknown: number | null;
  /** Half of the answers took longer; in seconds. */
  medianSeconds: number | null;
  /** Mean of the times, each counted for ten minutes at most; in seconds. */
  meanSeconds: number | null;
  /** Correlation with the rest of the series, −1 … 1. */
  discrimination: number | null;
  infit: number | null;
  outfit: number | null;
  flags: Flag[];
};
export type Flag = 'easy' | 'hard' | 'flat' | 'backwards' | 'noisy';

export const FLAG_NAMES: Record<Flag, string> = {
  easy: 'presque tout le monde réussit',
  hard: 'presque personne ne réussit',
  flat: 'distingue peu',
  backwards: 'à l’envers : ceux qui savent échouent (vérifier la clé)',
  noisy: 'réponses surprenantes (hasard ou double sens)',
};

/**
 * Fewer answers say nothing of a question, and might say something of somebody: figures move by as many at a time, since one
 * answer more, on a day when one person signed in, would be theirs.
 */
export const FEWEST = 20;

/** A count, down to the batch that is full. */
export function wholeBatches(count: number): number {
  return count - (count % FEWEST);
}

export const FEWEST_FOR_DISCRIMINATION = 200;
export const LIMITS = { easiest: 0.95, hardest: 0.05, flat: 0.1, meanSquare: 1.3, meanSquareZ: 2 } as const;
const LONGEST_SECONDS = 600;
/** The analysis takes whole numbers. */
const GRAIN = 1_000;

/** What the answers to one question say, the latest few thousands being enough. */
export function figuresOf(samples: readonly Sample[], maximum: number, parameters: ItemParameters): Figures {
  const few = samples.length < FEWEST;
  const share = (test: (one: Sample) => boolean) =>
    few ? null : samples.filter(test).length / samples.length;
  const mean = (value: (one: Sample) => number) =>
    few ? null : samples.reduce((sum, one) => sum + value(one), 0) / samples.length;
  const times = samples
    .flatMap(({ seconds }) => (seconds === null ? [] : [Math.max(0, seconds)]))
    .sort((a, b) => a - b);
  const fewTimes = times.length < FEWEST;
  const figures = {
    credit: mean(({ credit }) => credit / maximum),
    full: share(({ credit }) => credit === maximum),
    unknown: share(({ unknown }) => unknown),
    medianSeconds: fewTimes ? null : times[Math.floor(times.length / 2)]!,
    meanSeconds: fewTimes
      ? null
      : times.reduce((sum, time) => sum + Math.min(LONGEST_SECONDS, time), 0) / times.length,
    discrimination: discriminationOf(samples),
  };
  const fit = fitOf(samples, parameters);
  return { ...figures, infit: fit.infit, outfit: fit.outfit, flags: flagsOf(figures, fit.noisy) };
}

function discriminationOf(samples: readonly Sample[]): number | null {
  const known = samples.filter(({ rest }) => rest !== null);
  if (known.length < FEWEST_FOR_DISCRIMINATION) return null;
  const rows = known.map(({ credit, rest }) => [credit, Math.round(rest! * GRAIN)]);
  return classicalAnalysis(rows).items[0]!.restCorrelation;
}

/** The ability is that of the whole series, this answer included: both figures come out a little below 1. */
function fitOf(samples: readonly Sample[], parameters: ItemParameters) {
  const known = samples.filter(({ ability }) => ability !== null);
  if (known.length < FEWEST_FOR_DISCRIMINATION) return { infit: null, outfit: null, noisy: false };
  const [fit] = meanSquares({
    answers: known.map(({ credit }) => [credit]),
    items: [parameters],
    abilities: known.map(({ ability }) => ability!),
  });
  const { infit, infitZ, outfit, outfitZ } = fit!;
  const isNoisy = (square: number | null, z: number | null) =>
    square !== null && z !== null && square > LIMITS.meanSquare && z > LIMITS.meanSquareZ;
  return { infit, outfit, noisy: isNoisy(infit, infitZ) || isNoisy(outfit, outfitZ) };
}

function flagsOf(
  { credit, discrimination }: Pick<Figures, 'credit' | 'discrimination'>,
  noisy: boolean,
): Flag[] {
  return [
    ...(credit !== null && credit > LIMITS.easiest ? (['easy'] as const) : []),
    ...(credit !== null && credit < LIMITS.hardest ? (['hard'] as const) : []),
    ...(discrimination !== null && discrimination < 0 ? (['backwards'] as const) : []),
    ...(discrimination !== null && discrimination >= 0 && discrimination < LIMITS.flat
      ? (['flat'] as const)
      : []),
    ...(noisy ? (['noisy'] as const) : []),
  ];
}

export type Line = {
  id: string;
  version: number;
  competence: string;
  level: number;
  asked: number;
  answered: number;
  /** Share of the series begun that asked it. */
  exposure: number | null;
  figures: Figures;
};

export const SORTS = {
  question: 'Question',
  reponses: 'Réponses',
  reussite: 'Réussite',
  temps: 'Temps médian',
  lien: 'Lien avec le reste',
  exposition: 'Exposition',
} as const;
export type Sort = keyof typeof SORTS;

const VALUES: Record<Exclude<Sort, 'question'>, (line: Line) => number | null> = {
  reponses: ({ answered }) => answered,
  reussite: ({ figures }) => figures.credit,
  temps: ({ figures }) => figures.medianSeconds,
  lien: ({ figures }) => figures.discrimination,
  exposition: ({ exposure }) => exposure,
};

/** In the order asked for; what is not known comes last either way. */
export function sorted(lines: readonly Line[], sort: Sort, downwards: boolean): Line[] {
  const sign = downwards ? -1 : 1;
  const byName = (one: Line, other: Line) => one.id.localeCompare(other.id, 'fr', { numeric: true });
  if (sort === 'question') return lines.toSorted((one, other) => sign * byName(one, other));
  const value = VALUES[sort];
  return lines.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other);
    return sign * (a - b) || byName(one, other);
  });
}

/** How many questions have a share of success in each tenth, from 0 to 1. */
export function tenths(lines: readonly Line[]): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const { figures } of lines)
    if (figures.credit !== null) counts[Math.min(9, Math.floor(figures.credit * 10))]! += 1;
  return counts;
}
