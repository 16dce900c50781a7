import { DECISION_KINDS } from '../../vocabulary.ts';
import type { Decision } from './decision.ts';

/** « Tutorat : vingt minutes chaque jeudi (Karim Vasseur) »; what they are when no colleague was named, or is erased. */
export function decisionText({ kind, act, who, person }: Pick<Decision, 'kind' | 'act' | 'who' | 'person'>) {
  return `${kindName(kind)} : ${act} (${person?.name ?? who})`;
}

/** A kind no longer proposed keeps its identifier as its name. */
export function kindName(kind: string): string {
  return Object.entries(DECISION_KINDS).find(([id]) => id === kind)?.[1] ?? kind;
}
