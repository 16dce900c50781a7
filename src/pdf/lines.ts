import type { Run, Text } from './document.ts';

/** A stretch of one weight on one line. */
export type Fragment = { text: string; bold: boolean };
export type Line = { fragments: Fragment[]; width: number };

type Measure = (text: string, bold: boolean) => number;

/** Words end after a space, or after a hyphen between two letters; an unbreakable space ends nothing. */
const WORD = /[^ \n]*?\p{L}-(?=\p{L})|[^ \n]* |[^ \n]+|\n/gu;

/** Cuts a text into lines no wider than asked. A word too long for a line is cut where it must be. */
export function breakLines(text: Text, bold: boolean, width: number, measure: Measure): Line[] {
  const lines: Line[] = [{ fragments: [], width: 0 }];
  for (const word of words(runsOf(text, bold)).flatMap((word) => shorten(word, width, measure))) {
    if (word[0]?.text === '\n') {
      lines.push({ fragments: [], width: 0 });
      continue;
    }
    const line = lines.at(-1)!;
    if (line.fragments.length > 0 && line.width + widthOf(withoutEnd(word), measure) > width) {
      lines.push({ fragments: [], width: 0 });
    }
    append(lines.at(-1)!, word, measure);
  }
  return lines.filter(({ fragments }, index) => fragments.length > 0 || index < lines.length - 1);
}

export function runsOf(text: Text, bold: boolean): Fragment[] {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({ text: run.text, bold: bold || (run.bold ?? false) }));
}

/** A word may change weight inside: « **mot**, » is one word of two fragments. */
function words(runs: readonly Fragment[]): Fragment[][] {
  const found: Fragment[][] = [];
  let open = false;
  for (const { text, bold } of runs) {
    for (const [piece] of text.matchAll(WORD)) {
      const fragment = { text: piece, bold };
      if (open && piece !== '\n') found.at(-1)!.push(fragment);
      else found.push([fragment]);
      open = !/[ \n-]$/.test(piece);
    }
  }
  return found;
}

function shorten(word: Fragment[], width: number, measure: Measure): Fragment[][] {
  if (widthOf(withoutEnd(word), measure) <= width) return [word];
  const pieces: Fragment[][] = [];
  let current: Fragment[] = [];
  for (const { text, bold } of word) {
    for (const character of text) {
      const longer = [...current, { text: character, bold }];
      if (current.length > 0 && widthOf(longer, measure) > width) {
        pieces.push(current);
        current = [{ text: character, bold }];
      } else current = longer;
    }
  }
  return [...pieces, current];
}

function append(line: Line, word: readonly Fragment[], measure: Measure): void {
  for (const { text, bold } of word) {
    const last = line.fragments.at(-1);
    if (last?.bold === bold) last.text += text;
    else line.fragments.push({ text, bold });
  }
  line.width += widthOf(word, measure);
}

function widthOf(fragments: readonly Fragment[], measure: Measure): number {
  return fragments.reduce((total, { text, bold }) => total + measure(text, bold), 0);
}

/** The space that ends a line takes no room. */
function withoutEnd(word: readonly Fragment[]): Fragment[] {
  return word.map((fragment, index) =>
    index === word.length - 1 ? { ...fragment, text: fragment.text.trimEnd() } : fragment,
  );
}
