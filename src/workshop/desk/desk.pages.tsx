import {
  originOf,
  page,
  type Route,
  readForm,
  refuse,
  route,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findOwnWorkshops, openWorkshop, takeStep } from '../live/live.store.ts';
import { titleIn } from '../live/rounds.ts';
import { parseStep } from '../live/steps.ts';
import { trainer } from '../trainer.ts';
import { readScene } from './read-scene.pages.ts';
import { Square } from './room.tsx';
import { StepForms } from './step-forms.tsx';

export const deskRoutes: Route[] = [
  route('GET', '/ateliers', trainer, showDesk),
  route('POST', '/ateliers', trainer, open),
  route('GET', '/ateliers/:id', trainer, showWorkshop),
  route('POST', '/ateliers/:id/suite', trainer, moveOn),
];

async function showDesk(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const own = await findOwnWorkshops(app.db, viewer);
  const { workshops, dialogues } = app.content;
  return page(
    visit,
    { title: 'Ateliers' },
    <>
      <h1>Ateliers</h1>
      <ul>
        {own.map(({ id, title }) => (
          <li>
            <a href={`/ateliers/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {[
        ...workshops.map((item) => ({ kind: 'case', ...item })),
        ...dialogues.map((item) => ({ kind: 'dialogue', ...item })),
      ].map(({ kind, id, title }) => (
        <form method="post" action="/ateliers">
          <input type="hidden" name="nature" value={kind} />
          <input type="hidden" name="contenu" value={id} />
          <button class="fr-btn" type="submit">
            {title}
          </button>
        </form>
      ))}
    </>,
  );
}

async function open(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const kind = fields.nature?.[0] === 'dialogue' ? 'dialogue' : 'case';
  const contentId = fields.contenu?.[0] ?? '';
  const found = titleIn(app.content, kind, contentId);
  if (!found) return refuse(visit, 'absent');
  const id = await openWorkshop(
    app.db,
    viewer,
    { kind, contentId, contentVersion: found.version, title: found.title, label: '', showsVotes: true },
    app.now(),
  );
  return http.redirect(`/ateliers/${id}`, 303);
}

async function showWorkshop(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  const { workshop } = scene;
  const origin = originOf(visit.http, visit.app.settings);
  return page(
    visit,
    { title: `${workshop.title}, pupitre` },
    <>
      <h1>{workshop.title}</h1>
      <p>
        <a href={`/ateliers/${workshop.id}/ecran`}>Écran</a> {workshop.code}
      </p>
      {workshop.code && <Square address={`${origin}/atelier/${workshop.code}`} />}
      <StepForms scene={scene} from="pupitre" />
    </>,
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
