/** What several tests of a file look at, reckoned when the first of them needs it. */
export function once<Result>(reckon: () => Result): () => Result {
  let known: { result: Result } | null = null;
  return () => {
    known ??= { result: reckon() };
    return known.result;
  };
}
