import type { Dialogue } from '../../../content/index.ts';
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
import { addReply, beginPlay } from '../dialogue.store.ts';
import { type Play, play } from '../dialogue.ts';
import { Door } from '../portrait/door.tsx';
import { doorText, moodText } from '../portrait/mood.ts';
import { Portrait } from '../portrait/portrait.tsx';
import { Exchange, Feedback, Lines, Reply } from './conversation.tsx';
import { addressOf, findPlace, type Place } from './place.pages.ts';

export const playRoutes: Route[] = [
  route('GET', '/dialogues/:id/parties/:play', staff, showScene),
  route('POST', '/dialogues/:id/parties/:play/repliques', staff, reply),
  route('POST', '/dialogues/:id/parties/:play/retour', staff, takeUpAgain),
  route('GET', '/dialogues/:id/parties/:play/transcription', staff, showTranscript),
];

async function showScene(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  return place.told ? scenePage(visit, place, place.told) : writtenAgain(visit, place);
}

type Refused = { status: 409 | 422; message: string };

function scenePage(
  visit: Visit<Viewer>,
  { dialogue, kept }: Place,
  told: Play,
  refused: Refused | null = null,
): Response {
  const { other, title } = dialogue;
  const number = told.scenes.length;
  const scene = told.scenes[number - 1]!;
  const address = addressOf(kept);
  const readFirst = refused === null && number > 1;
  return page(
    visit,
    {
      title: `${refused ? 'Erreur : ' : ''}Échange ${number} – ${title}`,
      status: refused?.status ?? 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href={`/dialogues/${dialogue.id}`}>{title}</a>
      </p>
      <h1 class="series__place">
        {told.ending ? 'Dernier échange' : `Échange ${number}`} avec {other.name}
      </h1>
      {refused && (
        <p class="answer__problem" tabindex={-1} data-read-first>
          {refused.message}
        </p>
      )}
      {number === 1 ? <Situation dialogue={dialogue} /> : <Before place={{ dialogue, kept }} told={told} />}
      <section
        class="exchange"
        aria-label="Ce qui se passe"
        tabindex={readFirst ? -1 : undefined}
        data-read-first={readFirst ? true : undefined}
      >
        {scene.reply !== null && <Reply text={scene.reply} />}
        {scene.feedback !== null && <Feedback text={scene.feedback} />}
        <div class="exchange__scene">
          <div class="exchange__person">
            <Portrait name={other.portrait} confidence={scene.confidence} />
            <p class="exchange__mood">
              <Door confidence={scene.confidence} />
              <span>
                {scene.reply === null ? `Au début, ${doorText(scene.confidence)}.` : moodText(other, scene)}
              </span>
            </p>
          </div>
          <div>
            <Lines dialogue={dialogue} scene={scene} />
          </div>
        </div>
      </section>
      {told.ending ? (
        <p class="actions">
          <a class="fr-btn" href={`${address}/fin`}>
            Voir où cela mène
          </a>
        </p>
      ) : (
        <Choices address={address} told={told} />
      )}
      {number > 1 && !told.ending && (
        <TakeUpAgain address={address} decision={number - 2} text="Revenir au choix précédent" />
      )}
      <p class="series__leave">
        <a href="/dialogues">Faire une pause</a> : votre place est gardée.
      </p>
    </>,
  );
}

function Situation({ dialogue: { situation, aim } }: { dialogue: Dialogue }) {
  return (
    <div class="situation">
      <p>{situation}</p>
      <p>
        <strong>Ce que vous cherchez.</strong> {aim}
      </p>
    </div>
  );
}

/** One button a reply: choosing is answering. */
function Choices({ address, told }: { address: string; told: Play }) {
  return (
    <form method="post" action={`${address}/repliques`} aria-labelledby="repondre">
      <h2 class="replies__title" id="repondre">
        Que faites-vous ?
      </h2>
      <input type="hidden" name="place" value={String(told.scenes.length - 1)} />
      {told.choices.map((text, index) => (
        <button class="reply" type="submit" name="reply" value={String(index)}>
          {text}
        </button>
      ))}
    </form>
  );
}

/** What was said before, folded, with the way back to each choice. */
function Before({
  place: { dialogue, kept },
  told: { scenes, ending },
}: {
  place: Pick<Place, 'dialogue' | 'kept'>;
  told: Play;
}) {
  const past = scenes.slice(0, -1);
  return (
    <details class="before">
      <summary>
        Ce qui s’est dit avant ({past.length} échange{past.length > 1 ? 's' : ''})
      </summary>
      <Situation dialogue={dialogue} />
      <ol class="before__list">
        {past.map((scene, decision) => (
          <li>
            <Exchange dialogue={dialogue} scene={scene} />
            {!ending && (
              <TakeUpAgain address={addressOf(kept)} decision={decision} text="Revenir à ce choix" named />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Goes back to a decision: what followed is played again. */
export function TakeUpAgain({
  address,
  decision,
  text,
  named = false,
}: {
  address: string;
  decision: number;
  text: string;
  /** When several stand on the page, each says which exchange it goes back to. */
  named?: boolean;
}) {
  return (
    <form method="post" action={`${address}/retour`} class="again on-screen">
      <input type="hidden" name="place" value={String(decision)} />
      <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
        {text}
        {named && <span class="fr-sr-only"> (échange {decision + 1})</span>}
      </button>
    </form>
  );
}

function writtenAgain(visit: Visit<Viewer>, { dialogue }: Place): Response {
  return page(
    visit,
    { title: `Dialogue récrit – ${dialogue.title}`, narrow: true },
    <>
      <h1>Ce dialogue a été récrit</h1>
      <p class="lede">
        Nous avons modifié « {dialogue.title} » depuis cette conversation : vos répliques ne correspondent
        plus au texte. Vous pouvez le jouer dans sa nouvelle version ; ce que vous aviez fait reste dans vos
        données.
      </p>
      <form method="post" action={`/dialogues/${dialogue.id}/parties`}>
        <input type="hidden" name="recommencer" value="oui" />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Jouer la nouvelle version
          </button>
          <a class="fr-btn fr-btn--secondary" href="/dialogues">
            Voir les dialogues
          </a>
        </p>
      </form>
    </>,
  );
}

const GONE_ON =
  'Cette réplique n’a pas été prise : la conversation avait déjà continué, dans une autre fenêtre ou avant un retour en arrière. Voici où elle en est.';

async function reply(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { dialogue, story, kept, told } = place;
  if (!told) return writtenAgain(visit, place);
  const fields = await readForm(http);
  const [position, choice] = [whole(fields.place?.[0]), whole(fields.reply?.[0])];
  if (position === kept.path.length && !told.ending) {
    const next = choice === null ? null : play(dialogue, story, [...kept.path, choice]);
    if (choice === null || !next)
      return scenePage(visit, place, told, { status: 422, message: 'Choisissez une des répliques.' });
    const ending = next.ending?.id ?? null;
    if (await addReply(app.db, viewer, kept, { choice, ending }, app.now()))
      return http.redirect(addressOf(kept), 303);
  }
  const now = await findPlace(visit);
  if (!now?.told) return refuse(visit, 'absent');
  const sentTwice = position !== null && choice !== null && now.kept.path[position] === choice;
  return sentTwice
    ? http.redirect(addressOf(now.kept), 303)
    : scenePage(visit, now, now.told, { status: 409, message: GONE_ON });
}

async function takeUpAgain(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { dialogue, kept, told } = place;
  if (!told) return writtenAgain(visit, place);
  const decision = whole((await readForm(http)).place?.[0]);
  if (decision === null || decision > kept.path.length)
    return scenePage(visit, place, told, { status: 409, message: GONE_ON });
  const id = await beginPlay(app.db, viewer, dialogue, kept.path.slice(0, decision), app.now());
  return http.redirect(addressOf({ dialogue: dialogue.id, id }), 303);
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

async function showTranscript(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { dialogue, kept, told } = place;
  if (!told) return writtenAgain(visit, place);
  return page(
    visit,
    { title: `Transcription – ${dialogue.title}`, narrow: true },
    <>
      <p class="above-title">Transcription</p>
      <h1>{dialogue.title}</h1>
      <Situation dialogue={dialogue} />
      <ol class="before__list">
        {told.scenes.map((scene) => (
          <li>
            <Exchange dialogue={dialogue} scene={scene} />
          </li>
        ))}
      </ol>
      {told.ending && (
        <>
          <h2>{told.ending.title}</h2>
          <p>{told.ending.text}</p>
        </>
      )}
      <p class="on-screen">
        <a href={told.ending ? `${addressOf(kept)}/fin` : addressOf(kept)}>
          {told.ending ? 'Revenir à la fin du dialogue' : 'Revenir à la conversation'}
        </a>
      </p>
    </>,
  );
}
