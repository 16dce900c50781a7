import type { Context } from 'hono';
import { readForm as readFields } from '../web/index.ts';
import { parseReturnPath } from './sign-in/return-path.ts';

/** The fields of the form, each read as text: absent is empty, the last one of several counts. */
export async function readForm(
  http: Context,
): Promise<{ text: (name: string) => string; returnPath: string | null }> {
  const fields = await readFields(http);
  const text = (name: string) => fields[name]?.at(-1) ?? '';
  return { text, returnPath: parseReturnPath(text('suite')) };
}

export function readReturnPath(http: Context): string | null {
  return parseReturnPath(http.req.query('suite'));
}
