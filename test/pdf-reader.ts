import { inflateSync } from 'node:zlib';

// A reader of PDF files for tests: what assistive tools would find, taken from the bytes alone.

class Name {
  constructor(readonly name: string) {}
}
class Reference {
  constructor(readonly reference: number) {}
}
class Operator {
  constructor(readonly operator: string) {}
}
type Value = null | boolean | number | string | Name | Reference | Value[] | Map<string, Value>;
type Dictionary = Map<string, Value>;
type PdfObject = { value: Value; stream: Buffer | null };

export type Tag = {
  type: string;
  alt: string | null;
  scope: string | null;
  /** Own text and the text below, in reading order. */
  text: string;
  children: Tag[];
};
export type ReadPage = {
  /** Of the tags, in the order it is drawn. */
  text: string;
  /** What is drawn by operators outside any tag and any artifact. */
  untagged: string[];
  artifacts: string[];
  tabs: string | null;
};
export type Bookmark = { title: string; children: Bookmark[] };
export type ReadPdf = {
  version: string;
  marked: boolean;
  language: string | null;
  displaysTitle: boolean;
  title: string | null;
  metadata: string;
  root: Tag;
  tags: Tag[];
  pages: ReadPage[];
  bookmarks: Bookmark[];
  /** Every face, whether it is in the file, and whether it tells its characters. */
  faces: { name: string; embedded: boolean; tellsCharacters: boolean }[];
  /** Whether the order of the tags is the order in which pages are drawn. */
  readsAsDrawn: boolean;
  /** Signs drawn that the face has no shape for, or no character. */
  unreadable: number;
};

export function readPdf(bytes: Buffer): ReadPdf {
  const file = new Objects(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const pages = file.array(file.dictionary(catalog.get('Pages')).get('Kids'));
  const contents = pages.map((page) => readContent(file, file.dictionary(page)));
  const marks = new Map(
    pages.map((page, index) => [(page as Reference).reference, contents[index]!.marks] as const),
  );
  const structure = file.dictionary(catalog.get('StructTreeRoot'));
  const [first, ...others] = file.array(structure.get('K'));
  if (first === undefined || others.length > 0) throw new Error('The structure has not one root.');
  const order: number[][] = [];
  const root = readTag({ file, marks, owners: readOwners(file, structure, pages), order }, first);
  const places = order.map(
    ([page, mark]) => pages.findIndex((one) => (one as Reference).reference === page) * 1e6 + mark!,
  );
  const info = file.dictionary(file.trailer.get('Info'));
  return {
    version: bytes.toString('latin1', 0, 8),
    marked: file.dictionary(catalog.get('MarkInfo')).get('Marked') === true,
    language: text(file.resolve(catalog.get('Lang'))),
    displaysTitle: file.dictionary(catalog.get('ViewerPreferences')).get('DisplayDocTitle') === true,
    title: text(file.resolve(info.get('Title'))),
    metadata: file.object(catalog.get('Metadata')).stream?.toString('utf8') ?? '',
    root,
    tags: flatten(root),
    pages: contents.map(({ marks, untagged, artifacts, tabs }) => ({
      text: [...marks.values()].join(' '),
      untagged,
      artifacts,
      tabs,
    })),
    bookmarks: readBookmarks(file, file.dictionary(catalog.get('Outlines') ?? new Map()).get('First')),
    readsAsDrawn: places.every((place, index) => index === 0 || place > places[index - 1]!),
    faces: [...file.faces.values()].map(({ name, embedded, characters }) => ({
      name,
      embedded,
      tellsCharacters: characters.size > 0,
    })),
    unreadable: contents.reduce((total, { unreadable }) => total + unreadable, 0),
  };
}

/** The tags as an indented list, to compare with what is expected. */
export function outlineOf(tag: Tag, depth = 0): string {
  const own = `${'  '.repeat(depth)}${tag.type}${tag.scope ? `(${tag.scope})` : ''}`;
  return [own, ...tag.children.map((child) => outlineOf(child, depth + 1))].join('\n');
}

function flatten(tag: Tag): Tag[] {
  return [tag, ...tag.children.flatMap(flatten)];
}

type Structure = {
  file: Objects;
  /** Text of the marked content, by page and number. */
  marks: Map<number, Map<number, string>>;
  /** The tag of each marked content, as pages name it. */
  owners: Map<number, Value[]>;
  /** Filled with pages and numbers, in the order of the tags. */
  order: number[][];
};

function readOwners(file: Objects, structure: Dictionary, pages: readonly Value[]): Map<number, Value[]> {
  const numbers = file.array(file.dictionary(structure.get('ParentTree')).get('Nums'));
  return new Map(
    pages.map((page) => {
      const key = file.dictionary(page).get('StructParents');
      const at = numbers.findIndex((number, index) => index % 2 === 0 && number === key);
      return [(page as Reference).reference, file.array(numbers[at + 1])];
    }),
  );
}

function readTag(structure: Structure, value: Value, parent?: number): Tag {
  const { file } = structure;
  const element = file.dictionary(value);
  const own = (value as Reference).reference;
  if (parent !== undefined && (element.get('P') as Reference).reference !== parent) {
    throw new Error('A tag does not name its parent.');
  }
  const children: Tag[] = [];
  const texts: string[] = [];
  for (const kid of file.array(element.get('K') ?? [])) {
    if (kid instanceof Map || typeof kid === 'number') {
      const [page, mark] = kid instanceof Map ? [kid.get('Pg'), kid.get('MCID')] : [element.get('Pg'), kid];
      texts.push(textOfMark(structure, (page as Reference).reference, mark as number, own));
    } else {
      const child = readTag(structure, kid, own);
      children.push(child);
      texts.push(child.text);
    }
  }
  const attributes = file.dictionary(element.get('A') ?? new Map());
  return {
    type: nameOf(element.get('S')) ?? '',
    alt: text(file.resolve(element.get('Alt') ?? null)),
    scope: nameOf(attributes.get('Scope')),
    text: texts
      .map((one) => one.trim())
      .filter(Boolean)
      .join(' '),
    children,
  };
}

function textOfMark({ marks, owners, order }: Structure, page: number, mark: number, tag: number): string {
  const found = marks.get(page)?.get(mark);
  if (found === undefined) throw new Error(`A tag points at content that is not there (${mark}).`);
  const owner = owners.get(page)?.[mark];
  if (!(owner instanceof Reference) || owner.reference !== tag)
    throw new Error('A page names another tag than its own.');
  order.push([page, mark]);
  return found;
}

function readBookmarks(file: Objects, first: Value | undefined): Bookmark[] {
  const found: Bookmark[] = [];
  for (let next = first; next; ) {
    const item = file.dictionary(next);
    found.push({
      title: text(file.resolve(item.get('Title'))) ?? '',
      children: readBookmarks(file, item.get('First')),
    });
    next = item.get('Next');
  }
  return found;
}

type Face = { name: string; embedded: boolean; characters: Map<number, string> };

function readFace(file: Objects, reference: Value): Face {
  const font = file.dictionary(reference);
  const [descendant] = file.array(font.get('DescendantFonts'));
  const descriptor = file.dictionary(file.dictionary(descendant).get('FontDescriptor'));
  return {
    name: nameOf(font.get('BaseFont')) ?? '',
    embedded: descriptor.has('FontFile2') || descriptor.has('FontFile3'),
    characters: readCharacters(file.object(font.get('ToUnicode')).stream?.toString('latin1') ?? ''),
  };
}

/** The ranges of a ToUnicode map, in the one form the files under test use. */
function readCharacters(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, from, , values] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    for (const [index, [, hexadecimal]] of [...values!.matchAll(/<([\w ]*)>/g)].entries()) {
      const units = hexadecimal!.replaceAll(' ', '').match(/.{4}/g) ?? [];
      characters.set(
        Number.parseInt(from!, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    }
  }
  return characters;
}

const PAINTS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'Do', 'sh']);

function readContent(file: Objects, page: Dictionary) {
  const fonts = file.dictionary(file.dictionary(page.get('Resources')).get('Font') ?? new Map());
  const stack: { mark: number | null; artifact: boolean }[] = [];
  const marks = new Map<number, string>();
  const artifacts: string[] = [];
  const untagged: string[] = [];
  let unreadable = 0;
  let face: Face | undefined;
  const operands: Value[] = [];

  const write = (words: string) => {
    const mark = stack.findLast((one) => one.mark !== null)?.mark;
    if (mark !== undefined && mark !== null) marks.set(mark, (marks.get(mark) ?? '') + words);
    else if (stack.some(({ artifact }) => artifact)) artifacts.push(words);
  };
  const read = (shown: Value) => {
    for (const string of (Array.isArray(shown) ? shown : [shown]).filter((one) => typeof one === 'string')) {
      const glyphs = Buffer.from(string as string, 'latin1');
      for (let at = 0; at < glyphs.length; at += 2) {
        const glyph = glyphs.readUInt16BE(at);
        const character = face?.characters.get(glyph) ?? '';
        if (glyph === 0 || character === '' || character === '\0') unreadable += 1;
        write(character);
      }
    }
  };

  const parser = new Parser(file.object(page.get('Contents')).stream ?? Buffer.alloc(0));
  for (let token = parser.next(); token !== undefined; token = parser.next()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    const { operator } = token;
    if (operator === 'BMC' || operator === 'BDC') {
      const properties = operands[1];
      const mark = properties instanceof Map ? properties.get('MCID') : undefined;
      if (typeof mark === 'number') marks.set(mark, '');
      stack.push({
        mark: typeof mark === 'number' ? mark : null,
        artifact: nameOf(operands[0]) === 'Artifact',
      });
    } else if (operator === 'EMC') {
      if (!stack.pop()) throw new Error('Marked content ends twice.');
    } else if (operator === 'Tf') {
      face = file.face(fonts.get(nameOf(operands[0]) ?? '')!);
    } else if (PAINTS.has(operator)) {
      if (!stack.some(({ mark, artifact }) => mark !== null || artifact)) untagged.push(operator);
      if (operator === 'TJ' || operator === 'Tj') read(operands[0]!);
    }
    operands.length = 0;
  }
  if (stack.length > 0) throw new Error('Marked content does not end.');
  return { marks, artifacts: [artifacts.join('')], untagged, unreadable, tabs: nameOf(page.get('Tabs')) };
}

class Objects {
  readonly #objects = new Map<number, PdfObject>();
  readonly faces = new Map<number, Face>();
  readonly trailer: Dictionary;

  constructor(bytes: Buffer) {
    const source = bytes.toString('latin1');
    for (const found of source.matchAll(/^(\d+) 0 obj\n/gm)) {
      this.#objects.set(Number(found[1]), readObject(bytes, found.index + found[0].length));
    }
    this.trailer = new Parser(bytes, source.lastIndexOf('trailer') + 7).value() as Dictionary;
  }

  object(value: Value | undefined): PdfObject {
    if (!(value instanceof Reference)) return { value: value ?? null, stream: null };
    const found = this.#objects.get(value.reference);
    if (!found) throw new Error(`Object ${value.reference} is missing.`);
    return found;
  }

  resolve(value: Value | undefined): Value {
    return this.object(value).value;
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.resolve(value);
    if (!(found instanceof Map)) throw new Error(`Not a dictionary: ${JSON.stringify(found)}`);
    return found;
  }

  array(value: Value | undefined): Value[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [found];
  }

  face(value: Value): Face {
    const { reference } = value as Reference;
    const face = this.faces.get(reference) ?? readFace(this, value);
    this.faces.set(reference, face);
    return face;
  }
}

function readObject(bytes: Buffer, at: number): PdfObject {
  const parser = new Parser(bytes, at);
  const value = parser.value();
  const begins = bytes.indexOf('stream\n', parser.at, 'latin1');
  const ends = bytes.indexOf('endobj', parser.at, 'latin1');
  if (!(value instanceof Map) || begins === -1 || begins > ends) return { value, stream: null };
  const from = begins + 'stream\n'.length;
  const raw = bytes.subarray(from, from + (value.get('Length') as number));
  return { value, stream: nameOf(value.get('Filter')) === 'FlateDecode' ? inflateSync(raw) : raw };
}

const DELIMITERS = '()<>[]{}/% \t\r\n\f\0';

class Parser {
  readonly #source: string;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#source = bytes.toString('latin1');
    this.at = at;
  }

  value(): Value {
    const found = this.next();
    if (found === undefined || found instanceof Operator)
      throw new Error(`A value was expected near ${this.at}.`);
    return found;
  }

  /** The next value or operator; undefined at the end. */
  next(): Value | Operator | undefined {
    this.#skip();
    const source = this.#source;
    const character = source[this.at];
    if (character === undefined) return undefined;
    if (source.startsWith('<<', this.at)) return this.#dictionary();
    if (character === '<') return this.#hexadecimal();
    if (character === '(') return this.#literal();
    if (character === '[') return this.#array();
    if (character === '/') {
      this.at += 1;
      return new Name(
        this.#word().replace(/#(..)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      );
    }
    const reference = /(\d+) \d+ R/y;
    reference.lastIndex = this.at;
    const found = reference.exec(source);
    if (found) {
      this.at += found[0].length;
      return new Reference(Number(found[1]));
    }
    const word = this.#word();
    if (word === '') throw new Error(`Unexpected « ${character} » near ${this.at}.`);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    return /^[+-]?[\d.]+$/.test(word) ? Number(word) : new Operator(word);
  }

  #skip(): void {
    while (' \t\r\n\f\0'.includes(this.#source[this.at] ?? '!')) this.at += 1;
  }

  #word(): string {
    const from = this.at;
    while (this.at < this.#source.length && !DELIMITERS.includes(this.#source[this.at]!)) this.at += 1;
    return this.#source.slice(from, this.at);
  }

  #dictionary(): Dictionary {
    this.at += 2;
    const entries: Dictionary = new Map();
    for (;;) {
      this.#skip();
      if (this.#source.startsWith('>>', this.at)) break;
      const key = this.value() as Name;
      entries.set(key.name, this.value());
    }
    this.at += 2;
    return entries;
  }

  #array(): Value[] {
    this.at += 1;
    const values: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.#source[this.at] === ']') break;
      values.push(this.value());
    }
    this.at += 1;
    return values;
  }

  #hexadecimal(): string {
    const ends = this.#source.indexOf('>', this.at);
    const digits = this.#source.slice(this.at + 1, ends).replace(/\s/g, '');
    this.at = ends + 1;
    return Buffer.from(digits, 'hex').toString('latin1');
  }

  #literal(): string {
    let depth = 0;
    let result = '';
    for (;;) {
      const character = this.#source[this.at]!;
      this.at += 1;
      if (character === '\\') {
        const escaped = this.#source[this.at]!;
        this.at += 1;
        result += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) return result;
      if (character !== '(' || depth > 1) result += character;
    }
  }
}

function nameOf(value: Value | undefined): string | null {
  return value instanceof Name ? value.name : null;
}

/** Strings are UTF-16 when they begin with its mark. */
function text(value: Value): string | null {
  if (typeof value !== 'string') return null;
  if (!value.startsWith('\xfe\xff')) return value;
  return Buffer.from(value, 'latin1').subarray(2).swap16().toString('utf16le');
}
