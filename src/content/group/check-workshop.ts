import { competencesOf } from '../framework.ts';
import type { Content } from '../load.ts';
import { proseOf } from '../quality/prose.ts';
import { checkSources, checkTypography, countWords } from '../wording.ts';
import { READERS, type Workshop, type WorkshopRound } from './workshop.ts';

const MINUTES = 45;

/** What is projected is read from the back of a room, what is on a phone in a minute. */
const LIMITS = {
  opening: 130,
  document: 130,
  reading: 60,
  question: 40,
  feedback: 45,
  disagreement: 70,
  closing: 60,
} as const;

/** The longest option of a round may not be read as the answer because it is the longest. */
const LENGTH_RATIO = 2.5;

type Room = Pick<Content, 'framework' | 'facts' | 'workshops'>;

/** What a trainer or a participant would hold against the workshop cases: one plain line each. */
export function checkWorkshops(content: Room): string[] {
  return content.workshops.flatMap((workshop) =>
    checkWorkshop(workshop, content).map((line) => `workshops/${workshop.id}.yaml: ${line}`),
  );
}

function checkWorkshop(workshop: Workshop, { framework, facts }: Room): string[] {
  const competences = competencesOf(framework).map(({ code }) => code);
  const readers = workshop.readings.map(({ profession }) => profession);
  return [
    ...workshop.competences
      .filter((code) => !competences.includes(code))
      .map((code) => `the framework has no competence ${code}`),
    ...READERS.filter((profession) => !readers.includes(profession)).map(
      (profession) => `no reading for ${profession}`,
    ),
    ...twice(readers).map((profession) => `two readings for ${profession}`),
    ...twice(workshop.rounds.map(({ id }) => id)).map((id) => `two rounds named ${id}`),
    ...twice(workshop.documents.map(({ id }) => id)).map((id) => `two documents named ${id}`),
    ...tooLong('opening', [workshop.opening], LIMITS.opening),
    ...tooLong(
      'document',
      workshop.documents.map(({ text }) => text),
      LIMITS.document,
    ),
    ...tooLong('reading', [...workshop.readings.map(({ knows }) => knows), workshop.others], LIMITS.reading),
    ...tooLong('closing', [workshop.closing], LIMITS.closing),
    ...workshop.rounds.flatMap((round) => checkRound(round).map((line) => `${round.id}: ${line}`)),
    ...checkGuide(workshop),
    ...checkSources([...workshop.facts, ...workshop.sources], facts),
    ...(workshop.facts.length + workshop.sources.length === 0 ? ['no fact and no source'] : []),
    ...checkTypography(proseOf(workshop)),
  ];
}

function checkRound({ question, options, disagreement, points }: WorkshopRound): string[] {
  const ids = options.map(({ id }) => id);
  const lengths = options.map(({ text }) => text.length);
  return [
    ...tooLong('question', [question], LIMITS.question),
    ...tooLong(
      'feedback',
      options.map(({ feedback }) => feedback),
      LIMITS.feedback,
    ),
    ...tooLong('disagreement', [disagreement], LIMITS.disagreement),
    ...twice(ids).map((id) => `two options named ${id}`),
    ...points.filter((id) => !ids.includes(id)).map((id) => `points name no option ${id}`),
    ...(new Set(points).size === ids.length ? ['every option is among the points'] : []),
    ...(Math.max(...lengths) > LENGTH_RATIO * Math.min(...lengths)
      ? [`an option is more than ${LENGTH_RATIO} times as long as another`]
      : []),
  ];
}

function checkGuide({ guide, rounds }: Workshop): string[] {
  const minutes = guide.steps.reduce((total, step) => total + step.minutes, 0);
  const led = guide.steps.flatMap(({ round }) => round ?? []);
  const known = rounds.map(({ id }) => id);
  return [
    ...(minutes === MINUTES ? [] : [`guide of ${minutes} minutes, ${MINUTES} expected`]),
    ...known.filter((id) => !led.includes(id)).map((id) => `no step of the guide for the round ${id}`),
    ...led.filter((id) => !known.includes(id)).map((id) => `a step of the guide for no round ${id}`),
    ...twice(led).map((id) => `two steps of the guide for the round ${id}`),
  ];
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

function tooLong(what: string, texts: readonly string[], most: number): string[] {
  return texts
    .filter((text) => countWords(text) > most)
    .map((text) => `${what} of ${countWords(text)} words in « ${text.slice(0, 40)} », ${most} at most`);
}
