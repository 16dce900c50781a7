import type { CoachKit } from './coaching.ts';
import { DECISIONS, type Decision } from './decision.ts';
import { competencesOf } from './framework.ts';
import type { Content } from './load.ts';
import { checkGuessing, checkSources, checkTypography } from './wording.ts';

/** A card fits on one side of A4 and is read in a corridor; a rehearsal takes five minutes. */
const LIMITS = {
  card: [220, 330],
  cardLine: 40,
  /** Characters, as in the follow-up of a pupil. */
  note: 140,
  situation: 60,
  cue: 35,
  option: 35,
  feedback: 35,
  kitLine: 45,
} as const;

/** Where dialogues are loaded too, those a decision names must be among them. */
type Practice = Omit<Content, 'dialogues'> & { dialogues?: readonly { id: string }[] };

/** What a reader would hold against the cards of the decisions and the coach kits: one plain line each. */
export function checkPractice(content: Practice): string[] {
  const { decisions, coaching } = content;
  return [
    ...decisions.flatMap((decision) =>
      checkDecision(decision, content).map((line) => `decision ${decision.id}: ${line}`),
    ),
    ...DECISIONS.filter((id) => !decisions.some((decision) => decision.id === id)).map(
      (id) => `no card for the decision ${id}`,
    ),
    ...checkGuessing(decisions.flatMap(({ rehearsal }) => rehearsal.steps.map(({ options }) => options))).map(
      (line) => `rehearsals: ${line}`,
    ),
    ...coaching.flatMap((kit) =>
      checkCoachKit(kit, content).map((line) => `coaching ${kit.competence}: ${line}`),
    ),
    ...competencesOf(content.framework)
      .filter(({ code }) => !coaching.some(({ competence }) => competence === code))
      .map(({ code }) => `no coach kit for the competence ${code}`),
  ];
}

function checkDecision(decision: Decision, content: Practice): string[] {
  const codes = competencesOf(content.framework).map(({ code }) => code);
  return [
    ...checkCard(decision),
    ...checkRehearsal(decision),
    ...decision.competences.filter((code) => !codes.includes(code)).map((code) => `no competence ${code}`),
    ...decision.modules
      .filter((id) => !content.modules.some((module) => module.id === id))
      .map((id) => `no module ${id}`),
    ...(isMissing(decision.dialogue, content.dialogues) ? [`no dialogue ${decision.dialogue}`] : []),
    ...checkSources([...decision.sources, ...decision.card.rules.map(({ source }) => source)], content.facts),
    ...checkTypography([decision.title, decision.purpose]),
  ];
}

/** True when dialogues are there, but not this one. */
function isMissing(dialogue: string | null, dialogues: Practice['dialogues'] = []): boolean {
  return dialogue !== null && dialogues.length > 0 && !dialogues.some(({ id }) => id === dialogue);
}

function checkCard({ card }: Decision): string[] {
  const lines = [
    card.when,
    ...card.before,
    ...card.words,
    ...card.during,
    ...card.after,
    ...card.avoid,
    ...card.rules.map(({ text }) => text),
  ];
  const words = wordsOf(lines.join(' '));
  const [least, most] = LIMITS.card;
  const notes = card.after.flatMap((line) => /« (.+) »/su.exec(line)?.[1] ?? []);
  return [
    ...(words < least || words > most ? [`card of ${words} words, ${least} to ${most} expected`] : []),
    ...tooLong('card', lines, LIMITS.cardLine),
    ...notes
      .filter((note) => note.length > LIMITS.note)
      .map((note) => `a note of ${note.length} characters, ${LIMITS.note} at most`),
    ...checkTypography(lines),
  ];
}

function checkRehearsal({ rehearsal: { situation, steps, say } }: Decision): string[] {
  const options = steps.flatMap((step) => step.options);
  const cues = steps.map(({ cue }) => cue);
  const texts = options.map(({ text }) => text);
  const feedbacks = options.map(({ feedback }) => feedback);
  return [
    ...tooLong('situation', [situation], LIMITS.situation),
    ...tooLong('cue', cues, LIMITS.cue),
    ...tooLong('option', texts, LIMITS.option),
    ...tooLong('feedback', feedbacks, LIMITS.feedback),
    ...steps
      .map(({ id, options: choices }) => ({ id, right: choices.filter(({ correct }) => correct).length }))
      .filter(({ right }) => right !== 1)
      .map(({ id, right }) => `${id}: ${right} right options`),
    ...steps.filter((step) => hasTwin(step.options)).map(({ id }) => `${id}: an option letter twice`),
    ...(hasTwin(steps) ? ['two steps of the same id'] : []),
    ...checkTypography([situation, say, ...cues, ...texts, ...feedbacks]),
  ];
}

function hasTwin(named: readonly { id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size < named.length;
}

function checkCoachKit(kit: CoachKit, content: Practice): string[] {
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
    ...checkSources(kit.sources, content.facts),
    ...checkTypography(lines),
  ];
}

function tooLong(what: string, texts: readonly string[], most: number): string[] {
  return texts
    .filter((text) => wordsOf(text) > most)
    .map((text) => `${what} of ${wordsOf(text)} words in « ${text.slice(0, 40)} », ${most} at most`);
}

/** Words as they are read aloud: punctuation set apart by a space is not one. */
function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
