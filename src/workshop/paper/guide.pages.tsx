import type { Workshop } from '../../content/index.ts';
import { page, type Route, refuse, route, type Viewer, type Visit } from '../../web/index.ts';
import { hourText } from '../desk/desk-view.tsx';
import { findOwnWorkshops } from '../live/live.store.ts';
import { trainer } from '../trainer.ts';

export const guideRoutes: Route[] = [route('GET', '/ateliers/cas/:contenu/guide', trainer, showGuide)];

/** The forty-five minutes: a plan without a workshop, hours once one has begun. */
async function showGuide(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = app.content.workshops.find(({ id }) => id === http.req.param('contenu'));
  if (!found) return refuse(visit, 'absent');
  const asked = http.req.query('atelier');
  const live = asked ? (await findOwnWorkshops(app.db, viewer)).find(({ id }) => id === asked) : undefined;
  const begunAt = live?.endedAt === null ? live.begunAt : null;
  return page(
    visit,
    { title: `Guide : ${found.title}`, narrow: true, island: 'live' },
    <>
      <p class="on-screen">
        {live ? (
          <a href={`/ateliers/${live.id}`}>Pupitre</a>
        ) : (
          <a href={`/ateliers/cas/${found.id}`}>{found.title}</a>
        )}
      </p>
      <h1>Animer « {found.title} »</h1>
      <p class="lede">{found.summary}</p>
      {begunAt && (
        <p class="guide-clock" role="timer" aria-label="Temps passé">
          Commencé à {hourText(begunAt)}.{' '}
          <span class="guide-clock__time" data-clock={String(begunAt.getTime())} />
          <span class="guide-clock__note">
            L’horloge compte depuis le premier pas de l’atelier ; elle ne s’arrête pas et ne juge pas.
          </span>
        </p>
      )}
      <Guide workshop={found} begunAt={begunAt} />
    </>,
  );
}

export function Guide({
  workshop: { guide, rounds },
  begunAt,
}: {
  workshop: Workshop;
  begunAt: Date | null;
}) {
  const ends = guide.steps.map((_, index) =>
    guide.steps.slice(0, index + 1).reduce((total, { minutes }) => total + minutes, 0),
  );
  const at = (minute: number) =>
    begunAt ? hourText(new Date(begunAt.getTime() + minute * 60_000)) : `${minute} min`;
  return (
    <>
      <h2>Avant</h2>
      <ul>
        {guide.before.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>Les quarante-cinq minutes</h2>
      <ol class="guide-steps">
        {guide.steps.map((step, index) => {
          const round = rounds.find(({ id }) => id === step.round);
          return (
            <li class="guide-step">
              <p class="guide-step__time">
                {at(ends[index]! - step.minutes)} à {at(ends[index]!)}
              </p>
              <div>
                <h3>
                  {step.title} <span class="guide-step__minutes">({step.minutes} min)</span>
                </h3>
                <p>{step.do}</p>
                <p class="leading__say">{step.say}</p>
                <p>
                  <strong>À regarder :</strong> {step.watch}
                </p>
                {round && (
                  <p>
                    <strong>Si la salle est partagée :</strong> {round.disagreement}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <h2>Après</h2>
      <ul>
        {guide.after.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>Précautions</h2>
      <p>{guide.caution}</p>
    </>
  );
}
