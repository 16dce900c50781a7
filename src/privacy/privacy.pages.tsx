import { spreadsheet } from '../csv/index.ts';
import { page, type Route, route, signedIn, type Viewer, type Visit } from '../web/index.ts';
import type { PersonalDataPart } from './part.ts';
import {
  countPersonalData,
  downloadPersonalData,
  downloadSpreadsheet,
  erasePerson,
} from './personal-data.store.ts';

type Parts = readonly PersonalDataPart[];

/** One’s own data, made of the part of each room. */
export function privacyRoutes(parts: Parts): Route[] {
  return [
    route('GET', '/mes-donnees', signedIn, (visit) => showMyData(visit, parts)),
    route('GET', '/mes-donnees.json', signedIn, (visit) => downloadJson(visit, parts)),
    route('GET', '/mes-donnees.csv', signedIn, (visit) => downloadCsv(visit, parts)),
    route('GET', '/mes-donnees/suppression', signedIn, (visit) => showErasure(visit)),
    route('POST', '/mes-donnees/suppression', signedIn, (visit) => erase(visit, parts)),
  ];
}

async function showMyData(visit: Visit<Viewer>, parts: Parts): Promise<Response> {
  const { viewer, app } = visit;
  const held = await countPersonalData(app.db, viewer, parts);
  return page(
    visit,
    { title: 'Mes données', narrow: true },
    <div class="my-data">
      <h1>Mes données</h1>
      <p class="lede">
        Voici tout ce que nous avons à votre sujet. Personne d’autre que vous ne voit cette page.
      </p>
      <ul class="held">
        {held.map((line) => (
          <li>{line}</li>
        ))}
      </ul>

      <h2>Télécharger</h2>
      <p>
        Le tableau contient vos réponses, une ligne par question, et s’ouvre dans un tableur. Le fichier
        complet contient tout, dans un format que les logiciels savent relire.
      </p>
      <ul class="downloads">
        <li>
          <a class="fr-btn" href="/mes-donnees.csv">
            Mes réponses en tableau (CSV)
          </a>
        </li>
        <li>
          <a class="fr-btn fr-btn--secondary" href="/mes-donnees.json">
            Toutes mes données (JSON)
          </a>
        </li>
      </ul>

      <h2>Corriger</h2>
      <p>
        Votre nom, votre métier et votre établissement se changent dans <a href="/mon-compte">Mon compte</a>.
      </p>

      <h2>Effacer mon compte</h2>
      <p>Vous pouvez tout effacer, tout de suite et pour toujours. Une page vous demandera de confirmer.</p>
      <p>
        <a class="fr-link" href="/mes-donnees/suppression">
          Effacer mon compte
        </a>
      </p>
      <p class="fr-mt-5w">
        <a class="fr-link" href="/donnees-personnelles">
          Pourquoi ces données, et pour combien de temps
        </a>
      </p>
    </div>,
  );
}

async function downloadJson({ app, http, viewer }: Visit<Viewer>, parts: Parts): Promise<Response> {
  const { db, content } = app;
  const document = await downloadPersonalData(db, viewer, { parts, content, now: app.now() });
  return http.body(JSON.stringify(document, null, 2), 200, {
    ...attachment('mes-donnees.json'),
    'Content-Type': 'application/json; charset=utf-8',
  });
}

async function downloadCsv({ app, http, viewer }: Visit<Viewer>, parts: Parts): Promise<Response> {
  const { db, content } = app;
  const rows = await downloadSpreadsheet(db, viewer, { parts, content, now: app.now() });
  return http.body(spreadsheet(rows), 200, {
    ...attachment('mes-reponses.csv'),
    'Content-Type': 'text/csv; charset=utf-8',
  });
}

function attachment(name: string): Record<string, string> {
  return { 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' };
}

const WORD = 'effacer';

function showErasure(visit: Visit<Viewer>, typed?: string): Response {
  const error = typed === undefined ? null : `Pour confirmer, écrivez le mot « ${WORD} ».`;
  return page(
    visit,
    {
      title: error ? 'Erreur : effacer mon compte' : 'Effacer mon compte',
      status: error ? 422 : 200,
      narrow: true,
    },
    <div class="my-data">
      <h1>Effacer mon compte</h1>
      {error && (
        <div class="fr-alert fr-alert--error fr-mb-4w" tabindex={-1} data-read-first>
          <h2 class="fr-alert__title">Rien n’a été effacé</h2>
          <p>
            <a href="#confirmation">{error}</a>
          </p>
        </div>
      )}
      <p class="lede">C’est immédiat et définitif. Personne ne pourra revenir en arrière, pas même nous.</p>
      <h2>Ce qui sera effacé</h2>
      <ul>
        <li>votre nom, votre adresse, votre métier, votre établissement et vos rôles ;</li>
        <li>toutes vos évaluations, vos réponses et vos niveaux ;</li>
        <li>
          vos modules, vos exercices, vos dialogues, vos répétitions, vos révisions, vos plans et le rangement
          de votre parcours ;
        </li>
        <li>les plans que vous avez montrés, et les mots que vous avez écrits sur ceux d’autrui ;</li>
        <li>vos attestations d’heures : leur code ne sera plus reconnu ;</li>
        <li>les ateliers que vous avez ouverts, avec leurs fiches ;</li>
        <li>le rythme de vos rappels par courriel, et le fait d’avoir donné un avis ;</li>
        <li>le texte de vos signalements ;</li>
        <li>vos sessions, sur tous vos appareils, et vos codes de connexion.</li>
      </ul>
      <h2>Ce qui restera</h2>
      <p>
        Le journal des actions, sous un numéro que plus rien ne relie à vous, le fait qu’une question a été
        signalée, et des nombres de personnes dans lesquels vous comptiez. Vos avis sur un module ou sur le
        service, gardés depuis le début sans lien avec vous.
      </p>
      <p>
        Vous voulez garder une copie ? <a href="/mes-donnees">Téléchargez d’abord vos données</a>.
      </p>
      <form method="post" action="/mes-donnees/suppression" novalidate>
        <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
          <label class="fr-label" for="confirmation">
            Pour confirmer, écrivez « {WORD} »
          </label>
          <input
            class="fr-input"
            id="confirmation"
            name="confirmation"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            value={typed}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'confirmation-erreur' : undefined}
          />
          {error && (
            <p class="fr-error-text" id="confirmation-erreur">
              {error}
            </p>
          )}
        </div>
        <p class="erasure">
          <button class="fr-btn erasure__button" type="submit">
            Effacer mon compte pour toujours
          </button>
          <a class="fr-link" href="/mes-donnees">
            Garder mon compte
          </a>
        </p>
      </form>
    </div>,
  );
}

async function erase(visit: Visit<Viewer>, parts: Parts): Promise<Response> {
  const { app, http, viewer } = visit;
  const typed = (await http.req.parseBody()).confirmation;
  const word = typeof typed === 'string' ? typed : '';
  const said = word.replace(/[«»"'\s]/g, '').toLowerCase();
  if (said !== WORD) return showErasure(visit, word);
  await erasePerson(app.db, viewer, parts, app.now());
  return http.redirect('/compte-efface', 303);
}
