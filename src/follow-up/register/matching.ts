import type { Pupil } from '../names/correspondence.ts';
import { readCode } from '../situations/code.ts';
import { LEVELS, type Level } from '../vocabulary.ts';
import { folded } from './columns.ts';
import type { TableRow } from './table.ts';

export type Match = { row: TableRow; found: { code: string } | 'several' | 'nobody' };

/**
 * Which follow-up each row is of, by the names of the open file: the same names in either order, accents forgiven. Two pupils
 * of the same name are told apart by their class, or else by whoever reads the table.
 */
export function matchRows(rows: readonly TableRow[], pupils: readonly Pupil[]): Match[] {
  const byName = new Map<string, Pupil[]>();
  for (const pupil of pupils) {
    const key = nameKey(pupil);
    byName.set(key, [...(byName.get(key) ?? []), pupil]);
  }
  const times = new Map<string, number>();
  for (const row of rows) times.set(nameKey(row), (times.get(nameKey(row)) ?? 0) + 1);
  return rows.map((row) => {
    const code = readCode(row.code);
    if (code) return { row, found: { code } };
    const key = nameKey(row);
    const same = byName.get(key) ?? [];
    if (same.length === 0) return { row, found: 'nobody' };
    if (same.length === 1 && times.get(key) === 1) return { row, found: { code: same[0]!.code } };
    const inClass = same.filter(({ className }) => folded(className) === folded(row.className));
    const alone = inClass.length === 1 && rows.filter((other) => sameClassAndName(other, row)).length === 1;
    return { row, found: alone ? { code: inClass[0]!.code } : 'several' };
  });
}

function nameKey({ lastName, firstName }: { lastName: string; firstName: string }): string {
  return folded(`${lastName} ${firstName}`).split(' ').toSorted().join(' ');
}

function sameClassAndName(one: TableRow, other: TableRow): boolean {
  return nameKey(one) === nameKey(other) && folded(one.className) === folded(other.className);
}

const LEVEL_NAMES: readonly (readonly [Level, RegExp])[] = [
  ['cap-1', /^(1 ?(re|ere)?( annee)? ?cap|cap ?1)/],
  ['cap-2', /^(2 ?(e|eme)?( annee)? ?cap|t(erm|le)? ?cap|cap ?2)/],
  ['2de-pro', /^2 ?(n?de)? ?(pro|bp|bac pro)/],
  ['1re-pro', /^1 ?(e?re)? ?(pro|bp|bac pro)/],
  ['terminale-pro', /^t(erm|erminale|le)? ?(pro|bp|bac pro)/],
  ['6e', /^6 ?(e|eme)?( ?[a-z]| ?\d*)?$/],
  ['5e', /^5 ?(e|eme)?( ?[a-z]| ?\d*)?$/],
  ['4e', /^4 ?(e|eme)?( ?[a-z]| ?\d*)?$/],
  ['3e', /^3 ?(e|eme)?( ?[a-z]| ?\d*)?$/],
  ['2de', /^2 ?(n?de|gt)( ?[a-z]| ?\d*)?$/],
  ['1re', /^1 ?(e?re|g|gt)( ?[a-z]| ?\d*)?$/],
  ['terminale', /^t(erm|erminale|le|g)( ?[a-z]| ?\d*)?$/],
  ['ecole', /^(c[pe][12]?|cm[12])( ?[a-z])?$/],
];

/** The level a class name says, as schools write them; null rather than a guess. */
export function levelOf(className: string): Level | null {
  const plain = folded(className);
  const named = (Object.keys(LEVELS) as Level[]).find((level) => folded(LEVELS[level]) === plain);
  return named ?? LEVEL_NAMES.find(([, fits]) => fits.test(plain))?.[0] ?? null;
}
