import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../root.ts';

const FILE = join(ROOT, 'content/framework/academies.json');

const schema = z
  .array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      nom: z.string().min(1),
      domaines: z.array(z.string().regex(/^ac-[a-z-]+\.[a-z]+$/)).min(1),
    }),
  )
  .min(30);

export type Academie = { code: string; name: string };

const read = () => schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** The thirty académies and the four other territories, by the ministry's code. */
export function readAcademies(): Academie[] {
  return read().map(({ code, nom }) => ({ code, name: nom }));
}

let domains: ReadonlyMap<string, readonly string[]> | undefined;

/** What follows the @ in the addresses an académie gives its staff; none for an académie unknown. */
export function domainsOf(academie: string): readonly string[] {
  domains ??= new Map(read().map(({ code, domaines }) => [code, domaines]));
  return domains.get(academie) ?? [];
}
