import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of page that depends on one thing only: written the first time it is shown, and kept as long as that thing. */
export function keptWith<Key extends object>(
  write: (key: Key) => { toString(): string | Promise<string> },
): (key: Key) => HtmlEscapedString {
  const kept = new WeakMap<Key, HtmlEscapedString>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const html = write(key).toString();
    if (typeof html !== 'string') throw new Error('a piece that is kept waits for nothing');
    const piece = raw(html);
    kept.set(key, piece);
    return piece;
  };
}
