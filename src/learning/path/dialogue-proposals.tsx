import { NEEDS, type Need } from '../../content/index.ts';
import { HideButton } from './arrangement/hiding.tsx';
import type { DialogueProposal } from './dialogue-proposal.ts';

/** Two at most: a conversation takes as long as half a module. */
const SHOWN = 2;

/** Conversations to rehearse, each with why it is proposed. */
export function DialogueProposals({
  proposals,
  need,
}: {
  proposals: readonly DialogueProposal[];
  need: Need | null;
}) {
  if (proposals.length === 0) {
    return (
      <p>
        <a href="/dialogues">Revoir un dialogue</a>
      </p>
    );
  }
  return (
    <section>
      <h2>S’entraîner à une conversation</h2>
      <ul class="listing">
        {proposals.slice(0, SHOWN).map(({ dialogue, reason }) => (
          <li>
            <p class="listing__title">
              <a href={`/dialogues/${dialogue.id}`}>{dialogue.title}</a>{' '}
              <span class="listing__time">{dialogue.minutes} min</span>
            </p>
            <p>
              Avec {dialogue.other.name}, {dialogue.other.role}. {dialogue.aim}
            </p>
            <div class="listing__foot">
              <p class="listing__why">{reasonText(reason)}</p>
              <HideButton id={dialogue.id} title={dialogue.title} from="parcours" {...(need && { need })} />
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dialogues">Voir tous les dialogues</a>
      </p>
    </section>
  );
}

function reasonText(reason: DialogueProposal['reason']): string {
  switch (reason.kind) {
    case 'begun':
      return 'Vous l’avez commencé.';
    case 'need':
      return `Pour ce dont vous avez besoin : « ${NEEDS[reason.need]} ».`;
    case 'measured':
      return reason.level > 3
        ? 'Vous y semblez à l’aise, ce que la pratique confirmera.'
        : `Votre niveau le plus probable y est ${reason.level}.`;
    case 'core':
      return 'Au cœur de votre métier.';
    case 'other':
      return 'Utile à tous les métiers.';
  }
}
