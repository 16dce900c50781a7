import { originOf, page, type Route, refuse, route, type Viewer, type Visit } from '../../web/index.ts';
import { LiveRegion } from '../live/region.tsx';
import { type Live, liveAnswer, liveStream } from '../live/stream.pages.ts';
import { trainer } from '../trainer.ts';
import { readScene } from './read-scene.pages.ts';
import { Room } from './room.tsx';
import { type Scene, saidOf } from './scene.ts';
import { StepForms } from './step-forms.tsx';

export const screenRoutes: Route[] = [
  route('GET', '/ateliers/:id/ecran', trainer, showScreen),
  route('GET', '/ateliers/:id/ecran.json', trainer, askScreen),
  route('GET', '/ateliers/:id/ecran/flux', trainer, followScreen),
];

/** What the room sees. Whoever leads with one machine moves on from here. */
async function showScreen(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  const here = `/ateliers/${scene.workshop.id}/ecran`;
  return page(
    visit,
    { title: `${scene.workshop.title}, écran`, plain: true, island: 'live' },
    <div class="projected">
      <LiveRegion stream={`${here}/flux`} poll={`${here}.json`} mark={scene.mark} here={here}>
        {screenOf(scene, originOf(visit.http, visit.app.settings))}
      </LiveRegion>
    </div>,
  );
}

function screenOf(scene: Scene, origin: string) {
  const { workshop } = scene;
  return (
    <>
      <Room scene={scene} origin={origin} />
      <div class="projected__foot on-screen">
        <StepForms scene={scene} from="ecran" />
        <p>
          {workshop.stage !== 'welcome' && workshop.code !== null && workshop.stage !== 'ended' && (
            <span class="projected__code">
              {origin.replace(/^https?:\/\//, '')}/atelier · <strong>{workshop.code}</strong>
            </span>
          )}{' '}
          <a id="pupitre" href={`/ateliers/${workshop.id}`}>
            Pupitre
          </a>
        </p>
      </div>
    </>
  );
}

function liveOf(scene: Scene, origin: string): Live {
  return { mark: scene.mark, html: screenOf(scene, origin).toString(), said: saidOf(scene) };
}

async function askScreen(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  return liveAnswer(visit, liveOf(scene, originOf(visit.http, visit.app.settings)));
}

async function followScreen(visit: Visit<Viewer>): Promise<Response> {
  const scene = await readScene(visit);
  if (!scene) return refuse(visit, 'absent');
  const origin = originOf(visit.http, visit.app.settings);
  return liveStream(
    visit,
    { workshopId: scene.workshop.id, holder: visit.viewer.personId },
    ({ all }) => all,
    async (mark) => {
      const now = await readScene(visit, mark);
      return now && liveOf(now, origin);
    },
  );
}
