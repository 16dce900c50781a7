import { type Pupil, shownName, tidy } from './correspondence.ts';

/** The names of two people who worked on one file, and the codes both changed in different ways: ours was kept. */
export type Merged = { pupils: Pupil[]; contested: string[] };

/**
 * Puts together what two people made of one file. Whoever alone changed a line is right. `base` is the file as it was before
 * both; when it is not known (null), a line that only one of them has stays.
 */
export function merge(
  base: readonly Pupil[] | null,
  ours: readonly Pupil[],
  theirs: readonly Pupil[],
): Merged {
  const [before, here, there] = [base ?? [], ours, theirs].map(
    (pupils) => new Map(pupils.map((pupil) => [pupil.code, pupil])),
  );
  const pupils: Pupil[] = [];
  const contested: string[] = [];
  for (const code of new Set([...here!.keys(), ...there!.keys()])) {
    const [was, mine, other] = [before!.get(code), here!.get(code), there!.get(code)];
    if (base === null && !(mine && other)) {
      pupils.push((mine ?? other)!);
      continue;
    }
    const kept = same(mine, was) ? other : mine;
    if (kept) pupils.push(kept);
    if (!same(mine, other) && !same(mine, was) && !same(other, was)) contested.push(code);
  }
  return { pupils: tidy(pupils), contested: contested.toSorted() };
}

function same(one: Pupil | undefined, other: Pupil | undefined): boolean {
  if (!one || !other) return one === other;
  return shownName(one) === shownName(other) && one.className === other.className;
}
