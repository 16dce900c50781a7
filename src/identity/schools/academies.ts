import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../root.ts';

const FILE = join(ROOT, 'content/framework/academies.json');

const schema = z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), nom: z.string().min(1) })).min(30);

export type Academie = { code: string; name: string };

/** The thirty académies and the four other territories, by the ministry's code. */
export function readAcademies(): Academie[] {
  return schema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).map(({ code, nom }) => ({ code, name: nom }));
}
