import { decodeJwt } from 'jose';
import { anyone, longDate, page, type Route, refuse, route, type Visit } from '../web/index.ts';
import { findAchievement } from './achievement.ts';
import { findPublicBadge } from './badge.store.ts';
import type { badgeCredential } from './badge-document.ts';
import { NOT_INDEXED } from './verify.pages.tsx';

/** For whoever receives a badge. */
export const publicBadgeRoutes: Route[] = [
  route('GET', '/badges/realisations/:achievement', anyone, showAchievement),
  route('GET', '/badges/:id', anyone, showBadge),
];

function showAchievement(visit: Visit): Response {
  const achievement = findAchievement(visit.app.content, visit.http.req.param('achievement') ?? '');
  if (!achievement) return refuse(visit, 'absent');
  return page(
    visit,
    { title: achievement.name, narrow: true, headers: NOT_INDEXED },
    <>
      <p class="above-title">Ce qu’un badge reconnaît</p>
      <h1>{achievement.name}</h1>
      <p class="lede">{achievement.description}</p>
      <h2>À quelle condition</h2>
      <p>{achievement.criteria}</p>
    </>,
  );
}

type Told = ReturnType<typeof badgeCredential>;

async function showBadge(visit: Visit): Promise<Response> {
  const id = visit.http.req.param('id') ?? '';
  const badge = await findPublicBadge(visit.app.db, id);
  if (!badge) return refuse(visit, 'absent');
  if (badge.token === null) return revokedPage(visit, badge.revokedAt);
  const { name, validFrom, credentialSubject, evidence } = decodeJwt<Told>(badge.token);
  const person = credentialSubject.identifier.flatMap((one) =>
    'identityType' in one && one.identityType === 'name' && 'identityHash' in one ? [one.identityHash] : [],
  );
  return page(
    visit,
    { title: 'Un badge valable', narrow: true, headers: NOT_INDEXED },
    <>
      <p class="above-title">Badge valable</p>
      <h1>{name}</h1>
      {person.length > 0 && <p class="lede">Donné à {String(person[0])}</p>}
      <p>
        Signé le {longDate(new Date(validFrom))} par l’Application Persévérance. {evidence[0]?.narrative}
      </p>
      <p>{credentialSubject.achievement.description}</p>
      <p class="links">
        <a href={`/badges/realisations/${credentialSubject.achievement.id.split('/').at(-1)}`}>
          À quelle condition il est donné
        </a>
        <a href={`/badges/${id}/badge.jwt`}>Le fichier du badge</a>
      </p>
      <p class="soft">
        Cette page dit ce que le fichier contient. Pour le vérifier sans nous : Open Badges 3.0, signature du
        fichier avec <a href="/badges/cles">nos clés publiques</a>, puis{' '}
        <a href="/badges/statuts">liste des badges retirés</a>.
      </p>
    </>,
  );
}

function revokedPage(visit: Visit, revokedAt: Date): Response {
  return page(
    visit,
    { title: 'Badge retiré', narrow: true, headers: NOT_INDEXED },
    <>
      <h1>Ce badge a été retiré</h1>
      <p class="lede">
        Il a bien existé, et a été retiré le {longDate(revokedAt)} : il ne vaut plus. Rien d’autre n’en est
        gardé.
      </p>
    </>,
  );
}
