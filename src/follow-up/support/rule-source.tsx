import type { Fact, Source } from '../../content/index.ts';

/** Where a rule comes from, and of when, in a line. */
export function RuleSource({ source, facts }: { source: Source; facts: ReadonlyMap<string, Fact> }) {
  if (typeof source === 'string') {
    const fact = facts.get(source);
    return fact ? (
      <p class="procedure__source">
        Source : {fact.source} ({fact.year})
      </p>
    ) : null;
  }
  const text = source.year === undefined ? source.title : `${source.title} (${source.year})`;
  return (
    <p class="procedure__source">
      Source :{' '}
      {source.url ? (
        <a href={source.url} rel="noreferrer external">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  );
}
