/** A picture and the table of the same figures: nobody needs to see the one to know the other. */
export type Figure = {
  /** Unique on the page: letters and dashes. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence or two, for those who do not see it and those who do. */
  description: string;
  svg: string;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
};

export const INK = '#1e1e1e';
export const FAINT = '#6a6a6a';
export const RULE = '#d5d5d5';
export const BAND = '#e8edff';
export const BLUE = '#000091';
export const RED = '#b60000';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML and SVG, attributes included. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A number with so many decimals, or a dash when there is none. */
export function decimals(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return '–';
  const text = value.toFixed(digits);
  return (/^-0\.?0*$/.test(text) ? text.slice(1) : text).replace('-', '−');
}

/** A probability of chance: three decimals, never a bare zero. */
export function chance(p: number | null | undefined): string {
  if (p === null || p === undefined) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** The whole picture. Its title and description are given by the page, through their ids. */
export function drawing(id: string, width: number, height: number, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description">
${parts.join('\n')}
</svg>`;
}

export function text(
  x: number,
  y: number,
  content: string,
  options: { anchor?: 'start' | 'middle' | 'end'; colour?: string; size?: number } = {},
): string {
  const { anchor = 'start', colour = INK, size = 12 } = options;
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}" font-size="${size}">${escapeText(content)}</text>`;
}

export function line(
  from: { x: number; y: number },
  to: { x: number; y: number },
  options: { colour?: string; width?: number; dashed?: boolean } = {},
): string {
  const { colour = INK, width = 1, dashed = false } = options;
  const dash = dashed ? ' stroke-dasharray="4 3"' : '';
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${colour}" stroke-width="${width}"${dash}/>`;
}

export function rectangle(
  corner: { x: number; y: number },
  size: { width: number; height: number },
  colour: string,
): string {
  return `<rect x="${round(corner.x)}" y="${round(corner.y)}" width="${round(size.width)}" height="${round(size.height)}" fill="${colour}"/>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A label cut to fit; the table holds the whole of it. */
export function shortened(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}
