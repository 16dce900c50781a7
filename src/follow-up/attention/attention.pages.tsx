import { dayText, type Viewer, type Visit } from '../../web/index.ts';
import { findRelayRequests } from './attention.store.ts';

/** What does not wait for a meeting, on top of the follow-ups; null when there is nothing. */
export async function attentionOf({ app, viewer }: Visit<Viewer>) {
  const relays = await findRelayRequests(app.db, viewer, app.now());
  if (relays.length === 0) return null;
  return (
    <section class="signal-help">
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
