import { dayOf } from '../../../calendar/index.ts';
import { isWithdrawn, NEEDS, type Need } from '../../../content/index.ts';
import type { Viewer, Visit } from '../../../web/index.ts';
import { findRehearsed } from '../../decisions/rehearsal.store.ts';
import { Gesture } from '../../modules/module.pages.tsx';
import type { Proposal } from '../proposal.ts';
import { gestureOfDay, proposeRehearsal, type RehearsalProposal } from './five-minutes.ts';

type Known = { need: Need | null; core: readonly string[] };

/** Five minutes: a review due, a gesture for tomorrow, or a rehearsal. One of each is enough. */
export async function fiveMinutes(
  { app, viewer }: Visit<Viewer>,
  { known, proposals, cards }: { known: Known; proposals: readonly Proposal[]; cards: number },
) {
  const gesture = gestureOfDay(proposals, dayOf(app.now()));
  const rehearsal = proposeRehearsal(
    app.content.decisions.filter((decision) => !isWithdrawn(decision, app.now())),
    known,
    await findRehearsed(app.db, viewer),
  );
  return (
    <div class="five">
      {cards > 0 && (
        <section>
          <h3>Réviser</h3>
          <p>
            {cards === 1 ? 'Une carte revient' : `${cards} cartes reviennent`} : trois minutes pour retenir.
          </p>
          <p>
            <a class="fr-btn fr-btn--secondary" href="/revisions">
              Réviser
            </a>
          </p>
        </section>
      )}
      {rehearsal && <RehearsalOffer {...rehearsal} need={known.need} />}
      {gesture && (
        <section>
          <h3>Préparer un geste pour demain</h3>
          <Gesture module={gesture.module} />
          <p class="listing__why">
            Tiré du module <a href={`/modules/${gesture.module.id}`}>{gesture.module.title}</a>.
          </p>
        </section>
      )}
    </div>
  );
}

function RehearsalOffer({ decision, reason, need }: RehearsalProposal & { need: Need | null }) {
  return (
    <section>
      <h3>Répéter : {decision.title.charAt(0).toLowerCase() + decision.title.slice(1)}</h3>
      <p>{decision.purpose}</p>
      <p class="listing__why">{why(reason, need)}</p>
      <p class="actions">
        <a class="fr-btn fr-btn--secondary" href={`/decisions/${decision.id}/repetition`}>
          Répéter
        </a>
        <a class="fr-btn fr-btn--tertiary" href={`/decisions/${decision.id}`}>
          Lire la fiche
        </a>
      </p>
    </section>
  );
}

function why(reason: RehearsalProposal['reason'], need: Need | null): string {
  if (reason === 'need' && need) return `Pour ce dont vous avez besoin : « ${NEEDS[need]} ».`;
  return reason === 'core' ? 'Au cœur de votre métier.' : 'Utile à tous les métiers.';
}
