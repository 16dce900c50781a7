import { competencesOf } from '../../content/index.ts';
import type { Visit } from '../../web/index.ts';
import type { AskedInSeries, Evaluation, SeriesToShow } from './evaluation.store.ts';

/** What the page of a question says of its series. */
export type Shown = Omit<SeriesToShow, 'served'>;

/** The address of the question that waits for an answer, or of the end of the series. */
export function placeOf({ id, status }: Shown, questions: AskedInSeries[]): string {
  const current = questions.find(({ answered }) => !answered);
  return status === 'open' && current
    ? `/evaluations/${id}/questions/${current.position}`
    : `/evaluations/${id}/bilan`;
}

export function placeText({ kind, length }: Shown, position: number): string {
  return kind === 'stage' ? `Question ${position} sur ${length}` : `Question ${position} (${length} au plus)`;
}

export function seriesName(
  { app }: Visit,
  { kind, competence }: Pick<Evaluation, 'kind' | 'competence'>,
): string {
  if (kind === 'stage') return 'Positionnement';
  const title = competencesOf(app.content.framework).find(({ code }) => code === competence)?.title;
  return `En profondeur : ${title}`;
}
