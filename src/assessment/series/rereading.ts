import type { Viewer } from '../../web/index.ts';
import type { Fields } from '../question/response.ts';

/** The field that says what is done with an answer shown again, and what is chosen where a series begins. */
export const REREADING = 'relecture';
/** Goes with the box where a series begins: the question was asked. */
export const REREADING_ASKED = 'relecture-proposee';
export const CONFIRM = 'enregistrer';
export const CHANGE = 'changer';

/**
 * What a form of answer asks for: `record` it at once, `reread` it first, `confirm` what was shown again, or `change` it.
 * Only `record` and `confirm` write anything.
 */
export function stepOf(
  fields: Fields,
  { rereadsAnswers }: Pick<Viewer, 'rereadsAnswers'>,
): 'record' | 'reread' | 'confirm' | 'change' {
  const said = fields[REREADING]?.[0];
  if (said === CONFIRM) return 'confirm';
  if (said === CHANGE) return 'change';
  return rereadsAnswers ? 'reread' : 'record';
}

/** The answer to write in the form again: what was chosen, without the button that was pressed. */
export function draftOf({ action: _, [REREADING]: __, ...draft }: Fields): Fields {
  return draft;
}

/** The answer as it was sent, to be sent again. */
export function sentAgain({ [REREADING]: _, ...fields }: Fields): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

/** What was chosen where a series begins; null where the form did not ask. An unticked box sends nothing of itself. */
export function rereadingAsked(fields: Fields): boolean | null {
  if (fields[REREADING]?.includes('oui')) return true;
  return fields[REREADING_ASKED] === undefined ? null : false;
}
