import { NEEDS, type Need } from '../../content/index.ts';

export function needNamed(name: string | undefined): Need | null {
  return (Object.keys(NEEDS) as Need[]).find((known) => known === name) ?? null;
}

/** The path as somebody looks at it: for a need, in five minutes, just after hiding something. */
export function pathTo({
  need,
  short,
  hidden = null,
}: {
  need: Need | null;
  short: boolean;
  hidden?: string | null;
}): string {
  const query = new URLSearchParams({
    ...(need && { besoin: need }),
    ...(short && { temps: '5' }),
    ...(hidden && { masque: hidden }),
  });
  return query.size === 0 ? '/mon-parcours' : `/mon-parcours?${query}`;
}
