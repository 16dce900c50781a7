import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrapWoff } from './sfnt.ts';

// Source Sans 3 (OFL) comes cut by script; names of people may need more than the first cut.
// The .woff files are used: fontkit fails to embed a part of the .woff2 ones.

const SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;
type Script = (typeof SCRIPTS)[number];
const WEIGHTS = { regular: 400, bold: 700 };
const REPLACEMENT = '?';

/** The parsed face inside pdfkit, which does not publish it: what it can write, and reused from one file to the next. */
type Face = { hasGlyphForCodePoint: (codePoint: number) => boolean };
type Inside = PDFKit.PDFDocument & { _font: { font: Face } };

const faces = new Map<string, Face>();

export type Typeface = { font: string; text: string };

/** The faces of one document. */
export class Typefaces {
  readonly #pdf: Inside;
  readonly #known = new Map<string, string | undefined>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf as Inside;
    for (const script of SCRIPTS) {
      for (const weight of Object.values(WEIGHTS)) {
        const name = nameOf(script, weight);
        pdf.registerFont(name, (faces.get(name) as unknown as Buffer) ?? readFace(name));
      }
    }
  }

  /** Cuts a text where the face must change to write it. */
  split(text: string, bold: boolean): Typeface[] {
    const pieces: Typeface[] = [];
    for (const character of writable(text)) {
      const found = this.#faceFor(character, bold);
      const font = found ?? nameOf('latin', weightOf(bold));
      const written = found ? character : REPLACEMENT;
      const last = pieces.at(-1);
      if (last?.font === font) last.text += written;
      else pieces.push({ font, text: written });
    }
    return pieces;
  }

  width(text: string, bold: boolean, size: number): number {
    return this.split(text, bold).reduce(
      (total, piece) => total + this.#pdf.font(piece.font, size).widthOfString(piece.text),
      0,
    );
  }

  #faceFor(character: string, bold: boolean): string | undefined {
    const key = `${weightOf(bold)} ${character}`;
    if (!this.#known.has(key)) {
      const codePoint = character.codePointAt(0)!;
      const names = SCRIPTS.map((script) => nameOf(script, weightOf(bold)));
      this.#known.set(
        key,
        names.find((name) => this.#face(name).hasGlyphForCodePoint(codePoint)),
      );
    }
    return this.#known.get(key);
  }

  #face(name: string): Face {
    const known = faces.get(name);
    if (known) return known;
    const { font } = (this.#pdf.font(name) as Inside)._font;
    faces.set(name, font);
    return font;
  }
}

function weightOf(bold: boolean): number {
  return bold ? WEIGHTS.bold : WEIGHTS.regular;
}

function nameOf(script: Script, weight: number): string {
  return `source-sans-3-${script}-${weight}-normal`;
}

/**
 * Special spaces and hyphens have done their work once lines are cut. The face draws them with the glyphs of the
 * common ones, and a glyph tells one character only to those who copy or listen.
 */
function writable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u202f]/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}

const FILES = join(
  dirname(fileURLToPath(import.meta.resolve('@fontsource/source-sans-3/package.json'))),
  'files',
);
const files = new Map<string, Buffer>();

function readFace(name: string): Buffer {
  const file = files.get(name) ?? unwrapWoff(readFileSync(join(FILES, `${name}.woff`)));
  files.set(name, file);
  return file;
}
