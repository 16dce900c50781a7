import { DECISION_KINDS } from '../vocabulary.ts';
import type { Decision } from './decision.ts';

/** « Tutorat : vingt minutes chaque jeudi (Karim Vasseur) » */
export function decisionText({ kind, act, who, person }: Pick<Decision, 'kind' | 'act' | 'who' | 'person'>) {
  return `${kindName(kind)} : ${act} (${person ? `${person.name}, ${who}` : who})`;
}

/** A kind no longer proposed keeps its identifier as its name. */
export function kindName(kind: string): string {
  return Object.entries(DECISION_KINDS).find(([id]) => id === kind)?.[1] ?? kind;
}
