import type { DecisionCard } from '../../content/index.ts';

/** The card of a kind of decision and its rehearsal, when there are; nothing of the pupil goes with the link. */
export function PracticeLinks({ kind, decisions }: { kind: string; decisions: readonly DecisionCard[] }) {
  const card = decisions.find(({ id }) => id === kind);
  if (!card) return null;
  return (
    <span>
      <a href={`/decisions/${card.id}`}>
        La fiche<span class="fr-sr-only"> : {card.title}</span>
      </a>{' '}
      ·{' '}
      <a href={`/decisions/${card.id}/repetition`}>
        S’entraîner 5 minutes<span class="fr-sr-only"> : {card.title}</span>
      </a>
    </span>
  );
}
