import { findStanding, RereadingChoice, type Standing } from '../../assessment/index.ts';
import { longDate, page, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { findPlans } from '../plans/plan.store.ts';
import { findAttestations } from './attestation.store.ts';
import { type Attestation, codeText } from './attestation.ts';
import { findAllCards, findAllTries, findFinished } from './progress.store.ts';
import {
  durationText,
  type Finished,
  type Memory,
  memoryOf,
  minutesOf,
  type PlansKept,
  type Practice,
  plansKept,
  practiceOf,
} from './progress.ts';

export const progressRoutes: Route[] = [route('GET', '/mes-progres', staff, showProgress)];

async function showProgress(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const now = app.now();
  const finished = await findFinished(app.db, viewer, app.content);
  const practice = practiceOf(await findAllTries(app.db, viewer));
  const memory = memoryOf(await findAllCards(app.db, viewer), now);
  const plans = plansKept(await findPlans(app.db, viewer));
  const standing = await findStanding(app.db, viewer, app.content, now);
  return page(
    visit,
    { title: 'Mes progrès', narrow: true },
    <>
      <h1>Mes progrès</h1>
      <p class="lede">
        Ce que vous avez exercé, retenu et essayé. Personne d’autre que vous ne voit cette page.
      </p>
      <Practised practice={practice} memory={memory} />
      <Plans plans={plans} />
      <Done finished={finished} />
      <Knowing standing={standing} rereads={viewer.rereadsAnswers === true} />
      <Attestations attestations={await findAttestations(app.db, viewer)} possible={finished.length > 0} />
    </>,
  );
}

const counted = (number: number, one: string, several: string) => `${number} ${number < 2 ? one : several}`;

function Practised({ practice, memory }: { practice: Practice; memory: Memory }) {
  const { first, second, notYet } = practice;
  const cards = memory.held + memory.due + memory.fresh;
  return (
    <section>
      <h2>Exercé et retenu</h2>
      {first + second + notYet === 0 ? (
        <p>
          Rien encore : les exercices d’un <a href="/mon-parcours">module</a> se comptent ici.
        </p>
      ) : (
        <ul>
          {first > 0 && <li>{counted(first, 'exercice trouvé', 'exercices trouvés')} au premier essai</li>}
          {second > 0 && <li>{counted(second, 'trouvé', 'trouvés')} au second, après un indice</li>}
          {notYet > 0 && <li>{notYet} à revoir</li>}
          {memory.held > 0 && (
            <li>
              {counted(memory.held, 'carte tient', 'cartes tiennent')} en mémoire sur {cards}
            </li>
          )}
          {memory.due > 0 && (
            <li>
              <a href="/revisions">{counted(memory.due, 'carte à retrouver', 'cartes à retrouver')}</a>{' '}
              aujourd’hui
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

const PLANS = new Intl.ListFormat('fr', { type: 'conjunction' });

function Plans({ plans: { done, partly, notYet, coming } }: { plans: PlansKept }) {
  const kept = [
    ...(done > 0 ? [counted(done, 'fait', 'faits')] : []),
    ...(partly > 0 ? [`${partly} en partie`] : []),
    ...(notYet > 0 ? [`${notYet} pas encore`] : []),
    ...(coming > 0 ? [`${coming} à venir`] : []),
  ];
  return (
    <section>
      <h2>Plans tenus</h2>
      {kept.length === 0 ? (
        <p>
          Un plan « Si… alors… » fait passer de la lecture à l’acte. <a href="/plans/nouveau">En écrire un</a>
        </p>
      ) : (
        <p>
          {PLANS.format(kept)}. <a href="/plans">Mes plans</a>
        </p>
      )}
    </section>
  );
}

function Done({ finished }: { finished: readonly Finished[] }) {
  if (finished.length === 0) return null;
  return (
    <section>
      <h2>Terminé</h2>
      <p>
        <strong>{durationText(minutesOf(finished))}</strong> : c’est une estimation, d’après la longueur de ce
        que vous avez terminé. Votre temps n’est pas chronométré.
      </p>
      <ul>
        {finished.map(({ title, minutes, day }) => (
          <li>
            {title} · {durationText(minutes)}, le {longDate(new Date(`${day}T12:00:00Z`))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the assessment says of progress, under the rule of change; and whether another stage would teach something. */
function Knowing({ standing: { changes, nextStage }, rereads }: { standing: Standing; rereads: boolean }) {
  return (
    <section>
      <h2>Ce que disent les questions</h2>
      {changes.length > 0 ? (
        <ul>
          {changes.map(({ what, direction }) => (
            <li>
              {what} : {direction === 'up' ? 'progrès établi' : 'baisse établie'} depuis la fois précédente.
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {nextStage.kind === 'first'
            ? 'Vous n’avez pas encore répondu à une étape de positionnement.'
            : 'Aucun changement établi. Pour une personne, seul un changement d’environ deux niveaux peut l’être : les plans tenus en disent plus.'}
        </p>
      )}
      <NextStageText nextStage={nextStage} rereads={rereads} />
    </section>
  );
}

function NextStageText({ nextStage, rereads }: { nextStage: Standing['nextStage']; rereads: boolean }) {
  switch (nextStage.kind) {
    case 'first':
      return (
        <form method="post" action="/evaluations">
          <p>Huit situations choisies pour votre métier, 8 à 10 minutes, pour savoir d’où vous partez.</p>
          <RereadingChoice rereads={rereads} />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Commencer
          </button>
        </form>
      );
    case 'worth':
      return (
        <form method="post" action="/evaluations">
          <p>
            Depuis vos dernières réponses, du temps a passé ou vous avez appris : une nouvelle étape vous
            apprendrait quelque chose. Les marges de vos domaines se réduiraient d’environ{' '}
            {Math.round(nextStage.gain * 100)} % en moyenne.
          </p>
          <RereadingChoice rereads={rereads} />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Répondre à huit nouvelles situations
          </button>
        </form>
      );
    case 'little-to-learn':
      return (
        <p>
          Une nouvelle étape vous apprendrait peu pour l’instant : vos marges se réduiraient de{' '}
          {Math.round(nextStage.gain * 100)} % à peine.
        </p>
      );
    case 'full':
      return (
        <p>
          Votre positionnement est complet. Le refaire aura du sens à partir du {longDate(nextStage.from)}, le
          temps d’apprendre et d’essayer.
        </p>
      );
  }
}

function Attestations({
  attestations,
  possible,
}: {
  attestations: readonly Attestation[];
  possible: boolean;
}) {
  return (
    <section id="attestations">
      <h2>Attestation d’heures</h2>
      <p>
        Elle dit ce que vous avez terminé, quand, et la durée. Aucun niveau, aucune réponse. Un code permet à
        qui vous la donnez de vérifier qu’elle existe ; vous pouvez la retirer à tout moment.
      </p>
      {attestations.length > 0 && (
        <ul class="listing">
          {attestations.map(({ code, minutes, madeAt }) => (
            <li>
              <p class="listing__title">
                {durationText(minutes)}, établie le {longDate(madeAt)}
              </p>
              <p class="links">
                <a href={`/mes-progres/attestations/${code}/pdf`}>
                  Télécharger en PDF<span class="fr-sr-only"> l’attestation {codeText(code)}</span>
                </a>
                <a href={`/verifier/${code}`}>
                  Ce que voit qui la vérifie<span class="fr-sr-only"> avec le code {codeText(code)}</span>
                </a>
                <a href={`/mes-progres/attestations/${code}/retrait`}>
                  Retirer<span class="fr-sr-only"> l’attestation {codeText(code)}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      {possible ? (
        <form method="post" action="/mes-progres/attestations">
          <button class="fr-btn" type="submit">
            Établir une attestation
          </button>
        </form>
      ) : (
        <p>Terminez un premier module pour pouvoir en établir une.</p>
      )}
    </section>
  );
}
