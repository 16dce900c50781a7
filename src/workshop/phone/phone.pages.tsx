import { dayOf } from '../../calendar/index.ts';
import {
  anyone,
  ErrorSummary,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  type Visit,
} from '../../web/index.ts';
import { checkText } from '../../writing/index.ts';
import { findRounds, findWorkshopByCode, type LiveWorkshop } from '../live/live.store.ts';
import { materialOf } from '../live/material.ts';
import {
  findCommitments,
  findParticipant,
  findVote,
  leaveWorkshop,
  type Participant,
  proposeCommitment,
  vote,
} from '../live/participants.store.ts';
import { LiveRegion } from '../live/region.tsx';
import { parseChoices } from '../live/rounds.ts';
import { type Live, liveAnswer, liveStream } from '../live/stream.pages.ts';
import { professionPage, workshopTyped } from './join.pages.tsx';
import { Phone, type PhoneScene } from './phone-view.tsx';
import { readPlace } from './place-cookie.pages.ts';

export const phoneRoutes: Route[] = [
  route('GET', '/atelier/:code', anyone, showPhone),
  route('GET', '/atelier/:code/suite.json', anyone, askPhone),
  route('GET', '/atelier/:code/flux', anyone, followPhone),
  route('POST', '/atelier/:code/votes', anyone, castVote),
  route('POST', '/atelier/:code/engagements', anyone, propose),
  route('POST', '/atelier/:code/depart', anyone, leave),
];

type Held = { workshop: LiveWorkshop; participant: Participant };

async function placeIn({ app, http }: Visit, workshop: LiveWorkshop): Promise<Participant | null> {
  const secret = readPlace(http, app.settings);
  return secret === null ? null : findParticipant(app.db, workshop.id, secret);
}

/** The workshop and the place of this phone in it; else the page that says what to do first. */
async function held(visit: Visit): Promise<Held | Response> {
  const workshop = await workshopTyped(visit, visit.http.req.param('code') ?? '');
  if (workshop instanceof Response) return workshop;
  const participant = await placeIn(visit, workshop);
  return participant ? { workshop, participant } : professionPage(visit, workshop);
}

async function readPhone({ app, http }: Visit, participant: Participant): Promise<PhoneScene | null> {
  const workshop = await findWorkshopByCode(app.db, http.req.param('code') ?? '');
  if (!workshop) return null;
  const [material, rounds, commitments] = await Promise.all([
    materialOf(app.content, workshop.kind, workshop.contentId),
    findRounds(app.db, workshop.id),
    findCommitments(app.db, workshop.id, participant.id),
  ]);
  const last = rounds.at(-1) ?? null;
  const own =
    last &&
    (await findVote(app.db, { workshopId: workshop.id, round: last.number, participantId: participant.id }));
  return {
    workshop,
    material,
    last,
    profession: participant.profession,
    professionName: app.content.professions[participant.profession].label,
    own,
    commitments,
    mark: String(workshop.version),
  };
}

async function showPhone(visit: Visit): Promise<Response> {
  const place = await held(visit);
  return place instanceof Response ? place : phonePage(visit, place);
}

async function phonePage(visit: Visit, { participant }: Held, errors: FieldError[] = [], typed = '') {
  const scene = await readPhone(visit, participant);
  if (!scene) return refuse(visit, 'absent');
  const here = `/atelier/${scene.workshop.code}`;
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}${scene.workshop.title}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
      plain: true,
      island: 'live',
    },
    <div>
      <h1 class="phone-title">{scene.workshop.title}</h1>
      <ErrorSummary errors={errors} />
      <LiveRegion stream={`${here}/flux`} poll={`${here}/suite.json`} mark={scene.mark} here={here}>
        <Phone scene={scene} typed={typed} />
      </LiveRegion>
      {scene.workshop.stage !== 'ended' && (
        <form class="phone-leave" method="post" action={`${here}/depart`}>
          <button class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" type="submit">
            Quitter l’atelier et effacer ce que j’ai envoyé
          </button>
        </form>
      )}
    </div>,
  );
}

const SAID = {
  welcome: 'La suite s’affichera ici.',
  reading: 'Le cas est ouvert : lisez ce que votre métier sait.',
  rounds: '',
  commitments: 'Proposez ce que vous ferez.',
  ended: 'L’atelier est terminé.',
} as const;

function liveOf(scene: PhoneScene): Live {
  const { workshop, last, mark } = scene;
  const round =
    last?.state === 'open'
      ? `Vote ouvert : ${last.body.question}`
      : last?.state === 'closed'
        ? 'Vote fermé.'
        : 'Les retours sont affichés.';
  return {
    mark,
    html: (<Phone scene={scene} />).toString(),
    said: workshop.stage === 'rounds' ? round : SAID[workshop.stage],
  };
}

async function askPhone(visit: Visit): Promise<Response> {
  const place = await held(visit);
  if (place instanceof Response) return refuse(visit, 'absent');
  const scene = await readPhone(visit, place.participant);
  return scene ? liveAnswer(visit, liveOf(scene)) : refuse(visit, 'absent');
}

async function followPhone(visit: Visit): Promise<Response> {
  const place = await held(visit);
  if (place instanceof Response) return refuse(visit, 'absent');
  const { workshop, participant } = place;
  return liveStream(
    visit,
    { workshopId: workshop.id, holder: participant.id },
    ({ led }) => led,
    async () => {
      const scene = await readPhone(visit, participant);
      return scene && liveOf(scene);
    },
  );
}

/** A vote is acknowledged once it is stored: the page that follows reads it back. */
async function castVote(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const place = await held(visit);
  if (place instanceof Response) return place;
  const { workshop, participant } = place;
  const fields = await readForm(http);
  const rounds = await findRounds(app.db, workshop.id);
  const round = rounds.find(({ number }) => String(number) === fields.tour?.[0]);
  if (!round || round !== rounds.at(-1)) return phonePage(visit, place, [{ field: 'choix', message: PAST }]);
  const choices = parseChoices(round.body, fields.choix ?? []);
  if (!choices) {
    const message =
      round.body.choose === 'one' ? 'Choisissez une réponse.' : 'Choisissez une réponse, ou deux au plus.';
    return phonePage(visit, place, [{ field: 'choix', message }]);
  }
  const kept = await vote(
    app.db,
    { workshopId: workshop.id, round: round.number, participantId: participant.id, choices },
    app.now(),
  );
  if (!kept) return phonePage(visit, place, [{ field: 'choix', message: CLOSED }]);
  return http.redirect(`/atelier/${workshop.code}`, 303);
}

const PAST = 'Ce tour est passé : voici celui qui se joue maintenant.';
const CLOSED = 'Le vote vient de se fermer : celui-ci n’a pas été pris.';

async function propose(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const place = await held(visit);
  if (place instanceof Response) return place;
  const { workshop, participant } = place;
  const text = ((await readForm(http)).texte?.[0] ?? '').trim();
  const { problems } = checkText(text, {
    field: 'engagement',
    what: 'ce que vous ferez',
    longest: LONGEST_COMMITMENT,
    today: dayOf(app.now()),
  });
  if (problems.length > 0) return phonePage(visit, place, problems, text);
  const kept = await proposeCommitment(
    app.db,
    { workshopId: workshop.id, participantId: participant.id, text },
    app.now(),
  );
  if (!kept) return phonePage(visit, place, [{ field: 'engagement', message: ENOUGH }], text);
  return http.redirect(`/atelier/${workshop.code}`, 303);
}

const LONGEST_COMMITMENT = 140;
const ENOUGH = 'Cinq propositions par personne, pendant ce moment de l’atelier : celle-ci n’a pas été prise.';

async function leave(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const place = await held(visit);
  if (place instanceof Response) return place;
  await leaveWorkshop(app.db, place.workshop.id, place.participant, app.now());
  return http.redirect('/atelier', 303);
}
