import type { Dialogue, Line, StoryMap, Workshop } from '../../content/index.ts';

/** What a workshop is led on. */
export type Material =
  | { kind: 'case'; case: Workshop }
  | { kind: 'dialogue'; dialogue: Dialogue; story: StoryMap };

export type Option = {
  id: string;
  text: string;
  feedback: string;
  /** In a dialogue: what the reply does to the person opposite. */
  effect?: 'opens' | 'closes' | 'neither';
};
export type Said = Extract<Line, { kind: 'speech' | 'narration' }>;

/** A round as it is asked, kept with its votes: the case may be written again later. */
export type RoundBody = {
  title: string;
  /** What is said before the question, in a dialogue. */
  lines: readonly Said[];
  question: string;
  choose: 'one' | 'up-to-2';
  options: readonly Option[];
  disagreement: string;
  /** What can be defended with the facts of the case; nothing of the sort in a dialogue. */
  points: readonly string[];
};
/** What came of the reply that was followed. */
export type After = { lines: readonly Said[]; ending: { title: string; text: string } | null };

const LETTERS = 'abcdefghij';

/** How many rounds there are to open: only the story knows for a dialogue, and none is left of what was taken out. */
export function roundsIn(material: Material | null): number | null {
  if (!material) return 0;
  return material.kind === 'case' ? material.case.rounds.length : null;
}

/** The round of this number; null when there is none left. `followed` are the replies followed so far. */
export function roundOf(material: Material, number: number, followed: readonly string[]): RoundBody | null {
  if (material.kind === 'case') {
    const round = material.case.rounds[number - 1];
    if (!round) return null;
    const { title, question, choose, options, disagreement, points } = round;
    return { title, lines: [], question, choose, options, disagreement, points };
  }
  const step = stepAfter(material, followed);
  if (!step || step.moment.choices.length === 0) return null;
  return {
    title: `Échange ${number}`,
    lines: step.lines.filter(isSaid),
    question: 'Que répondez-vous ?',
    choose: 'one',
    options: step.moment.choices.map((text, index) => {
      const next = material.story.follow(step.moment, index);
      const change = (next?.moment.confidence ?? step.moment.confidence) - step.moment.confidence;
      return {
        id: LETTERS[index]!,
        text,
        feedback: next?.lines.find(({ kind }) => kind === 'feedback')?.text ?? '',
        effect: change > 0 ? 'opens' : change < 0 ? 'closes' : 'neither',
      };
    }),
    disagreement: `Les voix se partagent. Avant de choisir la réplique à suivre, demandez à une personne par réplique : « Qu’est-ce que ${material.dialogue.other.name} entend, là ? »`,
    points: [],
  };
}

/** What the reply followed leads to; null when it is not one of those proposed. */
export function afterReply(material: Material, followed: readonly string[]): After | null {
  if (material.kind !== 'dialogue') return null;
  const step = stepAfter(material, followed);
  if (!step) return null;
  const last = step.lines.at(-1);
  const ending =
    last?.kind === 'ending' ? material.dialogue.endings.find(({ id }) => id === last.text) : undefined;
  return {
    lines: step.lines.filter(isSaid),
    ending: ending ? { title: ending.title, text: ending.text } : null,
  };
}

function stepAfter({ story }: Extract<Material, { kind: 'dialogue' }>, followed: readonly string[]) {
  let step: StoryMap['start'] | null = story.start;
  for (const letter of followed) step = step && story.follow(step.moment, LETTERS.indexOf(letter));
  return step;
}

function isSaid(line: Line): line is Said {
  return line.kind === 'speech' || line.kind === 'narration';
}

/** What a phone sent, as choices of the round; null when it is no answer to it. */
export function parseChoices(
  body: Pick<RoundBody, 'choose' | 'options'>,
  sent: readonly string[],
): string[] | null {
  const chosen = body.options.map(({ id }) => id).filter((id) => sent.includes(id));
  const most = body.choose === 'one' ? 1 : 2;
  return chosen.length >= 1 && chosen.length <= most ? chosen : null;
}
