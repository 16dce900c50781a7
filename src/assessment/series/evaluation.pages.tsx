import { randomInt } from 'node:crypto';
import { competencesOf } from '../../content/index.ts';
import { saveRereading } from '../../identity/index.ts';
import {
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { stopEvaluation } from './answer.store.ts';
import { findEvaluation } from './evaluation.store.ts';
import { placeOf } from './place.ts';
import { rereadingAsked } from './rereading.ts';
import { type StartRefusal, startEvaluation } from './start.store.ts';

export const evaluationRoutes: Route[] = [
  route('POST', '/evaluations', staff, start),
  route('GET', '/evaluations/:id', staff, resume),
  route('GET', '/evaluations/:id/pause', staff, showPause),
  route('POST', '/evaluations/:id/arret', staff, stop),
];

const START_REFUSALS: Record<StartRefusal, { title: string; advice: string }> = {
  'stages-complete': {
    title: 'Votre positionnement est complet',
    advice:
      'Vous avez fait les trois étapes. Une étape de plus n’apprendrait presque rien maintenant : explorez plutôt une compétence en profondeur, ou revenez dans quelques mois.',
  },
  'explored-this-year': {
    title: 'Compétence déjà explorée',
    advice:
      'Vous avez exploré cette compétence il y a moins d’un an. Ses questions seraient en partie les mêmes.',
  },
  'stage-first': {
    title: 'Commencez par une étape',
    advice: 'Une compétence s’explore après une première étape de positionnement, qui situe l’ensemble.',
  },
  'bank-exhausted': {
    title: 'Plus de question nouvelle',
    advice:
      'Vous avez déjà vu toutes nos questions qui conviennent à votre métier. Elles pourront vous être posées de nouveau un an après.',
  },
};

async function start(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const competence = fields.competence?.[0] ?? null;
  const known = competencesOf(app.content.framework).some(({ code }) => code === competence);
  if (competence !== null && !known) return refuse(visit, 'absent');
  const rereads = rereadingAsked(fields);
  if (rereads !== null) await saveRereading(app.db, viewer, rereads, app.now());
  const outcome = await startEvaluation(app.db, viewer, app.content, {
    competence,
    seed: randomInt(2 ** 31),
    now: app.now(),
  });
  if ('started' in outcome) {
    const { started, position } = outcome;
    return http.redirect(`/evaluations/${started}${position ? `/questions/${position}` : ''}`, 303);
  }
  const { title, advice } = START_REFUSALS[outcome.refused];
  return page(
    visit,
    { title, status: 409, narrow: true },
    <>
      <h1>{title}</h1>
      <p class="lede">{advice}</p>
      <p>
        <a class="fr-btn" href="/mon-profil">
          Voir ce que je sais
        </a>
      </p>
    </>,
  );
}

/** Where the person is: the question to answer, or the end of the series. The draft of an answer comes along. */
async function resume(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  if (!found) return refuse(visit, 'absent');
  const { search } = new URL(http.req.url);
  return http.redirect(placeOf(found.evaluation, found.questions) + search, 303);
}

async function showPause(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await findEvaluation(app.db, viewer, http.req.param('id') ?? '');
  if (!found) return refuse(visit, 'absent');
  const { evaluation } = found;
  if (evaluation.status !== 'open') return http.redirect(`/evaluations/${evaluation.id}/bilan`, 303);
  return page(
    visit,
    { title: 'Pause', narrow: true },
    <>
      <h1>Pause ou arrêt ?</h1>
      <p class="lede">{keptText(evaluation.answers)}</p>
      <h2 class="fr-h5">Faire une pause</h2>
      <p>Vous retrouverez la même question, sur cet appareil ou sur un autre.</p>
      <p class="actions">
        <a class="fr-btn" href="/mon-espace">
          Faire une pause
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/evaluations/${evaluation.id}`}>
          Reprendre maintenant
        </a>
      </p>
      {!visit.viewer.rereadsAnswers && (
        <p>
          Une réponse validée ne se change plus. Pour relire chacune avant de l’enregistrer, allez dans{' '}
          <a href="/mon-compte#relecture">Mon compte</a>.
        </p>
      )}
      <h2 class="fr-h5">M’arrêter là</h2>
      <p>La série se termine ici. Ce que vous avez répondu compte, et vous verrez les explications.</p>
      <form method="post" action={`/evaluations/${evaluation.id}/arret`}>
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Terminer cette série
        </button>
      </form>
    </>,
  );
}

function keptText(answers: number): string {
  if (answers === 0) return 'Vous n’avez pas encore répondu.';
  return answers === 1 ? 'Votre réponse est enregistrée.' : `Vos ${answers} réponses sont enregistrées.`;
}

async function stop(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const outcome = await stopEvaluation(app.db, viewer, id, app.now());
  return outcome === 'absent' ? refuse(visit, 'absent') : http.redirect(`/evaluations/${id}/bilan`, 303);
}
