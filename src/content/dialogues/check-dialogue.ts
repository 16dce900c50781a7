import type { Dialogue } from './dialogue.ts';
import { speakersOf } from './dialogue.ts';
import { checkWriting } from './ink-writing.ts';
import { type Line, type Moment, type Step, StoryError, storyOf } from './story.ts';
import { type Walk, walkStory } from './walk.ts';

/** What is wrong in a dialogue, and where when it is known: a line of the story. */
export type DialogueProblem = { line: number | null; message: string };
export type DialogueCheck = { problems: DialogueProblem[]; walk: Walk | null };

const LIMITS = {
  points: 12,
  fewestChoices: 6,
  mostChoices: 12,
  situationWords: 90,
  endingWords: 70,
  replyWords: 35,
  feedbackWords: 45,
};

/** Walks every path of a dialogue and says what its player would stumble on. */
export async function checkDialogue(dialogue: Dialogue): Promise<DialogueCheck> {
  const names = speakersOf(dialogue).map(({ name }) => name);
  const written = [...checkDescription(dialogue), ...checkWriting(dialogue.story, names)];
  try {
    const walk = walkStory(await storyOf(dialogue));
    return { problems: [...written, ...checkWalk(dialogue, walk)], walk };
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return { problems: [...written, ...error.problems], walk: null };
  }
}

function checkDescription({ situation, endings, other, others }: Dialogue): DialogueProblem[] {
  const names = speakersOf({ other, others }).map(({ name }) => name);
  return [
    tooLong('the situation', situation, LIMITS.situationWords),
    ...endings.map(({ id, text }) => tooLong(`the ending ${id}`, text, LIMITS.endingWords)),
    ...repeated(endings.map(({ id }) => id)).map((id) => `two endings are called ${id}`),
    ...repeated(names).map((name) => `two speakers are called ${name}`),
    ...names
      .filter((name) => ['Retour', 'Fin', 'Vous'].includes(name))
      .map((name) => `nobody may be called ${name}`),
  ].flatMap((message) => (message === null ? [] : [{ line: null, message }]));
}

function checkWalk(dialogue: Dialogue, walk: Walk): DialogueProblem[] {
  const at = (text: string) => lineHolding(dialogue.story, text);
  const problems = [
    ...walk.steps.flatMap((step) => checkStep(dialogue, step, at)),
    ...walk.moments.flatMap((moment) => checkMoment(moment, at)),
    ...walk.endless.map(({ point }) => ({
      line: knotLine(dialogue.story, point),
      message: `${point}: the story comes back here, or never ends`,
    })),
    ...checkWhole(dialogue, walk).map((message) => ({ line: null, message })),
    ...neverSeen(dialogue, walk),
  ];
  const said = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
  return [...said.values()];
}

type Locate = (text: string) => number | null;

/** What is said between two choices: the feedback first, then the others, and an ending that is known. */
function checkStep(
  { endings, other, others }: Dialogue,
  { step: { lines, moment }, from, reply }: { step: Step; from: Moment | null; reply: string | null },
  at: Locate,
): DialogueProblem[] {
  const problems: DialogueProblem[] = [];
  const place = reply ?? lines[0]?.text ?? '';
  const say = (condition: boolean, text: string, message: string) => {
    if (condition) problems.push({ line: at(text), message });
  };
  const of = (kind: Line['kind']) => lines.filter((line) => line.kind === kind);
  const feedback = of('feedback');
  const asked = from === null ? 0 : 1;
  say(feedback.length !== asked, place, `${feedback.length} lines « Retour: » here, ${asked} expected`);
  say(asked === 1 && lines[0]?.kind !== 'feedback', place, '« Retour: » must come first after a choice');
  for (const { text } of feedback) {
    const problem = tooLong('the feedback', text, LIMITS.feedbackWords);
    if (problem) problems.push({ line: at(text), message: problem });
    say(/(bonne|mauvaise) réponse/i.test(text), text, 'feedback says why, never « bonne réponse »');
  }
  const names = speakersOf({ other, others }).map(({ name }) => name);
  for (const line of lines) {
    if (line.kind !== 'speech') continue;
    say(!names.includes(line.speaker), line.text, `${line.speaker} speaks without being declared`);
  }
  const ends = of('ending');
  const over = moment.choices.length === 0;
  say(over && ends.length !== 1, lines.at(-1)?.text ?? place, 'the story stops here without « Fin: »');
  say(!over && ends.length > 0, place, '« Fin: » here, and choices after it');
  say(ends.length === 1 && lines.at(-1)?.kind !== 'ending', place, '« Fin: » must be the last line');
  for (const { text } of ends) {
    say(!endings.some(({ id }) => id === text), `Fin: ${text}`, `no ending is called ${text}`);
  }
  say(of('speech').length + of('narration').length === 0, place, 'nobody says or does anything here');
  if (from !== null) {
    const change = Math.abs(moment.confidence - from.confidence);
    say(change > 2, place, `the confidence changes by ${change} at once`);
  }
  return problems;
}

function checkMoment({ point, choices }: Moment, at: Locate): DialogueProblem[] {
  if (choices.length === 0) return [];
  const problems: DialogueProblem[] = choices.flatMap((reply) => {
    const message = tooLong('the reply', reply, LIMITS.replyWords);
    return message === null ? [] : [{ line: at(reply), message }];
  });
  if (choices.length < 2 || choices.length > 4)
    problems.push({
      line: at(choices[0]!),
      message: `${point}: ${choices.length} choices in some state, 2 to 4 expected`,
    });
  if (repeated(choices).length > 0)
    problems.push({ line: at(choices[0]!), message: `${point}: the same reply twice` });
  return problems;
}

function checkWhole({ endings, story }: Dialogue, walk: Walk): string[] {
  const problems: string[] = [];
  const say = (condition: boolean, message: string) => {
    if (condition) problems.push(message);
  };
  const comingBack = walk.moments.length > 0 ? pointsTwice(walk) : [];
  say(walk.points.size < LIMITS.points, `${walk.points.size} decision points, ${LIMITS.points} at least`);
  say(
    walk.shortest < LIMITS.fewestChoices,
    `a path has ${walk.shortest} choices, ${LIMITS.fewestChoices} at least`,
  );
  say(walk.longest > LIMITS.mostChoices, `a path has ${walk.longest} choices, ${LIMITS.mostChoices} at most`);
  say(walk.leaps > 1, 'on a path, the confidence changes by two more than once');
  for (const { id } of endings) say(!walk.endings.has(id), `no path leads to the ending ${id}`);
  for (const point of comingBack) {
    say(
      true,
      `line ${knotLine(story, point) ?? '?'}: two decisions in ${point} on one path, or a way back to it`,
    );
  }
  return problems;
}

/** Decisions that a path meets twice. */
function pointsTwice({ steps, moments }: Walk): string[] {
  const next = new Map<Moment, Moment[]>(moments.map((moment) => [moment, []]));
  for (const { step, from } of steps) if (from) next.get(from)?.push(step.moment);
  const after = new Map<Moment, ReadonlySet<string>>();
  const pointsFrom = (moment: Moment): ReadonlySet<string> => {
    const known = after.get(moment);
    if (known) return known;
    after.set(moment, new Set());
    const points = new Set<string>();
    for (const each of next.get(moment) ?? []) {
      if (each.choices.length > 0) points.add(each.point);
      for (const point of pointsFrom(each)) points.add(point);
    }
    after.set(moment, points);
    return points;
  };
  return [
    ...new Set(moments.filter((moment) => pointsFrom(moment).has(moment.point)).map(({ point }) => point)),
  ];
}

/** Replies written that no state offers, and knots that no path crosses. */
function neverSeen({ story }: Dialogue, { moments }: Walk): DialogueProblem[] {
  const offered = new Set(moments.flatMap(({ choices }) => choices));
  return story.split('\n').flatMap((text, index) => {
    const [, reply] = /^\s*\+.*?\[(.*)\]/.exec(text) ?? [];
    return reply === undefined || /[{}]/.test(reply) || offered.has(reply.trim())
      ? []
      : [{ line: index + 1, message: 'no path offers this reply' }];
  });
}

function tooLong(what: string, text: string, most: number): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words > most ? `${what} has ${words} words, ${most} at most` : null;
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) < index);
}

/** The line of the story that holds a text; conditions inside a line hide its end, so its beginning is enough. */
function lineHolding(story: string, text: string): number | null {
  const lines = story.split('\n');
  for (const piece of [text, text.slice(0, 25)]) {
    const index = piece === '' ? -1 : lines.findIndex((line) => line.includes(piece));
    if (index >= 0) return index + 1;
  }
  return null;
}

function knotLine(story: string, point: string): number | null {
  const [knot = ''] = point.split('.');
  const index = story.split('\n').findIndex((line) => new RegExp(`^\\s*={2,}\\s*${knot}\\b`).test(line));
  return index < 0 ? null : index + 1;
}
