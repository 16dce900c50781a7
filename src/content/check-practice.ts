import type { CoachKit } from './coaching.ts';
import type { Decision } from './decision.ts';
import { competencesOf } from './framework.ts';
import type { Content } from './load.ts';
import { guessingProblems, sourceProblems, typographyProblems } from './wording.ts';

/** A card fits on one side of A4 and is read in a corridor; a rehearsal takes five minutes. */
const LIMITS = {
  card: [220, 330],
  cardLine: 40,
  situation: 60,
  cue: 35,
  option: 35,
  feedback: 35,
  kitLine: 45,
} as const;

/** What a reader would hold against the cards of the decisions and the coach kits: one plain line each. */
export function checkPractice(content: Content, today: string): string[] {
  const { decisions, coaching } = content;
  return [
    ...decisions.flatMap((decision) =>
      checkDecision(decision, content, today).map((line) => `decision ${decision.id}: ${line}`),
    ),
    ...guessingProblems(
      decisions.flatMap(({ rehearsal }) => rehearsal.steps.map(({ options }) => options)),
    ).map((line) => `rehearsals: ${line}`),
    ...coaching.flatMap((kit) =>
      checkCoachKit(kit, content, today).map((line) => `coaching ${kit.competence}: ${line}`),
    ),
  ];
}

function checkDecision(decision: Decision, content: Content, today: string): string[] {
  const { card, rehearsal } = decision;
  const lines = linesOfCard(decision);
  const words = wordsOf(lines.join(' '));
  const options = rehearsal.steps.flatMap((step) => step.options);
  const codes = competencesOf(content.framework).map(({ code }) => code);
  return [
    ...(words < LIMITS.card[0] || words > LIMITS.card[1]
      ? [`card of ${words} words, ${LIMITS.card.join(' to ')} expected`]
      : []),
    ...tooLong('card', lines, LIMITS.cardLine),
    ...tooLong('situation', [rehearsal.situation], LIMITS.situation),
    ...tooLong(
      'cue',
      rehearsal.steps.map(({ cue }) => cue),
      LIMITS.cue,
    ),
    ...tooLong(
      'option',
      options.map(({ text }) => text),
      LIMITS.option,
    ),
    ...tooLong(
      'feedback',
      options.map(({ feedback }) => feedback),
      LIMITS.feedback,
    ),
    ...rehearsal.steps.flatMap(({ id, options: choices }) => {
      const right = choices.filter(({ correct }) => correct).length;
      return right === 1 ? [] : [`${id}: ${right} right options`];
    }),
    ...rehearsal.steps
      .filter(({ options: choices }) => new Set(choices.map(({ id }) => id)).size < choices.length)
      .map(({ id }) => `${id}: an option letter twice`),
    ...(new Set(rehearsal.steps.map(({ id }) => id)).size < rehearsal.steps.length
      ? ['two steps of the same id']
      : []),
    ...decision.competences.filter((code) => !codes.includes(code)).map((code) => `no competence ${code}`),
    ...decision.modules
      .filter((id) => !content.modules.some((module) => module.id === id))
      .map((id) => `no module ${id}`),
    ...sourceProblems([...decision.sources, ...card.rules.map(({ source }) => source)], content.facts),
    ...reviewProblems(decision, today),
    ...typographyProblems([
      decision.title,
      decision.purpose,
      ...lines,
      rehearsal.situation,
      rehearsal.say,
      ...rehearsal.steps.map(({ cue }) => cue),
      ...options.flatMap(({ text, feedback }) => [text, feedback]),
    ]),
  ];
}

function linesOfCard({ card }: Decision): string[] {
  return [
    card.when,
    ...card.before,
    ...card.words,
    ...card.during,
    ...card.after,
    ...card.avoid,
    ...card.rules.map(({ text }) => text),
  ];
}

function checkCoachKit(kit: CoachKit, content: Content, today: string): string[] {
  const lines = [
    kit.title,
    kit.asks,
    kit.occasion,
    ...kit.observe.flatMap(({ act, sign }) => [act, sign]),
    ...kit.pupil,
    ...kit.debrief.map(({ question }) => question),
    ...kit.careful,
    ...kit.next,
    kit.levels,
  ];
  const minutes = kit.debrief.reduce((total, step) => total + step.minutes, 0);
  const skills = new Set(kit.observe.map(({ skill }) => skill)).size;
  return [
    ...(competencesOf(content.framework).some(({ code }) => code === kit.competence)
      ? []
      : ['the framework has no such competence']),
    ...tooLong('line', lines, LIMITS.kitLine),
    ...(minutes === 15 ? [] : [`debrief of ${minutes} minutes, 15 expected`]),
    ...(skills >= 4 ? [] : [`acts of ${skills} skills, 4 at least`]),
    ...sourceProblems(kit.sources, content.facts),
    ...reviewProblems(kit, today),
    ...typographyProblems(lines),
  ];
}

function tooLong(what: string, texts: readonly string[], most: number): string[] {
  return texts
    .filter((text) => wordsOf(text) > most)
    .map((text) => `${what} of ${wordsOf(text)} words in « ${text.slice(0, 40)} », ${most} at most`);
}

function reviewProblems({ reviewBy }: { reviewBy: string }, today: string): string[] {
  return reviewBy <= today ? [`to be reviewed since ${reviewBy}`] : [];
}

/** Words as they are read aloud: punctuation set apart by a space is not one. */
function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
