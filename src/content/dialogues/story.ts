import type { Story } from 'inkjs/full';
import { once } from '../../kept.ts';
import { READERS } from '../readers.ts';
import type { Dialogue } from './dialogue.ts';

/** A line of a story, by what its beginning says: « Yanis: … », « Retour: … », « Fin: … », or narration. */
export type Line =
  | { kind: 'speech'; speaker: string; text: string }
  | { kind: 'narration'; text: string }
  | { kind: 'feedback'; text: string }
  | { kind: 'ending'; text: string };

/** Where a story stops: at a decision, or at its end when there is nothing left to choose. */
export type Moment = {
  /** Name of the knot, with its stitch: the decision taken there. */
  point: string;
  choices: readonly string[];
  /** As the story counts it, beyond 0 and 4 if it goes there. */
  confidence: number;
};
/** What a reply leads to: lines said one after another, then the next moment. */
export type Step = { lines: readonly Line[]; moment: Moment };

/** A story that ink refuses, with the lines of the text when ink says them. */
export class StoryError extends Error {
  override name = 'StoryError';

  constructor(readonly problems: readonly { line: number | null; message: string }[]) {
    super(problems.map(({ line, message }) => (line === null ? message : `${line}: ${message}`)).join('\n'));
  }
}

type SavedState = Record<string, unknown>;

/**
 * A story one can walk: each step is computed once, then remembered. Two ways that come to the same decision with the same
 * variables are one moment, so that all paths can be walked.
 */
export class StoryMap {
  readonly start: Step;
  readonly #story: Story;
  readonly #known = new Map<Moment, { state: SavedState; next: (Step | undefined)[] }>();
  readonly #moments = new Map<string, Moment>();
  #said: string[] = [];

  constructor(story: Story) {
    this.#story = story;
    story.onError = (message) => this.#said.push(message);
    story.ResetState();
    this.start = this.#advance();
  }

  /** What follows the reply at this place among the choices of a moment of this map. */
  follow(moment: Moment, choice: number): Step | null {
    const known = this.#known.get(moment);
    if (!known || !Number.isInteger(choice) || choice < 0 || choice >= moment.choices.length) return null;
    const kept = known.next[choice];
    if (kept) return kept;
    this.#story.state.LoadJsonObj(known.state);
    this.#story.ChooseChoiceIndex(choice);
    const step = this.#advance();
    known.next[choice] = step;
    return step;
  }

  #advance(): Step {
    const story = this.#story;
    this.#said = [];
    const lines: Line[] = [];
    while (story.canContinue) {
      const text = story.Continue()?.trim() ?? '';
      if (text !== '') lines.push(readLine(text));
    }
    if (this.#said.length > 0) throw new StoryError(this.#said.map(readProblem));
    return { lines, moment: this.#momentNow(lines) };
  }

  #momentNow(lines: readonly Line[]): Moment {
    const { currentChoices, variablesState, state } = this.#story;
    const saved = JSON.parse(state.toJson()) as SavedState;
    const confidence = Number(variablesState.$('confiance'));
    const [first] = currentChoices;
    const choices = currentChoices.map(({ text }) => text.trim());
    const key = JSON.stringify([
      currentChoices.map(({ sourcePath }) => sourcePath),
      choices,
      saved.variablesState,
      saved.visitCounts,
      first ? null : lines.at(-1),
    ]);
    const known = this.#moments.get(key);
    if (known) return known;
    const moment = { point: pointOf(first?.sourcePath ?? ''), choices, confidence };
    this.#moments.set(key, moment);
    this.#known.set(moment, { state: saved, next: [] });
    return moment;
  }
}

/** Of the address of a choice inside a story (`accueil.debut.0.12`), the knot and the stitch. */
function pointOf(path: string): string {
  return path.replace(/\.\d.*$/, '');
}

/** « M. Renaud: … », and not « Vous entendez : … », which French writes with a space. */
const SPEECH = /^(\p{Lu}(?:[\p{L}’ .-]{0,30}\p{L})?): (.+)$/u;

function readLine(line: string): Line {
  const [, name, text] = SPEECH.exec(line) ?? [];
  if (name === undefined || text === undefined) return { kind: 'narration', text: line };
  if (name === 'Retour') return { kind: 'feedback', text };
  if (name === 'Fin') return { kind: 'ending', text };
  return { kind: 'speech', speaker: name, text };
}

/** Ink says « ERROR: line 22: Expected … » or « RUNTIME ERROR: (story.ink line 3): … ». */
function readProblem(message: string): { line: number | null; message: string } {
  const [, line] = /line (\d+)/.exec(message) ?? [];
  const plain = message
    .replace(/^(RUNTIME )?(ERROR|WARNING|TODO): ?/, '')
    .replace(/^('[^']*' )?line \d+: ?/, '');
  return { line: line === undefined ? null : Number(line), message: plain };
}

const maps = new WeakMap<Dialogue, Promise<StoryMap>>();

/**
 * The story of a dialogue, compiled once and for all: a third of a second each.
 * @throws StoryError naming the lines that ink refuses.
 */
export function storyOf(dialogue: Dialogue): Promise<StoryMap> {
  const map = maps.get(dialogue) ?? openStory(dialogue);
  maps.set(dialogue, map);
  return map;
}

/** A map of one’s own, whose moments are forgotten with it. */
export async function openStory({ id, story }: Dialogue): Promise<StoryMap> {
  const ink = await import('inkjs/full');
  return new StoryMap(
    new ink.Story(once(`story-${id}`, { paths: READERS, text: story }, () => compile(ink, story))),
  );
}

function compile({ Compiler, CompilerOptions }: typeof import('inkjs/full'), text: string): string {
  const said: string[] = [];
  const listen = (message: string) => said.push(message);
  let story: Story | null = null;
  try {
    story = new Compiler(text, new CompilerOptions(null, [], false, listen)).Compile();
  } catch (error) {
    if (said.length === 0) throw error;
  }
  if (said.length > 0 || !story) throw new StoryError(said.map(readProblem));
  return story.ToJson() as string;
}
