import { momentText } from '../../calendar/index.ts';
import {
  originOf,
  page,
  type Route,
  refuse,
  route,
  type Visit,
  visitorOfDemonstration,
} from '../../web/index.ts';
import { readSessionCookie } from '../cookie.ts';
import { findDemonstrationPerson } from '../demonstration.store.ts';
import type { Character, CharacterGroup } from '../demonstration.ts';
import { readForm, readReturnPath } from '../form.pages.ts';
import { listDemonstrationMails } from '../mail.store.ts';
import { ReturnPathField } from '../return-path-field.tsx';
import { openSession } from '../session.store.ts';
import { enter } from './enter.pages.ts';
import { withReturnPath } from './return-path.ts';

export const demonstrationRoutes: Route[] = [
  route('POST', '/demo/connexion', visitorOfDemonstration, signInAsCharacter),
  route('GET', '/demo/courriels', visitorOfDemonstration, showMails),
];

/** The people of the demonstration, school by school. */
export function Characters({
  groups,
  returnPath,
}: {
  groups: readonly CharacterGroup[];
  returnPath: string | null;
}) {
  return (
    <section class="characters" aria-labelledby="personnages">
      <h2 id="personnages">Choisissez un personnage</h2>
      <p>
        Ces personnes et ces établissements sont inventés. Entrez, essayez, changez de personnage quand vous
        voulez. Ou <a href="#par-courriel">entrez avec une adresse électronique</a>.
      </p>
      {groups.map(({ title, detail, characters }) => (
        <>
          <h3>
            {title}
            {detail && <span class="characters__town"> · {detail}</span>}
          </h3>
          <ul>
            {characters.map((character) => (
              <CharacterLine character={character} returnPath={returnPath} />
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function CharacterLine({ character, returnPath }: { character: Character; returnPath: string | null }) {
  return (
    <li>
      <form class="characters__line" method="post" action="/demo/connexion" role="none">
        <ReturnPathField returnPath={returnPath} />
        <input type="hidden" name="personne" value={character.id} />
        <p>
          <strong>{character.name}</strong>{' '}
          <span class="characters__about" id={`personne-${character.id}`}>
            {character.about}
          </span>
        </p>
        <button
          class="fr-btn fr-btn--secondary fr-btn--sm"
          type="submit"
          aria-describedby={`personne-${character.id}`}
        >
          Entrer<span class="fr-sr-only"> avec le compte de {character.name}</span>
        </button>
      </form>
    </li>
  );
}

async function signInAsCharacter(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const { text, returnPath } = await readForm(http);
  const person = await findDemonstrationPerson(app.db, text('personne'));
  if (!person) return refuse(visit, 'absent');
  const token = await openSession(app.db, person.id, readSessionCookie(http, app.settings), app.now());
  return enter(visit, { token, welcomed: person.welcomed }, returnPath);
}

/** The text with its addresses as links, when they lead to this site. */
function withLinks(text: string, origin: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    const url = URL.parse(part);
    return url?.origin === origin ? <a href={`${url.pathname}${url.search}`}>{part}</a> : part;
  });
}

async function showMails(visit: Visit): Promise<Response> {
  const mails = await listDemonstrationMails(visit.app.db);
  const returnPath = readReturnPath(visit.http);
  return page(
    visit,
    { title: 'Courriels de la démonstration', narrow: true },
    <>
      <h1>Courriels de la démonstration</h1>
      <p class="lede">
        Rien n’est envoyé : chaque courriel arrive sur cette page, que tout le monde peut lire. Le plus récent
        est en haut.
      </p>
      {mails.length === 0 ? (
        <p>
          Aucun courriel pour l’instant.{' '}
          <a href={withReturnPath('/connexion', returnPath)}>Demandez un code</a> pour en voir un.
        </p>
      ) : (
        <p>
          <a class="fr-btn fr-btn--secondary" href={withReturnPath('/connexion/code', returnPath)}>
            Entrer un code
          </a>
        </p>
      )}
      {mails.map(({ recipient, subject, body, headers, sentAt }) => (
        <article class="mail">
          <h2>{subject}</h2>
          <p class="mail__to">
            À <span class="address">{recipient}</span>, le {momentText(sentAt)}
          </p>
          <div class="mail__body">{withLinks(body, originOf(visit.http, visit.app.settings))}</div>
          {Object.entries(headers).map(([name, value]) => (
            <p class="mail__header">
              {name} : <span class="address">{value}</span>
            </p>
          ))}
        </article>
      ))}
    </>,
  );
}
