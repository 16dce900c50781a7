import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  originOf,
  page,
  type Route,
  readForm,
  refuse,
  route,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { checkText } from '../../writing/index.ts';
import { takeStep } from '../live/live.store.ts';
import { addCommitment, decideCommitment } from '../live/moderation.store.ts';
import { LiveRegion } from '../live/region.tsx';
import { parseStep } from '../live/steps.ts';
import { type Live, liveAnswer, liveStream } from '../live/stream.pages.ts';
import { trainer } from '../trainer.ts';
import { Desk } from './desk-view.tsx';
import { readScene } from './read-scene.pages.ts';
import { Square } from './room.tsx';
import { type Scene, saidOf } from './scene.ts';

export const deskRoutes: Route[] = [
  route('GET', '/ateliers/:id', trainer, showDesk),
  route('GET', '/ateliers/:id/pupitre.json', trainer, askDesk),
  route('GET', '/ateliers/:id/pupitre/flux', trainer, followDesk),
  route('POST', '/ateliers/:id/suite', trainer, moveOn),
  route('POST', '/ateliers/:id/engagements', trainer, addOne),
  route('POST', '/ateliers/:id/engagements/:proposition', trainer, decide),
];

const LONGEST_COMMITMENT = 140;

async function showDesk(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  if (scene.workshop.stage === 'ended')
    return visit.http.redirect(`/ateliers/${scene.workshop.id}/fiche`, 303);
  return deskPage(visit, scene);
}

function deskPage(visit: Visit<Viewer>, scene: Scene, typed = '', errors: FieldError[] = []): Response {
  const { workshop, material } = scene;
  const here = `/ateliers/${workshop.id}`;
  const origin = originOf(visit.http, visit.app.settings);
  const today = dayOf(visit.app.now());
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}${workshop.title}, pupitre`,
      status: errors.length > 0 ? 422 : 200,
      island: 'live',
    },
    <>
      <p>
        <a href="/ateliers">Ateliers</a>
      </p>
      <h1>{workshop.title}</h1>
      <ErrorSummary errors={errors} />
      <div class="leading">
        <div>
          <LiveRegion
            stream={`${here}/pupitre/flux`}
            poll={`${here}/pupitre.json`}
            mark={scene.mark}
            here={here}
          >
            <Desk scene={scene} today={today} />
          </LiveRegion>
          {workshop.stage === 'commitments' && (
            <form method="post" action={`${here}/engagements`} novalidate>
              <h2>Écrire pour la salle</h2>
              <TextField
                name="texte"
                label="Un acte dit à voix haute"
                hint="140 signes au plus, affiché aussitôt. Aucun nom."
                value={typed}
                error={errorOf(errors, 'texte')}
                maxlength={200}
              />
              <button class="fr-btn fr-btn--secondary" type="submit">
                Ajouter
              </button>
            </form>
          )}
          <details class="workshop-remove">
            <summary>Terminer avant la fin</summary>
            <form method="post" action={`${here}/suite`}>
              <p>
                L’atelier se ferme pour tout le monde et la fiche s’écrit avec ce qui a été voté. On ne le
                rouvre pas.
              </p>
              <input type="hidden" name="pas" value="end" />
              <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
                Terminer maintenant
              </button>
            </form>
          </details>
        </div>
        <aside class="leading__side" aria-label="Pour la salle">
          <p>
            <a class="fr-btn" href={`${here}/ecran`}>
              Ouvrir l’écran à projeter
            </a>
          </p>
          <p class="leading__code">
            Code <strong>{workshop.code}</strong>
          </p>
          <Square address={`${origin}/atelier/${workshop.code}`} />
          <p>{origin.replace(/^https?:\/\//, '')}/atelier</p>
          {material?.kind === 'case' && (
            <ul>
              <li>
                <a href={`/ateliers/cas/${material.case.id}/guide?atelier=${workshop.id}`}>
                  Guide et horloge
                </a>
              </li>
              <li>
                <a href={`/ateliers/cas/${material.case.id}/papier`}>Version sur papier</a>
              </li>
            </ul>
          )}
          <p class="leading__note">
            Avec une seule machine, l’écran projeté a aussi le bouton de la suite. Relisez les propositions
            d’ici, depuis votre téléphone ou avant de projeter.
          </p>
        </aside>
      </div>
    </>,
  );
}

function liveOf(scene: Scene, today: string): Live {
  return { mark: scene.mark, html: (<Desk scene={scene} today={today} />).toString(), said: saidOf(scene) };
}

async function askDesk(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  return liveAnswer(visit, liveOf(scene, dayOf(visit.app.now())));
}

async function followDesk(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  return liveStream(
    visit,
    { workshopId: scene.workshop.id, holder: visit.viewer.personId },
    ({ all }) => all,
    async (mark) => {
      const now = await readScene(visit, mark);
      return now && now.workshop.stage !== 'ended' ? liveOf(now, dayOf(visit.app.now())) : null;
    },
  );
}

async function moveOn(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const scene = await readScene(visit);
  const step = parseStep(fields.pas?.[0] ?? '', fields.tour?.[0] ?? '', fields.replique?.[0] ?? '');
  if (!scene || !step) return refuse(visit, 'absent');
  const { workshop, material } = scene;
  await takeStep(app.db, viewer, { id: workshop.id, material, step }, app.now());
  const view = fields.vue?.[0] === 'ecran' ? '/ecran' : '';
  return http.redirect(`/ateliers/${workshop.id}${view}`, 303);
}

async function addOne(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const text = ((await readForm(http)).texte?.[0] ?? '').trim();
  const scene = await readScene(visit);
  if (scene?.workshop.stage !== 'commitments') return refuse(visit, 'absent');
  const { problems } = checkText(text, {
    field: 'texte',
    what: 'ce que vous ferez',
    longest: LONGEST_COMMITMENT,
    today: dayOf(app.now()),
  });
  if (problems.length > 0) return deskPage(visit, scene, text, problems);
  await addCommitment(app.db, viewer, { workshopId: scene.workshop.id, text }, app.now());
  return http.redirect(`/ateliers/${scene.workshop.id}`, 303);
}

async function decide(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const decision = (await readForm(http)).decision?.[0];
  const scene = await readScene(visit);
  const proposal = scene?.commitments.find(({ id }) => id === http.req.param('proposition'));
  if (!scene || !proposal || (decision !== 'afficher' && decision !== 'ecarter'))
    return refuse(visit, 'absent');
  const status = decision === 'afficher' ? 'accepted' : 'refused';
  await decideCommitment(
    app.db,
    viewer,
    { workshopId: scene.workshop.id, id: proposal.id, status },
    app.now(),
  );
  return http.redirect(`/ateliers/${scene.workshop.id}`, 303);
}
