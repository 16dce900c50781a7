/** Elements a screen reader names, and how. */
const ROLES: Readonly<Record<string, string>> = {
  ul: 'liste',
  ol: 'liste numérotée',
  table: 'tableau',
  fieldset: 'groupe',
  figure: 'figure',
  nav: 'navigation',
  button: 'bouton',
  a: 'lien',
  select: 'liste déroulante',
  summary: 'section repliable',
  progress: 'barre de progression',
};

type Attributes = Readonly<Record<string, string>>;

/** Elements that begin a line of what is heard; the others continue the sentence. */
const BLOCKS = new Set(
  'p li h1 h2 h3 h4 h5 h6 legend label dt dd figcaption caption th td summary button option div section'.split(
    ' ',
  ),
);
const VOID = new Set('input br img meta link hr'.split(' '));

/**
 * What a screen reader says of a piece of page of ours, in reading order, a line each: text, names and states of fields,
 * titles, lists. An aid for those who write, not a replacement for a screen reader.
 */
export function spokenText(html: string): string[] {
  const lines: string[] = [];
  const open: { tag: string; attributes: Attributes; silent: boolean }[] = [];
  let line = '';
  const end = () => {
    const said = line.replace(/\s+/g, ' ').trim();
    if (said !== '') lines.push(said);
    line = '';
  };
  for (const [, closing, tag = '', written = '', text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi,
  )) {
    const silent = open.at(-1)?.silent ?? false;
    if (text !== undefined) {
      if (!silent) line += decode(text);
    } else if (closing) {
      if (BLOCKS.has(tag) && !silent) end();
      const place = open.findLastIndex((element) => element.tag === tag);
      if (place >= 0) open.splice(place);
    } else {
      const attributes = attributesOf(written);
      const hidden =
        silent ||
        attributes['aria-hidden'] === 'true' ||
        'hidden' in attributes ||
        attributes.type === 'hidden';
      if (!hidden) {
        if (BLOCKS.has(tag) || tag in ROLES) end();
        line += announce(tag, attributes, html);
      }
      if (!VOID.has(tag)) open.push({ tag, attributes, silent: hidden || tag === 'svg' });
    }
  }
  end();
  return lines;
}

function announce(tag: string, attributes: Attributes, html: string): string {
  const named = attributes['aria-label'] ? `${attributes['aria-label']}, ` : '';
  if (/^h[1-6]$/.test(tag)) return `titre de niveau ${tag[1]} : `;
  if (tag === 'input') return `${fieldOf(attributes)}${described(attributes, html)} `;
  if (tag === 'option') return 'choix : ';
  const role = ROLES[tag];
  if (!role) return '';
  const invalid = attributes['aria-invalid'] === 'true' ? ', à corriger' : '';
  return `${named}${role}${invalid}${described(attributes, html)} : `;
}

function fieldOf(attributes: Attributes): string {
  const kinds: Readonly<Record<string, string>> = { radio: 'bouton radio', checkbox: 'case à cocher' };
  const kind = kinds[attributes.type ?? ''];
  if (kind)
    return `${kind}, ${'checked' in attributes ? 'coché' : 'non coché'}${kind === 'case à cocher' ? 'e' : ''} :`;
  const value = attributes.value ? ` ${attributes.value}` : ', vide';
  return `champ de texte${value}${attributes['aria-invalid'] === 'true' ? ', à corriger' : ''}`;
}

/** The text an element is described by. */
function described(attributes: Attributes, html: string): string {
  const id = attributes['aria-describedby'];
  if (!id) return '';
  const [, text = ''] = new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html) ?? [];
  return text === '' ? '' : `, ${decode(text).trim()}`;
}

function attributesOf(written: string): Attributes {
  return Object.fromEntries(
    [...written.matchAll(/([^\s"'>/=]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [
      name,
      decode(value),
    ]),
  );
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}
