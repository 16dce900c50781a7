import { readFileSync } from 'node:fs';
import { z } from 'zod';

const FILE = new URL('../../../content/framework/academies.json', import.meta.url);

const schema = z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), nom: z.string().min(1) })).min(30);

export type Academie = { code: string; name: string };

/** The thirty académies and the four other territories, by the ministry's code. */
export function readAcademies(): Academie[] {
  return schema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).map(({ code, nom }) => ({ code, name: nom }));
}
