const NARROW_BEFORE = / ([;:?!»%€])/g;
const AFTER_OPENING = /« /g;
const TAG_OR_TEXT = /(<(?:textarea|script)[\s\S]*?<\/(?:textarea|script)>|<[^>]*>)|([^<]+)/g;

/** French spacing: the space inside guillemets and before high punctuation never breaks at a line end. */
export function unbreakable(text: string): string {
  return text.replace(NARROW_BEFORE, '\u00a0$1').replace(AFTER_OPENING, '«\u00a0');
}

/** The same on a whole page, leaving tags, attributes and what people typed as they are. */
export function unbreakableHtml(html: string): string {
  return html.replace(TAG_OR_TEXT, (_, tag: string | undefined, text: string | undefined) =>
    tag === undefined ? unbreakable(text ?? '') : tag,
  );
}
