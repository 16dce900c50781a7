import type { Dossier } from '../../../content/index.ts';
import {
  ErrorSummary,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { dossierOf, titleOf } from '../addresses.ts';
import { readMarks } from '../case-study.ts';
import { FoldedDocuments, Order } from '../dossier/dossier-documents.tsx';
import { Preparation } from '../dossier/preparation.tsx';
import { GridFields } from '../reading/grid-fields.tsx';
import { WrittenText } from '../reading/written-text.tsx';
import { decline, findShown, keepReading, noteOpened } from './reader.store.ts';
import { LONGEST_WORD, readWord, type ShownStudy } from './reader.ts';

/** For the colleague a study is shown to. */
export const readRoutes: Route[] = [
  route('GET', '/certificat/relectures', staff, showAll),
  route('GET', '/certificat/relectures/:id', staff, showOne),
  route('POST', '/certificat/relectures/:id', staff, keep),
  route('POST', '/certificat/relectures/:id/refus', staff, refuseToRead),
];

async function showAll(visit: Visit<Viewer>): Promise<Response> {
  const shown = await findShown(visit.app.db, visit.viewer);
  return page(
    visit,
    { title: 'Études que l’on me demande de lire', narrow: true },
    <>
      <p class="above-title">
        <a href="/certificat/etudes-de-cas">Études de cas</a>
      </p>
      <h1>Études que l’on me demande de lire</h1>
      <p class="lede">
        Une ou un collègue s’entraîne et vous montre son texte. Lisez, remplissez la grille, gardez pour vous
        ce que vous lisez. Vous pouvez refuser.
      </p>
      {shown.length === 0 && <p>Personne ne vous montre d’étude en ce moment.</p>}
      <ul class="listing">
        {shown.map((one) => (
          <li>
            <p class="listing__title">
              <a href={`/certificat/relectures/${one.id}`}>
                {one.owner} : {titleOf(visit, one.study)}
              </a>
            </p>
            <p class="listing__why">{one.read ? 'Vous l’avez relue.' : 'À lire, un quart d’heure.'}</p>
          </li>
        ))}
      </ul>
    </>,
  );
}

async function shownOf(visit: Visit<Viewer>): Promise<{ shown: ShownStudy; dossier: Dossier } | null> {
  const id = visit.http.req.param('id');
  const shown = (await findShown(visit.app.db, visit.viewer)).find((one) => one.id === id);
  const dossier = shown && dossierOf(visit, shown.study);
  return shown && dossier ? { shown, dossier } : null;
}

async function showOne(visit: Visit<Viewer>): Promise<Response> {
  const found = await shownOf(visit);
  if (!found) return refuse(visit, 'absent');
  await noteOpened(visit.app.db, visit.viewer, found.shown.id, visit.app.now());
  return readingPage(visit, found, {});
}

type Refused = { left?: readonly string[]; word?: string; problem?: string };

function readingPage(
  visit: Visit<Viewer>,
  { shown, dossier }: { shown: ShownStudy; dossier: Dossier },
  { left = [], word, problem }: Refused,
): Response {
  const wrong = left.length > 0 || problem !== undefined;
  return page(
    visit,
    {
      title: `${wrong ? 'Erreur : ' : ''}L’étude de ${shown.owner} : ${dossier.title}`,
      status: wrong ? 422 : 200,
    },
    <>
      <p class="above-title">
        <a href="/certificat/relectures">Études que l’on me demande de lire</a>
      </p>
      <h1>L’étude de {shown.owner}</h1>
      <p class="lede">
        {dossier.title}. Cherchez dans le texte la phrase qui montre chaque critère ; ne jugez que ce qui est
        écrit.
      </p>
      <Preparation />
      {shown.read && (
        <p role="status">Votre lecture est enregistrée, {shown.owner} la voit. Vous pouvez la reprendre.</p>
      )}
      <ErrorSummary errors={problem ? [{ field: 'mot', message: problem }] : []} />
      <div class="desk desk--reading">
        <section class="desk__documents" aria-labelledby="texte" tabindex={0}>
          <h2 id="texte">Son texte</h2>
          <WrittenText
            study={shown.study}
            level={3}
            titles={{ diagnosis: 'Diagnostic', proposals: 'Propositions' }}
          />
          <h2>Le dossier</h2>
          <details class="folded__document">
            <summary>
              <span class="folded__title">La commande</span>
            </summary>
            <Order dossier={dossier} />
          </details>
          <FoldedDocuments dossier={dossier} />
        </section>
        <div class="desk__writing">
          <h2>Ma lecture</h2>
          <form method="post" action={`/certificat/relectures/${shown.id}`} novalidate>
            <GridFields dossier={dossier} marks={shown.marks} left={left} />
            <div class={`fr-input-group${problem ? ' fr-input-group--error' : ''}`}>
              <label class="fr-label" for="mot">
                Un mot, si vous voulez
                <span class="fr-hint-text">
                  Ce qui convainc, ce qui manquerait à un jury. {LONGEST_WORD} caractères au plus.
                </span>
              </label>
              <textarea
                class="fr-input"
                id="mot"
                name="mot"
                rows={4}
                maxlength={LONGEST_WORD}
                aria-describedby={problem ? 'mot-erreur' : undefined}
                aria-invalid={problem ? 'true' : undefined}
              >
                {word ?? shown.word ?? ''}
              </textarea>
              {problem && (
                <p class="fr-error-text" id="mot-erreur">
                  {problem}
                </p>
              )}
            </div>
            <button class="fr-btn" type="submit">
              Enregistrer ma lecture
            </button>
          </form>
          <form class="second-act" method="post" action={`/certificat/relectures/${shown.id}/refus`}>
            <button class="fr-btn fr-btn--tertiary" type="submit">
              {shown.read ? 'Retirer ma lecture' : 'Ne pas lire cette étude'}
            </button>
          </form>
        </div>
      </div>
    </>,
  );
}

async function keep(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await shownOf(visit);
  if (!found) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const { marks, left } = readMarks(found.dossier, (field) => fields[field]?.[0]);
  const typed = fields.mot?.[0] ?? '';
  const read = readWord(typed);
  const typedIn = { ...found, shown: { ...found.shown, marks } };
  if ('problem' in read) return readingPage(visit, typedIn, { left, word: typed, problem: read.problem });
  if (left.length > 0) return readingPage(visit, typedIn, { left, word: typed });
  const kept = await keepReading(app.db, viewer, found.shown.id, { marks, word: read.word }, app.now());
  return kept ? http.redirect(`/certificat/relectures/${found.shown.id}`, 303) : refuse(visit, 'absent');
}

async function refuseToRead(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await shownOf(visit);
  if (!found) return refuse(visit, 'absent');
  const declined = await decline(app.db, viewer, found.shown.id, app.now());
  return declined ? http.redirect('/certificat/relectures', 303) : refuse(visit, 'absent');
}
