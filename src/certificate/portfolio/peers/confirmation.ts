/** What somebody asked a colleague, and what became of it. */
export type Asked = {
  id: string;
  competence: string;
  /** YYYY-MM-DD */
  observedOn: string;
  occasion: string;
  levelAsked: 4 | 5 | null;
  email: string;
  opened: boolean;
  answer: 'confirmed' | 'declined' | 'withdrawn' | null;
  answeredAt: Date | null;
  /** The name of the colleague, once they answered. */
  peer: string | null;
  acts: string[];
  level: 4 | 5 | null;
  word: string | null;
};

/** What the colleague sees: who asks, what was seen and when; nothing else of theirs. */
export type Received = Pick<
  Asked,
  | 'id'
  | 'competence'
  | 'observedOn'
  | 'occasion'
  | 'levelAsked'
  | 'answer'
  | 'answeredAt'
  | 'acts'
  | 'level'
  | 'word'
> & {
  asker: string;
};

export const LONGEST_OCCASION = 200;
export const LONGEST_WORD = 300;
/** An observation is told while it is remembered. */
export const OLDEST_DAYS = 60;

export type Answer = { acts: string[]; level: 4 | 5 | null; word: string | null };

/** A confirmation says at least one act that was seen; its level is never above what was asked. */
export function readAnswer(
  typed: { acts: readonly string[]; level: string },
  { grid, levelAsked }: { grid: readonly string[]; levelAsked: 4 | 5 | null },
): Omit<Answer, 'word'> | { problem: { field: string; message: string } } {
  const acts = grid.filter((_, index) => typed.acts.includes(String(index + 1)));
  if (acts.length === 0) {
    const message = 'Cochez au moins un acte que vous avez vu. Si vous n’avez rien vu, refusez plus bas.';
    return { problem: { field: 'actes', message } };
  }
  const levels = levelsOffered(levelAsked);
  const level = levels.find((known) => String(known) === typed.level) ?? null;
  if (levels.length > 0 && level === null && typed.level !== 'aucun') {
    return { problem: { field: 'niveau', message: 'Dites si vous confirmez un niveau, ou aucun.' } };
  }
  return { acts, level };
}

export function levelsOffered(levelAsked: 4 | 5 | null): (4 | 5)[] {
  if (levelAsked === null) return [];
  return levelAsked === 5 ? [4, 5] : [4];
}

/** Acts seen, within a sentence: each begins with a capital in the grid it comes from. */
export function actsText(acts: readonly string[]): string {
  return acts.map((act) => act.charAt(0).toLowerCase() + act.slice(1)).join(' ; ');
}
