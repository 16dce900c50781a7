import type { Context } from 'hono';
import { parseReturnPath } from './sign-in/return-path.ts';

/**
 * The fields of the form, each read as text: absent is empty, the last one of several counts. Nothing is dropped: who one is, and
 * where, is refused rather than corrected.
 */
export async function readForm(
  http: Context,
): Promise<{ text: (name: string) => string; returnPath: string | null }> {
  const fields = new URLSearchParams(await http.req.text());
  const text = (name: string) => fields.getAll(name).at(-1) ?? '';
  return { text, returnPath: parseReturnPath(text('suite')) };
}

export function readReturnPath(http: Context): string | null {
  return parseReturnPath(http.req.query('suite'));
}
