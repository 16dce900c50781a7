import { daysAfter, monthsAfter } from '../../calendar/index.ts';

/** What is known of a current situation when a meeting is prepared. Days are YYYY-MM-DD. */
export type SituationState = {
  followUpId: string;
  code: string;
  openedOn: string;
  /** The day of the last meeting it was discussed in. */
  discussedOn: string | null;
  /** Decisions without an outcome: when each is due. */
  waiting: readonly string[];
  /** Alerts received since the last meeting it was discussed in. */
  newAlerts: number;
  firstRatedOn: string | null;
  /** The names of those who rated first. */
  firstRaters: readonly string[];
  lastRatedOn: string | null;
};

export type Reason =
  | { kind: 'overdue'; count: number; since: string }
  | { kind: 'alert'; count: number }
  | { kind: 'never-discussed'; since: string }
  | { kind: 'rated'; on: string }
  | { kind: 'six-months'; since: string; raters: readonly string[] };

export type AgendaItem = { followUpId: string; code: string; reasons: Reason[] };

const ORDER: readonly Reason['kind'][] = ['overdue', 'alert', 'never-discussed', 'rated', 'six-months'];

/**
 * What a meeting on that day should talk about, and why: decisions that are due, then what is new (alerts, follow-ups never
 * discussed, signals rated since the last time), then six-month points. The longest waiting first. A situation without a
 * reason is left out; the team may add it.
 */
export function agendaOf(situations: readonly SituationState[], day: string): AgendaItem[] {
  return situations
    .map((situation) => ({ ...situation, reasons: reasonsOf(situation, day) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(
      (a, b) =>
        rankOf(a.reasons) - rankOf(b.reasons) ||
        sinceOf(a).localeCompare(sinceOf(b)) ||
        a.code.localeCompare(b.code),
    )
    .map(({ followUpId, code, reasons }) => ({ followUpId, code, reasons }));
}

export function reasonsOf(situation: SituationState, day: string): Reason[] {
  const { discussedOn, waiting, newAlerts, lastRatedOn } = situation;
  const overdue = waiting.filter((due) => due <= day).toSorted();
  const sixMonths = sixMonthsSince(situation, day);
  return [
    ...(overdue.length > 0 ? [{ kind: 'overdue' as const, count: overdue.length, since: overdue[0]! }] : []),
    ...(newAlerts > 0 ? [{ kind: 'alert' as const, count: newAlerts }] : []),
    ...(discussedOn === null ? [{ kind: 'never-discussed' as const, since: situation.openedOn }] : []),
    ...(discussedOn !== null && lastRatedOn !== null && lastRatedOn > discussedOn
      ? [{ kind: 'rated' as const, on: lastRatedOn }]
      : []),
    ...(sixMonths === null
      ? []
      : [{ kind: 'six-months' as const, since: sixMonths, raters: situation.firstRaters }]),
  ];
}

/** Between the fifth and the eighth month after the first rating, as long as nobody has rated again in that time. */
function sixMonthsSince({ firstRatedOn, lastRatedOn }: SituationState, day: string): string | null {
  if (firstRatedOn === null) return null;
  const from = monthsAfter(firstRatedOn, 5);
  const until = monthsAfter(firstRatedOn, 8);
  const ratedAgain = lastRatedOn !== null && lastRatedOn >= from;
  return day >= from && day <= until && !ratedAgain ? firstRatedOn : null;
}

const rankOf = ([first]: readonly Reason[]) => (first ? ORDER.indexOf(first.kind) : ORDER.length);

function sinceOf({ openedOn, reasons }: SituationState & { reasons: readonly Reason[] }): string {
  const [first] = reasons;
  if (first?.kind === 'overdue' || first?.kind === 'never-discussed') return first.since;
  return first?.kind === 'rated' ? first.on : openedOn;
}

/** The agenda with one item a step earlier or later; at either end, as it was. */
export function moved(codes: readonly string[], code: string, way: 'earlier' | 'later'): string[] {
  const from = codes.indexOf(code);
  const to = way === 'earlier' ? from - 1 : from + 1;
  const order = [...codes];
  if (from < 0 || to < 0 || to >= codes.length) return order;
  [order[from], order[to]] = [order[to]!, order[from]!];
  return order;
}

/** A decision is looked back on at the next meeting: three weeks later unless said otherwise, never on a weekend. */
export function usualDue(day: string): string {
  const due = daysAfter(day, 21);
  const weekday = new Date(`${due}T12:00:00Z`).getUTCDay();
  return daysAfter(due, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
