import { competencesOf, isWithdrawn, type Module } from '../../content/index.ts';
import {
  longDate,
  Markdown,
  page,
  type Route,
  readForm,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { ExerciseBody } from './exercise.tsx';

import { beginModule, findProgress, findTries, type Progress, reachStep, recordTry } from './module.store.ts';
import { isOver, type Step, stepsOf } from './steps.ts';

export const moduleRoutes: Route[] = [
  route('GET', '/modules/:id', staff, showModule),
  route('POST', '/modules/:id', staff, begin),
  route('GET', '/modules/:id/imprimer', staff, showWhole),
  route('GET', '/modules/:id/etapes/:step', staff, showStep),
  route('POST', '/modules/:id/etapes/:step', staff, goOn),
  route('POST', '/modules/:id/exercices/:exercise', staff, practise),
];

/** `withdrawn`: its review is long overdue; only those who had begun it may still read it. */
type Place = { module: Module; steps: Step[]; progress: Progress | undefined; withdrawn: boolean };

async function findPlace({ app, viewer, http }: Visit<Viewer>): Promise<Place | null> {
  const module = app.content.modules.find(({ id }) => id === http.req.param('id'));
  if (!module) return null;
  const progress = (await findProgress(app.db, viewer)).find((begun) => begun.module === module.id);
  const withdrawn = isWithdrawn(module, app.now());
  if (withdrawn && !progress) return null;
  return { module, steps: stepsOf(module), progress, withdrawn };
}

async function showModule(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { module, progress, withdrawn } = place;
  const competence = competencesOf(visit.app.content.framework).find(
    ({ code }) => code === module.competence,
  );
  return page(
    visit,
    { title: module.title, narrow: true },
    <>
      <p class="above-title">Module · {module.minutes} minutes</p>
      <h1>{module.title}</h1>
      <p class="lede">{module.promise}</p>
      {withdrawn && <Withdrawn />}
      <form method="post" action={`/modules/${module.id}`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            {progress === undefined ? 'Commencer' : progress.finishedAt ? 'Revoir' : 'Reprendre'}
          </button>
          <a class="fr-btn fr-btn--secondary" href={`/modules/${module.id}/imprimer`}>
            Tout lire ou imprimer
          </a>
        </p>
      </form>
      {progress?.finishedAt && (
        <p>
          Vous avez terminé ce module.{' '}
          <a href={`/plans/nouveau?module=${module.id}`}>Faire un plan « Si… alors… »</a>
        </p>
      )}
      <h2>Le déroulé</h2>
      <ol>
        {module.sections.map(({ title }) => (
          <li>{title}</li>
        ))}
        <li>Votre plan « Si… alors… »</li>
      </ol>
      <h2>Un geste pour demain</h2>
      <Gesture module={module} />
      <p class="about">
        Compétence : {competence?.title}. Contenu{' '}
        {module.status === 'relu' ? 'relu' : 'à relire par des spécialistes'}, à revoir avant le{' '}
        {longDate(new Date(module.reviewBy))}.
      </p>
      <SourceList sources={module.sources} facts={visit.app.content.facts} />
    </>,
  );
}

/** Said wherever a withdrawn module is read. */
function Withdrawn() {
  return (
    <p class="module-withdrawn">
      <strong>Ce module a été retiré.</strong> Sa date de revue est passée et personne ne l’a relu depuis :
      une règle ou un chiffre a pu changer. Vous l’aviez commencé, vous pouvez encore le lire ; il n’est plus
      proposé.
    </p>
  );
}

export function Gesture({ module: { gesture } }: { module: Module }) {
  return (
    <div class="gesture">
      <p class="gesture__title">{gesture.title}</p>
      <ol>
        {gesture.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </div>
  );
}

/** The whole module on one page, exercises without their answers, to read or print. */
async function showWhole(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { module, withdrawn } = place;
  return page(
    visit,
    { title: `${module.title}, en entier`, narrow: true },
    <>
      <h1>{module.title}</h1>
      <p class="lede">{module.promise}</p>
      {withdrawn && <Withdrawn />}
      {module.sections.map(({ title, text }) => (
        <section>
          <h2>{title}</h2>
          <Markdown text={text} />
          {title === 'À vous' && (
            <ol>
              {module.practice.map(({ stem, options }) => (
                <li>
                  <p>{stem}</p>
                  <ul>
                    {options.map((option) => (
                      <li>{option.text}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <h2>Un geste pour demain</h2>
      <Gesture module={module} />
      <SourceList sources={module.sources} facts={visit.app.content.facts} />
      <p class="on-screen">
        <a href={`/modules/${module.id}`}>Revenir au module</a>
      </p>
    </>,
  );
}

async function begin(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { module, progress } = place;
  await beginModule(visit.app.db, visit.viewer, module, visit.app.now());
  const step = progress && !progress.finishedAt ? progress.step : 1;
  return visit.http.redirect(`/modules/${module.id}/etapes/${step}`, 303);
}

/** The step of the address, when the module is begun and has such a step. */
function stepOf({ http }: Visit, { steps }: Place): { step: Step; position: number } | null {
  const position = Number(http.req.param('step'));
  const step = steps[position - 1];
  return step ? { step, position } : null;
}

async function showStep(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  const found = place && stepOf(visit, place);
  if (!place || !found) return refuse(visit, 'absent');
  if (!place.progress) return visit.http.redirect(`/modules/${place.module.id}`, 303);
  return stepPage(visit, place, found);
}

async function stepPage(
  visit: Visit<Viewer>,
  place: Place,
  { step, position }: { step: Step; position: number },
  problem?: string,
): Promise<Response> {
  const { module, steps } = place;
  const name = step.kind === 'exercise' ? `Exercice ${step.number} sur ${step.count}` : step.section.title;
  const tries =
    step.kind === 'exercise'
      ? ((await findTries(visit.app.db, visit.viewer, module)).get(step.exercise.id) ?? [])
      : [];
  const goesOn = step.kind === 'section' || isOver(tries);
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}${name} – ${module.title}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <div>
        <p class="above-title">
          <a href={`/modules/${module.id}`}>{module.title}</a>
        </p>
        <h1 class="series__place">{name}</h1>
        <progress class="series__bar" max={steps.length} value={position - 1} aria-label="Avancement" />
      </div>
      <ModulePlan place={place} position={position} />
      {place.withdrawn && <Withdrawn />}
      {step.kind === 'section' ? (
        <Markdown text={step.section.text} />
      ) : (
        <>
          {step.number === 1 && tries.length === 0 && <Markdown text={step.section.text} />}
          <ExerciseBody
            action={`/modules/${module.id}/exercices/${step.exercise.id}`}
            exercise={step.exercise}
            tries={tries}
            problem={problem}
          />
        </>
      )}
      {goesOn && (
        <form method="post" action={`/modules/${module.id}/etapes/${position}`}>
          <p class="actions">
            <button class="fr-btn" type="submit">
              {position === steps.length ? 'Terminer et faire mon plan' : 'Continuer'}
            </button>
            {position > 1 && (
              <a class="fr-btn fr-btn--tertiary" href={`/modules/${module.id}/etapes/${position - 1}`}>
                Revenir en arrière
              </a>
            )}
          </p>
        </form>
      )}
      <p class="series__leave">
        <a href="/mon-parcours">Faire une pause</a> : votre place est gardée.
      </p>
    </>,
  );
}

/** Where one is among the sections; those already reached can be opened again. */
function ModulePlan({ place: { module, steps, progress }, position }: { place: Place; position: number }) {
  const current = steps[position - 1]!.section;
  return (
    <nav class="module-plan" aria-label="Plan du module">
      <ol>
        {module.sections.map((section) => {
          const first = steps.findIndex((step) => step.section === section) + 1;
          const reached = progress?.finishedAt || first <= (progress?.step ?? 0);
          return (
            <li aria-current={section === current ? 'step' : undefined}>
              {reached && section !== current ? (
                <a href={`/modules/${module.id}/etapes/${first}`}>{section.title}</a>
              ) : (
                section.title
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

async function goOn(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  const found = place && stepOf(visit, place);
  if (!place || !found) return refuse(visit, 'absent');
  const { module, steps } = place;
  const next = found.position + 1;
  if (found.step.kind === 'exercise') {
    const tries = (await findTries(visit.app.db, visit.viewer, module)).get(found.step.exercise.id) ?? [];
    if (!isOver(tries)) return stepPage(visit, place, found, 'Choisissez une réponse avant de continuer.');
  }
  const reached = await reachStep(
    visit.app.db,
    visit.viewer,
    module,
    { step: next, count: steps.length },
    visit.app.now(),
  );
  if (!reached) return visit.http.redirect(`/modules/${module.id}`, 303);
  const onward =
    next > steps.length ? `/plans/nouveau?module=${module.id}` : `/modules/${module.id}/etapes/${next}`;
  return visit.http.redirect(onward, 303);
}

async function practise(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  const position = place?.steps.findIndex(
    (step) => step.kind === 'exercise' && step.exercise.id === visit.http.req.param('exercise'),
  );
  const step = place?.steps[position ?? -1];
  if (!place || step?.kind !== 'exercise') return refuse(visit, 'absent');
  const chosen = (await readForm(visit.http)).option?.[0];
  const outcome = await recordTry(
    visit.app.db,
    visit.viewer,
    place.module,
    step.exercise,
    chosen,
    visit.app.now(),
  );
  if (outcome === 'not-begun') return visit.http.redirect(`/modules/${place.module.id}`, 303);
  if (outcome === 'no-choice') {
    return stepPage(visit, place, { step, position: position! + 1 }, 'Choisissez une réponse.');
  }
  return visit.http.redirect(`/modules/${place.module.id}/etapes/${position! + 1}`, 303);
}
