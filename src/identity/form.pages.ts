import type { Context } from 'hono';
import { parseReturnPath } from './sign-in/return-path.ts';

/** The fields of the form, each read as text: absent is empty. */
export async function readForm(
  http: Context,
): Promise<{ text: (name: string) => string; returnPath: string | null }> {
  const fields = await http.req.parseBody();
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return { text, returnPath: parseReturnPath(text('suite')) };
}

export function readReturnPath(http: Context): string | null {
  return parseReturnPath(http.req.query('suite'));
}
