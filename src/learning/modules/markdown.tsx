import { raw } from 'hono/html';
import { marked } from 'marked';

const rendered = new Map<string, string>();

/** Text of our own content, from Markdown; the checker accepts no HTML in it. */
export function Markdown({ text }: { text: string }) {
  const html = rendered.get(text) ?? marked.parse(text, { async: false });
  rendered.set(text, html);
  return <div class="prose">{raw(html)}</div>;
}
