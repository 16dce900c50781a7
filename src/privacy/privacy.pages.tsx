import { spreadsheet } from '../csv/index.ts';
import { longDate, page, type Route, route, signedIn, type Viewer, type Visit } from '../web/index.ts';
import { type Counts, countPersonalData, erasePerson, exportPersonalData } from './personal-data.store.ts';
import { ANSWER_COLUMNS, answerRows, personalDocument } from './personal-data.ts';

export const privacyRoutes: Route[] = [
  route('GET', '/mes-donnees', signedIn, showMyData),
  route('GET', '/mes-donnees.json', signedIn, downloadJson),
  route('GET', '/mes-donnees.csv', signedIn, downloadCsv),
  route('GET', '/mes-donnees/suppression', signedIn, (visit) => showErasure(visit)),
  route('POST', '/mes-donnees/suppression', signedIn, erase),
];

async function showMyData(visit: Visit<Viewer>): Promise<Response> {
  const { viewer, app } = visit;
  const counts = await countPersonalData(app.db, viewer);
  return page(
    visit,
    { title: 'Mes données', narrow: true },
    <div class="my-data">
      <h1>Mes données</h1>
      <p class="lede">
        Voici tout ce que nous avons à votre sujet. Personne d’autre que vous ne voit cette page.
      </p>
      <ul class="held">
        {heldOf(viewer, counts).map((line) => (
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

function heldOf(viewer: Viewer, counts: Counts): string[] {
  const identity = [
    'votre nom',
    viewer.email && 'votre adresse électronique',
    viewer.profession && 'votre métier',
  ];
  if (viewer.memberships.some(({ school }) => school !== null)) identity.push('votre établissement');
  const dates =
    counts.firstAnswer && counts.lastAnswer
      ? ` (la première le ${longDate(counts.firstAnswer)}, la dernière le ${longDate(counts.lastAnswer)})`
      : '';
  return [
    inFrench(identity.filter((part): part is string => Boolean(part))),
    counts.answers === 0
      ? 'aucune réponse pour l’instant'
      : `${counted(counts.answers, 'réponse', 'réponses')}${dates}, dans ${counted(counts.evaluations, 'évaluation', 'évaluations')}, avec les questions telles qu’elles ont été posées`,
    ...(counts.answers === 0
      ? []
      : ['ce que nous en déduisons : un niveau pour chacune des 16 compétences, avec sa marge']),
    `${counted(counts.modules, 'module commencé ou terminé', 'modules commencés ou terminés')}, avec vos choix aux exercices et vos révisions`,
    counted(counts.dialogues, 'conversation jouée', 'conversations jouées'),
    counted(
      counts.rehearsals,
      'répétition de cinq minutes, sans vos choix',
      'répétitions de cinq minutes, sans vos choix',
    ),
    counted(counts.plans, 'plan « Si… alors… »', 'plans « Si… alors… »'),
    counts.reports === 0
      ? 'aucun signalement de question'
      : counted(counts.reports, 'signalement de question', 'signalements de questions'),
    counted(counts.sessions, 'session ouverte', 'sessions ouvertes'),
    `${counted(counts.auditLines, 'ligne', 'lignes')} dans le journal des actions, sous un numéro`,
  ];
}

function counted(number: number, one: string, several: string): string {
  return `${number} ${number < 2 ? one : several}`;
}

const LIST = new Intl.ListFormat('fr', { type: 'conjunction' });

function inFrench(parts: string[]): string {
  return LIST.format(parts);
}

async function downloadJson({ app, http, viewer }: Visit<Viewer>): Promise<Response> {
  const now = app.now();
  const data = await exportPersonalData(app.db, viewer, 'json', now);
  return http.body(JSON.stringify(personalDocument(data, app.content, now), null, 2), 200, {
    ...attachment('mes-donnees.json'),
    'Content-Type': 'application/json; charset=utf-8',
  });
}

async function downloadCsv({ app, http, viewer }: Visit<Viewer>): Promise<Response> {
  const data = await exportPersonalData(app.db, viewer, 'csv', app.now());
  return http.body(spreadsheet([ANSWER_COLUMNS, ...answerRows(data)]), 200, {
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

async function erase(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const typed = (await http.req.parseBody()).confirmation;
  const word = typeof typed === 'string' ? typed : '';
  const said = word.replace(/[«»"'\s]/g, '').toLowerCase();
  if (said !== WORD) return showErasure(visit, word);
  await erasePerson(app.db, viewer, app.now());
  return http.redirect('/compte-efface', 303);
}
