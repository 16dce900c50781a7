import { daysAfter, isDay } from '../../../calendar/index.ts';
import type { FieldError } from '../../../web/index.ts';
import { checkText, type Doubt } from '../../../writing/index.ts';
import {
  DECISION_KINDS,
  DECISION_OUTCOMES,
  type DecisionKind,
  type DecisionOutcome,
  DOERS,
  LEVERS,
  type Lever,
  MOST_LEVERS,
} from '../../vocabulary.ts';

export type Decision = {
  id: string;
  kind: string;
  act: string;
  /** What they are in the school; never a name. */
  who: string;
  /** The colleague who does it, when one was chosen. */
  person: { id: string; name: string } | null;
  due: string;
  decidedOn: string;
  outcome: DecisionOutcome | null;
  endedOn: string | null;
};

export type Colleague = { id: string; name: string; work: string };

export type NewDecision = {
  id: string;
  kind: DecisionKind;
  act: string;
  who: string;
  personId: string | null;
  due: string;
};

/** What was typed on the screen of a situation, kept as it is until it is accepted. */
export type Typed = {
  levers: Lever[];
  outcomes: ReadonlyMap<string, DecisionOutcome>;
  decision: { id: string; kind: string; act: string; who: string; due: string; confirmed: string };
};

export type Discussion = {
  levers: Lever[];
  outcomes: ReadonlyMap<string, DecisionOutcome>;
  decision: NewDecision | null;
};

export const LONGEST_ACT = 140;

/** Reads the form of a situation. `waiting` are the decisions one may look back on. */
export function readTyped(form: Record<string, string[]>, waiting: readonly Decision[]): Typed {
  const one = (name: string) => form[name]?.[0] ?? '';
  return {
    levers: (Object.keys(LEVERS) as Lever[]).filter((lever) => form.lever?.includes(lever)),
    outcomes: new Map(
      waiting.flatMap(({ id }): [string, DecisionOutcome][] => {
        const outcome = (Object.keys(DECISION_OUTCOMES) as DecisionOutcome[]).find(
          (known) => known === one(`bilan-${id}`),
        );
        return outcome ? [[id, outcome]] : [];
      }),
    ),
    decision: {
      id: one('decision'),
      kind: one('kind'),
      act: one('act').trim(),
      who: one('who'),
      due: one('due').trim(),
      confirmed: one('confirmed'),
    },
  };
}

/**
 * What is wrong, or what is to be kept. A decision neither described nor entrusted to anybody is no decision: the form
 * proposes a kind only to save time.
 */
export function parseDiscussion(
  typed: Typed,
  { colleagues, today }: { colleagues: readonly Colleague[]; today: string },
): { discussion: Discussion } | { problems: FieldError[]; doubts: Doubt[] } {
  const problems: FieldError[] = [];
  if (typed.levers.length > MOST_LEVERS)
    problems.push({
      field: 'leviers',
      message: `Choisissez ${MOST_LEVERS} leviers au plus : vous en avez coché ${typed.levers.length}.`,
    });
  const { levers, outcomes } = typed;
  const { id, act, due, confirmed } = typed.decision;
  if (act === '' && typed.decision.kind === '' && typed.decision.who === '')
    return problems.length > 0
      ? { problems, doubts: [] }
      : { discussion: { levers, outcomes, decision: null } };
  const kind = (Object.keys(DECISION_KINDS) as DecisionKind[]).find((known) => known === typed.decision.kind);
  if (!kind) problems.push({ field: 'kind', message: 'Choisissez ce que vous décidez.' });
  const checked = checkText(act, { field: 'act', what: 'ce qui sera fait', longest: LONGEST_ACT, today });
  problems.push(...checked.problems);
  const doer = readDoer(typed.decision.who, colleagues);
  if (!doer) problems.push({ field: 'who', message: 'Choisissez qui s’en charge.' });
  if (!isDay(due)) problems.push({ field: 'due', message: 'Écrivez pour quand : jour, mois et année.' });
  else if (due < today || due > daysAfter(today, 366))
    problems.push({ field: 'due', message: 'L’échéance est à venir, dans un an au plus.' });
  const doubts = confirmed === act ? [] : checked.doubts;
  return !kind || !doer || problems.length > 0 || doubts.length > 0
    ? { problems, doubts }
    : { discussion: { levers, outcomes, decision: { id, kind, act, due, ...doer } } };
}

/** « p: » and the identifier of a colleague, or one of DOERS. */
function readDoer(
  typed: string,
  colleagues: readonly Colleague[],
): { who: string; personId: string | null } | undefined {
  const colleague = colleagues.find(({ id }) => typed === `p:${id}`);
  if (colleague) return { who: colleague.work.slice(0, 60), personId: colleague.id };
  const doer = Object.entries(DOERS).find(([id]) => id === typed);
  return doer && { who: doer[1], personId: null };
}
