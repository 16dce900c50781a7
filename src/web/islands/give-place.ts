/**
 * Places once the element at `index` takes this one: whoever had it takes the place left, or none.
 * An empty place is nobody's.
 */
export function givePlace(
  places: readonly string[],
  index: number,
  place: string,
): { places: string[]; moved: number | null } {
  const moved = place === '' ? -1 : places.findIndex((taken, other) => other !== index && taken === place);
  const given = [...places];
  given[index] = place;
  if (moved < 0) return { places: given, moved: null };
  given[moved] = places[index]!;
  return { places: given, moved };
}
