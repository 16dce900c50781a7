import { raw } from 'hono/html';
import { marked } from 'marked';

const rendered = new Map<string, string>();

/** Text of our own content, from Markdown; the checker accepts no HTML in it. */
export function Markdown({ text }: { text: string }) {
  const html = rendered.get(text) ?? withTables(marked.parse(text, { async: false }));
  rendered.set(text, html);
  return <div class="prose">{raw(html)}</div>;
}

/** A table is read by its column headings and by the first cell of each row, and moves within its own frame where it is wider than the page. */
function withTables(html: string): string {
  return html
    .replace(/<th(?: align="\w+")?>/g, '<th scope="col">')
    .replace(/<td align="\w+">/g, '<td>')
    .replace(/<tr>\s*<td>(.*?)<\/td>/g, '<tr><th scope="row">$1</th>')
    .replaceAll('<table>', '<div class="prose__table" role="group" aria-label="Tableau" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}
