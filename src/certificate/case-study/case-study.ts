import type { Dossier } from '../../content/index.ts';
import type { Clock } from './hour.ts';

export const MARKS = { full: 'présent', partly: 'en partie', missing: 'absent' } as const;
export type Mark = keyof typeof MARKS;
export type Marks = Readonly<Record<string, Mark>>;

export type Texts = { diagnosis: string; proposals: string };

/** One study of a dossier, as the person sees it. */
export type CaseStudy = Clock &
  Texts & {
    id: string;
    dossierId: string;
    dossierVersion: number;
    manner: 'screen' | 'paper';
    saidMinutes: number | null;
    revision: number;
    savedAt: Date | null;
    /** What was kept when the hour ended; null when nothing was written after it. */
    atTheHour: Texts | null;
    marks: Marks;
    markedAt: Date | null;
  };

/** Case studies of the viewer, finished: for a portfolio. */
export type FinishedCaseStudy = {
  id: string;
  dossierId: string;
  /** Null when the dossier is no longer among the contents. */
  title: string | null;
  /** The day it was finished, YYYY-MM-DD. */
  day: string;
  competences: string[];
  /** How many criteria the person found full, partly there, missing in their own text; null before they marked. */
  selfAssessment: { full: number; partly: number; missing: number; criteria: number } | null;
  /** How many named colleagues filled the same grid. */
  readings: number;
};

export const LONGEST_TEXT = 12_000;

/** Texts as a browser sends them: one kind of line ends, nothing else changed. */
export function readText(typed: string): string {
  return typed.replace(/\r\n?/g, '\n');
}

/** What is wrong with the texts, by field. */
export function problemsOf(texts: Texts): { field: string; message: string }[] {
  return (['diagnosis', 'proposals'] as const).flatMap((part) => {
    const { length } = texts[part];
    return length > LONGEST_TEXT
      ? [{ field: FIELDS[part], message: `${LONGEST_TEXT} caractères au plus : il y en a ${length}.` }]
      : [];
  });
}

export const FIELDS = { diagnosis: 'diagnostic', proposals: 'propositions' } as const;

/** Paragraphs of a text, each with whether it was there when the hour ended. */
export function paragraphsOf(text: string, atTheHour: string | null): { text: string; late: boolean }[] {
  const before = atTheHour === null ? null : new Set(split(atTheHour));
  return split(text).map((paragraph) => ({
    text: paragraph,
    late: before !== null && !before.has(paragraph),
  }));
}

function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Marks as sent, for criteria of the grid only. */
export function readMarks(
  { grid }: Pick<Dossier, 'grid'>,
  sent: (field: string) => string | undefined,
): { marks: Marks; left: string[] } {
  const marks: Record<string, Mark> = {};
  const left: string[] = [];
  for (const { id } of grid) {
    const mark = sent(id);
    if (mark !== undefined && Object.hasOwn(MARKS, mark)) marks[id] = mark as Mark;
    else left.push(id);
  }
  return { marks, left };
}

export function countMarks({ grid }: Pick<Dossier, 'grid'>, marks: Marks): Record<Mark, number> {
  const of = (mark: Mark) => grid.filter(({ id }) => marks[id] === mark).length;
  return { full: of('full'), partly: of('partly'), missing: of('missing') };
}
