import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter } from '../../calendar/index.ts';
import type { Trx } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findDecisions, keepDiscussion } from '../meeting/decisions/decision.store.ts';
import {
  arrangeAgenda,
  closeMeeting,
  findItems,
  findMeeting,
  prepareMeeting,
} from '../meeting/meeting.store.ts';
import { closeFollowUp, recordMilestone } from '../milestones/milestone.store.ts';
import { giveQuestionnaire } from '../questionnaires/given.store.ts';
import type { Occasion } from '../questionnaires/questionnaire.ts';
import { keepAnswer, openSheet, sendSheet } from '../questionnaires/sheet.store.ts';
import { chooseSignals, rateSignals } from '../signals/signals.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { recordInterview } from '../support/interview.store.ts';
import { checkProcedure, noteSession, planSupport, stopSupport } from '../support/support.store.ts';
import type { DecisionOutcome } from '../vocabulary.ts';
import type { Story, StorySupport } from './story.ts';

const DAY = 86_400_000;

type Past = { school: string; meetings: readonly number[]; stories: readonly Story[] };
type Moment = { day: number; happens: (at: Date) => Promise<unknown> };
type Told = { story: Story; file: SeenFollowUp | undefined; outcomes: Map<string, DecisionOutcome> };

const characterId = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Lives the past of invented pupils again, day after day, by the very functions the pages use. */
export async function tellStories(
  trx: Trx,
  viewer: Viewer,
  { school, meetings, stories }: Past,
  now: Date,
): Promise<void> {
  const told: Told[] = stories.map((story) => ({ story, file: undefined, outcomes: new Map() }));
  const known = await trx
    .selectFrom('person')
    .select(['id', 'audit_actor as auditActor', 'display_name as name'])
    .where('demonstration', '=', true)
    .execute();
  const as = (number: number): Viewer => {
    const person = known.find(({ id }) => id === characterId(number));
    return person
      ? { ...viewer, personId: person.id, auditActor: person.auditActor, name: person.name }
      : viewer;
  };
  const moments = [
    ...told.flatMap((one) => momentsOf(trx, viewer, school, one, as, now)),
    ...meetings.map(
      (day): Moment => ({
        day,
        happens: (at) => meet(trx, viewer, { school, day, told }, { at, now }),
      }),
    ),
  ];
  for (const { day, happens } of moments.toSorted((a, b) => b.day - a.day)) await happens(momentOf(day, now));
}

/** That many days ago, at ten in the morning; on a Friday when it was a weekend. */
function momentOf(daysAgo: number, now: Date): Date {
  const at = new Date(now.getTime() - daysAgo * DAY);
  const weekday = at.getUTCDay();
  return new Date(at.getTime() - (weekday === 6 ? DAY : weekday === 0 ? 2 * DAY : 0));
}
const dayAgo = (daysAgo: number, now: Date) => dayOf(momentOf(daysAgo, now));

function momentsOf(
  trx: Trx,
  viewer: Viewer,
  school: string,
  one: Told,
  as: (number: number) => Viewer,
  now: Date,
): Moment[] {
  const { story } = one;
  const file = () => one.file!;
  return [
    {
      day: story.opened,
      happens: async (at) => {
        one.file = await open(trx, viewer, school, story, { at, now });
      },
    },
    ...story.ratings.map(
      ([day, rater, levels]): Moment => ({
        day,
        happens: (at) =>
          rateSignals(
            trx,
            as(rater),
            file(),
            new Map(
              story.signals.flatMap((signal, index): [string, number][] => {
                const level = levels[index] ?? null;
                return level === null ? [] : [[signal, level]];
              }),
            ),
            { observedOn: dayOf(at), now: at },
          ),
      }),
    ),
    ...(story.interviews ?? []).map(
      ([day, withWhom, goal, nextIn]): Moment => ({
        day,
        happens: (at) =>
          recordInterview(
            trx,
            viewer,
            file(),
            {
              id: randomUUID(),
              withWhom,
              heldOn: dayOf(at),
              goal,
              nextOn: nextIn === undefined ? null : daysAfter(dayOf(at), nextIn),
            },
            at,
          ),
      }),
    ),
    ...(story.supports ?? []).flatMap((support) => supportMoments(trx, viewer, support, file, now)),
    ...(story.milestones ?? []).map(
      ([day, kind, situation = null]): Moment => ({
        day,
        happens: (at) => recordMilestone(trx, viewer, file(), { kind, on: dayOf(at), situation }, at),
      }),
    ),
    ...(story.questionnaires ?? []).map(
      ([day, occasion, answers]): Moment => ({
        day,
        happens: (at) => fillQuestionnaire(trx, viewer, file(), { occasion, answers }, at),
      }),
    ),
    ...(story.end ? [endMoment(trx, viewer, story.end, file)] : []),
  ];
}

async function fillQuestionnaire(
  trx: Trx,
  viewer: Viewer,
  file: SeenFollowUp,
  { occasion, answers }: { occasion: Occasion; answers: readonly number[] },
  at: Date,
): Promise<void> {
  const asked = { instrument: 'efficacite-jeune', version: 1, occasion };
  const given = await giveQuestionnaire(trx, viewer, file, asked, at);
  const session = given && (await openSheet(trx, given.code, at));
  if (!session) throw new Error('the demonstration gives a code that does not open');
  for (const [index, answer] of answers.entries())
    await keepAnswer(
      trx,
      session,
      { question: index + 1, questions: answers.length, version: 1, answer },
      at,
    );
  await sendSheet(trx, session, at);
}

function endMoment(
  trx: Trx,
  viewer: Viewer,
  { day, reason, situation }: NonNullable<Story['end']>,
  file: () => SeenFollowUp,
): Moment {
  return {
    day,
    happens: (at) => closeFollowUp(trx, viewer, file(), { reason, closedOn: dayOf(at), exit: situation }, at),
  };
}

async function open(
  trx: Trx,
  viewer: Viewer,
  school: string,
  { level, age, informed, signals }: Story,
  { at, now }: { at: Date; now: Date },
): Promise<SeenFollowUp> {
  const opening = await openFollowUp(
    trx,
    viewer,
    school,
    { level, ageBand: age, informedOn: informed === null ? null : dayAgo(informed, now) },
    { now: at, fictitious: true },
  );
  if ('refused' in opening) throw new Error(`the demonstration may not follow: ${opening.refused}`);
  const file = (await openFile(trx, viewer, opening.code, at))!;
  await chooseSignals(trx, viewer, file, signals, at);
  return file;
}

function supportMoments(
  trx: Trx,
  viewer: Viewer,
  { kind, from, until, hours, tutor, sessions, checked, stop }: StorySupport,
  file: () => SeenFollowUp,
  now: Date,
): Moment[] {
  let supportId = '';
  return [
    {
      day: from,
      happens: async (at) => {
        const plan = {
          kind,
          from: dayOf(at),
          until: dayAgo(until, now),
          hours,
          tutorId: tutor === null ? null : characterId(tutor),
        };
        supportId = (await planSupport(trx, viewer, file(), plan, at))!;
        if (checked) await checkProcedure(trx, viewer, file(), { supportId, items: checked }, at);
      },
    },
    ...sessions.map(
      ([day, length]): Moment => ({
        day,
        happens: (at) =>
          noteSession(trx, viewer, file(), { id: randomUUID(), supportId, on: dayOf(at), hours: length }, at),
      }),
    ),
    ...(stop
      ? [
          {
            day: stop.day,
            happens: (at: Date) =>
              stopSupport(trx, viewer, file(), { supportId, on: dayOf(at), reason: stop.reason }, at),
          },
        ]
      : []),
  ];
}

/** A meeting: its agenda, what became of earlier decisions, the decisions of the day, its end. */
async function meet(
  trx: Trx,
  viewer: Viewer,
  { school, day, told }: { school: string; day: number; told: readonly Told[] },
  { at, now }: { at: Date; now: Date },
): Promise<void> {
  // A few minutes before the meeting: the agenda comes nearly ready.
  const earlier = new Date(at.getTime() - (2 + (Math.abs(day) % 5)) * 60_000);
  const prepared = await prepareMeeting(trx, viewer, { school, heldOn: dayOf(at) }, earlier);
  const meeting = 'id' in prepared && (await findMeeting(trx, viewer, prepared.id, at));
  if (!meeting) return;
  const decided = (one: Told) => (one.story.decisions ?? []).filter((decision) => decision.at === day);
  const agenda = (await findItems(trx, viewer, meeting, at)).map(({ code }) => code);
  const added = told.flatMap((one) => (one.file && decided(one).length > 0 ? [one.file.code] : []));
  const codes = [...new Set([...agenda, ...added])];
  await arrangeAgenda(trx, viewer, meeting, codes, at);
  for (const one of told) {
    const { file, story, outcomes } = one;
    if (!file || !codes.includes(file.code)) continue;
    const waiting = (await findDecisions(trx, file)).filter(
      ({ id, outcome, due }) => outcome === null && due <= dayOf(at) && outcomes.has(id),
    );
    const looked = new Map(waiting.map(({ id }) => [id, outcomes.get(id)!]));
    const decisions = decided(one).map(({ kind, act, who, character, due, outcome }) => {
      const id = randomUUID();
      if (outcome) outcomes.set(id, outcome);
      const personId = character === undefined ? null : characterId(character);
      return { id, kind, act, who, personId, due: dayAgo(due, now) };
    });
    const said = { levers: [...story.levers], outcomes: looked };
    for (const decision of decisions.length > 0 ? decisions : [null])
      await keepDiscussion(trx, viewer, { meeting, file }, { ...said, decision }, at);
  }
  await closeMeeting(trx, viewer, meeting, at);
}
