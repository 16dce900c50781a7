import type { Dossier } from '../../../content/index.ts';
import {
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { addressOf, dossierOf, STUDY } from '../addresses.ts';
import { findCaseStudy, saveMarks } from '../case-study.store.ts';
import { type CaseStudy, type Marks, readMarks } from '../case-study.ts';
import { Preparation } from '../dossier/preparation.tsx';
import { GridFields } from './grid-fields.tsx';
import { WrittenText } from './written-text.tsx';

export const gridRoutes: Route[] = [
  route('GET', `${STUDY}/grille`, staff, showGrid),
  route('POST', `${STUDY}/grille`, staff, keepMarks),
];

export type Finished = { study: CaseStudy; dossier: Dossier };

/** A study of the person that is over, with its dossier: what every page after the hour speaks of. */
export async function finishedOf(visit: Visit<Viewer>): Promise<Finished | null> {
  const { app, viewer, http } = visit;
  const study = await findCaseStudy(app.db, viewer, http.req.param('id') ?? '');
  if (study?.finishedAt == null) return null;
  const dossier = dossierOf(visit, study);
  return dossier ? { study, dossier } : null;
}

async function showGrid(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  return found ? gridPage(visit, found, found.study.marks, []) : refuse(visit, 'absent');
}

function gridPage(
  visit: Visit<Viewer>,
  { study, dossier }: Finished,
  marks: Marks,
  left: readonly string[],
): Response {
  return page(
    visit,
    {
      title: `${left.length > 0 ? 'Erreur : ' : ''}${dossier.title} : grille de lecture`,
      status: left.length > 0 ? 422 : 200,
    },
    <>
      <p class="above-title">
        <a href={addressOf(study)}>{dossier.title}</a>
      </p>
      <h1>Relire mon texte avec la grille</h1>
      <p class="lede">
        Pour chaque critère, cherchez dans votre texte la phrase qui le montre. Si vous devez l’expliquer pour
        qu’on la voie, elle n’y est qu’en partie.
      </p>
      <Preparation />
      <div class="desk desk--reading">
        <section class="desk__documents" aria-labelledby="mon-texte" tabindex={0}>
          <h2 id="mon-texte">Mon texte</h2>
          <WrittenText study={study} level={3} />
        </section>
        <form class="desk__writing" method="post" action={`${addressOf(study)}/grille`} novalidate>
          <h2>La grille</h2>
          <p>Chaque critère demande une réponse.</p>
          <GridFields dossier={dossier} marks={marks} left={left} />
          <p class="actions">
            <button class="fr-btn" type="submit">
              Enregistrer ma grille
            </button>
          </p>
        </form>
      </div>
    </>,
  );
}

async function keepMarks(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await finishedOf(visit);
  if (!found) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const { marks, left } = readMarks(found.dossier, (field) => fields[field]?.[0]);
  if (left.length > 0) return gridPage(visit, found, marks, left);
  const kept = await saveMarks(app.db, viewer, found.study.id, marks, app.now());
  return kept ? http.redirect(addressOf(found.study), 303) : refuse(visit, 'absent');
}
