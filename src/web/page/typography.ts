const NARROW_BEFORE = / (?=[;:?!»%€])/g;
const AFTER_OPENING = /(?<=«) /g;
/** The same spaces, and what is left as it is: tags with their attributes, what people typed, scripts. */
const SPACE_OR_TAG = /<(?:textarea|script)[\s\S]*?<\/(?:textarea|script)>|<[^>]*>| (?=[;:?!»%€])|(?<=«) /g;

/** French spacing: the space inside guillemets and before high punctuation never breaks at a line end. */
export function unbreakable(text: string): string {
  return text.replace(NARROW_BEFORE, '\u00a0').replace(AFTER_OPENING, '\u00a0');
}

/** The same on a whole page. */
export function unbreakableHtml(html: string): string {
  return html.replace(SPACE_OR_TAG, (found) => (found === ' ' ? '\u00a0' : found));
}
