import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

/** Line of a YAML or JSON text where a field stands; that of what it is missing from, when it is not there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (!pair) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = rangeStart(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

function rangeStart(node: unknown): number | undefined {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return range?.[0];
}

/** What keeps a text from being YAML, in plain French, and the line where it shows. */
export function unreadable(text: string): { line: number; text: string } | null {
  const lines = new LineCounter();
  const [error] = parseDocument(text, { lineCounter: lines }).errors;
  if (!error) return null;
  return { line: lines.linePos(error.pos[0]).line, text: UNREADABLE[error.code] ?? OTHERWISE };
}

const OTHERWISE = 'cette ligne ne se lit pas : vérifiez le retrait, les deux-points et les guillemets';
const UNREADABLE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'ce champ est écrit deux fois',
  TAB_AS_INDENT: 'le retrait se fait avec des espaces, pas avec des tabulations',
  BAD_INDENT: 'le retrait de cette ligne n’est pas celui des lignes voisines',
  MULTILINE_IMPLICIT_KEY: 'le retrait de cette ligne n’est pas celui des lignes voisines',
  MISSING_CHAR: 'il manque un guillemet, un crochet ou une accolade qui ferme',
};
