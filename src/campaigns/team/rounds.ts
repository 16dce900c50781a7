import { FEWEST_IN_GROUP } from '../desk/progress.ts';
import { rankOf } from './rank.ts';

// What may be published of a team, look after look (docs/adr/0018).
//
// A view gives sums over the people counted in it. Somebody who keeps all views may add and subtract them; what one person
// has to say comes out as soon as some combination speaks of that person alone. So a new view is published only when no
// combination of all the views ever published, in any group, speaks of fewer than five people.

/** What a view counted of one person: their answers up to then. After new answers it is something else. */
export type Part = { mark: string; answers: number };
/** The parts of one published view. */
export type Round = readonly Part[];

/** Sets of people looked at before giving up: what cannot be shown to be safe is not published. */
const MOST_SETS = 20_000;

/** Whether a view may follow those already published. */
export function mayPublish(published: readonly Round[], next: Round): boolean {
  return next.length >= FEWEST_IN_GROUP && isSafe([...published, next]);
}

/** Parts counted in the same views: any combination of views gives all of them the same weight. */
type Company = { views: readonly number[]; people: ReadonlySet<string> };

/** No combination of these views speaks of one to four people. */
function isSafe(rounds: readonly Round[]): boolean {
  const companies = companiesOf(rounds);
  const small = companies.filter(({ people }) => people.size < FEWEST_IN_GROUP);
  const whole = rankOf(matrixOf(rounds, companies));
  const without = (hidden: readonly Company[]) =>
    rankOf(
      matrixOf(
        rounds,
        companies.filter((company) => !hidden.includes(company)),
      ),
    );
  // Nothing is lost without the small companies: every combination speaks of a large one.
  if (without(small) === whole) return true;
  let looked = 0;
  /** Tries every set of at most four people made of small companies, the given ones included. */
  function givesAway(from: number, taken: readonly Company[], people: ReadonlySet<string>): boolean {
    looked += 1;
    if (looked > MOST_SETS) return true;
    if (taken.length > 0 && without(taken) < whole) return true;
    for (let index = from; index < small.length; index += 1) {
      const more = new Set([...people, ...small[index]!.people]);
      if (more.size < FEWEST_IN_GROUP && givesAway(index + 1, [...taken, small[index]!], more)) return true;
    }
    return false;
  }
  return !givesAway(0, [], new Set());
}

function companiesOf(rounds: readonly Round[]): Company[] {
  const viewsOf = new Map<string, { mark: string; views: number[] }>();
  for (const [view, round] of rounds.entries()) {
    for (const { mark, answers } of round) {
      const name = `${mark} ${answers}`;
      const known = viewsOf.get(name) ?? { mark, views: [] };
      known.views.push(view);
      viewsOf.set(name, known);
    }
  }
  const companies = new Map<string, { views: number[]; people: Set<string> }>();
  for (const { mark, views } of viewsOf.values()) {
    const company = companies.get(views.join()) ?? { views, people: new Set<string>() };
    company.people.add(mark);
    companies.set(views.join(), company);
  }
  return [...companies.values()];
}

/** A row a view, a column a company. */
function matrixOf(rounds: readonly Round[], companies: readonly Company[]): number[][] {
  return rounds.map((_, view) => companies.map(({ views }) => (views.includes(view) ? 1 : 0)));
}

export type Look =
  | { show: 'same' }
  | { show: 'new' }
  /** Somebody counted in it withdrew, and a new one would tell too much; or there are too few people yet. */
  | { show: 'nothing'; because: 'too-few' | 'too-close' };

/**
 * What a look at a team shows: a new view when one may be published, the former one while everybody in it still agrees,
 * otherwise nothing.
 */
export function decide(shown: Round | null, eligible: Round, published: readonly Round[]): Look {
  const agreeing = new Set(eligible.map(({ mark }) => mark));
  const stands = shown?.every(({ mark }) => agreeing.has(mark)) ?? false;
  if (stands && shown && isSame(shown, eligible)) return { show: 'same' };
  if (mayPublish(published, eligible)) return { show: 'new' };
  if (stands) return { show: 'same' };
  return { show: 'nothing', because: eligible.length < FEWEST_IN_GROUP ? 'too-few' : 'too-close' };
}

function isSame(one: Round, other: Round): boolean {
  const parts = new Set(one.map(({ mark, answers }) => `${mark} ${answers}`));
  return one.length === other.length && other.every(({ mark, answers }) => parts.has(`${mark} ${answers}`));
}
