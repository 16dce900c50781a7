import { dayText, type Viewer, type Visit } from '../../web/index.ts';
import { findWaitingRequests, type Waiting } from '../rights/requests.store.ts';
import { ASKERS, KEPT, type RequestKind } from '../rights/rights.ts';
import { findMineToRateAgain } from '../signals/signals.store.ts';
import { countSoonErased, findRelayRequests } from './attention.store.ts';

/** What does not wait for a meeting, on top of the follow-ups. */
export async function attentionOf({ app, viewer }: Visit<Viewer>) {
  const [relays, requests, again, soon] = await Promise.all([
    findRelayRequests(app.db, viewer, app.now()),
    findWaitingRequests(app.db, viewer, app.now()),
    findMineToRateAgain(app.db, viewer, app.now()),
    countSoonErased(app.db, viewer, app.now()),
  ]);
  return (
    <>
      {relays.length > 0 && <Relays relays={relays} />}
      {requests.length > 0 && <Requests requests={requests} />}
      {again.length > 0 && <RateAgain codes={again} />}
      {soon.first && (
        <p>
          <a href="/suivi/effacements">
            {soon.files === 1 ? 'Un suivi terminé est effacé' : `${soon.files} suivis terminés sont effacés`}{' '}
            le {dayText(soon.first)}
            {soon.files > 1 && ' ou peu après'}
          </a>
        </p>
      )}
    </>
  );
}

function Relays({ relays }: { relays: readonly { code: string; on: string }[] }) {
  return (
    <section class="caution">
      <h2>À voir aujourd’hui</h2>
      <ul>
        {relays.map(({ code, on }) => (
          <li>
            <strong>Relais demandé</strong> par l’élève lui-même,{' '}
            <a href={`/suivi/${code}`} data-follow-up={code}>
              {code}
            </a>
            , le {dayText(on)}. Allez le voir, ou passez le relais à l’infirmerie, au service social ou à la
            direction.
          </li>
        ))}
      </ul>
      <p>
        Nous ne savons ni pourquoi ni ce que l’élève a répondu. Danger possible : prévenez la direction tout
        de suite ; sans personne de joignable, le 119, ou le 17 si le danger est immédiat.
      </p>
    </section>
  );
}

function RateAgain({ codes }: { codes: readonly string[] }) {
  return (
    <section id="a-coter">
      <h2>À coter de nouveau</h2>
      <p>
        Vous aviez coté {codes.length === 1 ? 'ce jeune' : 'ces jeunes'} au départ, il y a six mois. Le même
        regard, six mois après, dit mieux ce qui a changé.
      </p>
      <ul class="pills">
        {codes.map((code) => (
          <li>
            <a href={`/suivi/${code}/signaux`} data-follow-up={code}>
              {code}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DONE = {
  opposition: 'C’est lu',
  correction: 'C’est corrigé',
  readings: 'C’est répondu',
} as const satisfies Record<RequestKind, string>;

function requestText({ kind, askedBy, about, on }: Omit<Waiting, 'id' | 'code'>): string {
  const [who, day] = [ASKERS[askedBy], dayText(on)];
  if (kind === 'opposition')
    return `${who} s’oppose au suivi depuis le ${day}. Il est arrêté, et sera effacé dans le mois : il n’y a rien à faire, sinon le dire à l’équipe.`;
  if (kind === 'readings')
    return `${who} demande depuis le ${day} qui a lu ce suivi, et pourquoi. Répondez de vive voix, dans le mois : la liste est dans le suivi, avec les accès.`;
  return `${who} demande depuis le ${day} de corriger : ${about.map((one) => KEPT[one].toLowerCase()).join(', ')}. Voyez ensemble quoi écrire.`;
}

function Requests({ requests }: { requests: readonly Waiting[] }) {
  return (
    <section>
      <h2>Demandes des élèves et des familles</h2>
      <ul class="acts">
        {requests.map(({ id, code, kind, askedBy, about, on }) => (
          <li>
            <p>
              <a href={`/suivi/${code}`} data-follow-up={code}>
                {code}
              </a>{' '}
              {requestText({ kind, askedBy, about, on })}
            </p>
            <form method="post" action={`/suivi/${code}/demandes/${id}`}>
              <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
                {DONE[kind]}
                <span class="fr-sr-only"> : {code}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
