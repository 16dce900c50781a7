import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type AcademieFinder, type Header, type RowReading, readHeader, readRow } from './directory.ts';

/** Why a file cannot be taken at all, in a sentence for whoever imports it. */
export class FileRefusal extends Error {
  override name = 'FileRefusal';
}

export type DirectoryLine = { line: number; reading: RowReading };

const LONGEST_RECORD = 100_000;

/**
 * Reads a directory from its bytes, line after line: nothing but the line being read is held. Throws a `FileRefusal` when it
 * is no CSV, no UTF-8, or lacks columns.
 */
export async function* readDirectory(
  bytes: AsyncIterable<Uint8Array>,
  academies: AcademieFinder,
): AsyncGenerator<DirectoryLine> {
  const text = peek(asText(bytes));
  const first = await text.first;
  if (first.trim() === '') throw new FileRefusal('Le fichier est vide.');
  const rows = parse({
    bom: true,
    info: true,
    delimiter: delimiterOf(first),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // What fails in the text fails in the rows, which are read just below.
  pipeline(Readable.from(text.all()), rows, () => undefined);
  let header: Header | undefined;
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (header) yield { line: info.lines, reading: readRow(record, header, academies) };
      else header = headerOf(record);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` à la ligne ${error.lines}` : '';
    throw new FileRefusal(
      `Le fichier n’est pas un CSV lisible : un guillemet n’est pas fermé, ou une ligne est démesurée${line}.`,
    );
  }
}

function headerOf(cells: readonly string[]): Header {
  const header = readHeader(cells);
  if (!('missing' in header)) return header;
  throw new FileRefusal(
    `Il manque ${header.missing.length > 1 ? 'les colonnes' : 'la colonne'} ${header.missing.join(', ')}. Prenez l’export CSV du jeu « Annuaire de l’éducation » (fr-en-annuaire-education), sans en changer les titres.`,
  );
}

async function* asText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new FileRefusal('Le fichier n’est pas en UTF-8 : enregistrez-le en « CSV UTF-8 ».');
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    if (text.includes('\0')) throw new FileRefusal('Le fichier n’est pas un texte.');
    yield text;
  }
  yield decode();
}

/** The beginning of a text, and then all of it. */
function peek(text: AsyncGenerator<string>): { first: Promise<string>; all: () => AsyncGenerator<string> } {
  const first = text.next().then(({ value }) => (value as string | undefined) ?? '');
  return {
    first,
    async *all() {
      yield await first;
      yield* text;
    },
  };
}

/** The mark met most often in the line of names. */
function delimiterOf(text: string): string {
  const [names = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string) => names.split(mark).length;
  return [';', ',', '\t'].toSorted((one, other) => count(other) - count(one))[0]!;
}
