import { type Estimate, normalBelow } from '../../../psychometrics/index.ts';
import type { Contribution } from '../../assessment/index.ts';
import type { Framework } from '../../content/index.ts';
import { FEWEST_IN_GROUP } from '../desk/progress.ts';

/** What is said of a team: means and counts over the people of one view, rounded; nothing of any of them. */
export type TeamFigures = {
  people: number;
  general: GroupEstimate;
  domains: (GroupEstimate & { code: string; standing: Standing })[];
  competences: { code: string; measured: Measured; standing: Standing }[];
};
/** The mean of the group, and how uncertain it is because each person’s level is. */
export type GroupEstimate = { mean: number; error: number };
/** Compared with the rest of what the same group knows. */
export type Standing = 'need' | 'strength' | 'like-the-rest';
/** In how many of the people it is measured. */
export type Measured = 'rarely' | 'partly' | 'mostly';

/** How sure one has to be that a group stands lower, or higher, in something than elsewhere. */
const SURE_OF_A_DOMAIN = 0.9;
const SURE_OF_A_COMPETENCE = 0.8;
const [FEW, MOST] = [1 / 4, 3 / 4];

export function figuresOf(contributions: readonly Contribution[], { domains }: Framework): TeamFigures {
  if (contributions.length < FEWEST_IN_GROUP) throw new RangeError('a view needs five people at least');
  const over = (pick: (one: Contribution) => Estimate) => meanOf(contributions.map(pick));
  return {
    people: contributions.length,
    general: rounded(over(({ general }) => general)),
    domains: domains.map(({ code }, index) => ({
      code,
      ...rounded(over((one) => one.domains[index]!.own)),
      standing: standingOf(
        over((one) => one.domains[index]!.contrast),
        SURE_OF_A_DOMAIN,
      ),
    })),
    competences: contributions[0]!.competences.map(({ code }, dimension) => {
      const measured = contributions.filter((one) => one.competences[dimension]!.measured).length;
      return {
        code,
        measured: measuredIn(measured, contributions.length),
        standing:
          measured < FEWEST_IN_GROUP
            ? 'like-the-rest'
            : standingOf(
                over((one) => one.competences[dimension]!.contrast),
                SURE_OF_A_COMPETENCE,
              ),
      };
    }),
  };
}

/** Mean of beliefs about different people: x̄ = Σx/n, with variance Σv/n². */
function meanOf(estimates: readonly Estimate[]): Estimate {
  const count = estimates.length;
  const sum = (pick: (one: Estimate) => number) => estimates.reduce((total, one) => total + pick(one), 0);
  return { mean: sum(({ mean }) => mean) / count, variance: sum(({ variance }) => variance) / count ** 2 };
}

function standingOf({ mean, variance }: Estimate, sure: number): Standing {
  const below = normalBelow(-mean / Math.sqrt(variance));
  if (below >= sure) return 'need';
  return below <= 1 - sure ? 'strength' : 'like-the-rest';
}

function measuredIn(people: number, among: number): Measured {
  if (people < among * FEW) return 'rarely';
  return people < among * MOST ? 'partly' : 'mostly';
}

const STEP = 0.05;

/** By twentieths, the uncertainty never made smaller: the last digits of a mean say more than the group does. */
function rounded({ mean, variance }: Estimate): GroupEstimate {
  return {
    mean: Number((Math.round(mean / STEP) * STEP).toFixed(2)),
    error: Number((Math.ceil(Math.sqrt(variance) / STEP) * STEP).toFixed(2)),
  };
}

/** Codes of the competences it would help most to work on, the surest first: four at most. */
export function mostUseful({ competences, domains }: TeamFigures): string[] {
  const needed = new Set(domains.filter(({ standing }) => standing === 'need').map(({ code }) => code));
  const rank = (code: string, standing: Standing) => {
    if (standing === 'strength') return 3;
    const isOfNeed = needed.has(code.split('.')[0]!);
    if (standing === 'need') return isOfNeed ? 0 : 1;
    return isOfNeed ? 2 : 3;
  };
  return competences
    .map(({ code, standing }) => ({ code, rank: rank(code, standing) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 4)
    .map(({ code }) => code);
}
