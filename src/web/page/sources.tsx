import type { Fact, Source } from '../../content/index.ts';
import { languagesOf } from './source-title.ts';

/** Where what is said comes from: facts of ours, or references. */
export function SourceList({
  sources,
  facts,
}: {
  sources: readonly Source[];
  facts: ReadonlyMap<string, Fact>;
}) {
  return (
    <div class="sources">
      <p>Sources</p>
      <ul>
        {sources.map((source) => (
          <li>
            {typeof source === 'string' ? <FactSource fact={facts.get(source)} /> : <Reference {...source} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FactSource({ fact }: { fact: Fact | undefined }) {
  if (!fact) return null;
  return (
    <>
      {fact.outdated && fact.current ? fact.current : fact.statement}{' '}
      <span>
        (<SourceTitle text={fact.source} />, {fact.year})
      </span>
    </>
  );
}

function Reference({ title, year, url }: Exclude<Source, string>) {
  const text = (
    <>
      <SourceTitle text={title} />
      {year !== undefined && ` (${year})`}
    </>
  );
  return url ? (
    <a href={url} rel="noreferrer external">
      {text}
    </a>
  ) : (
    text
  );
}

/** A reference, with what it holds of English said to be so. */
export function SourceTitle({ text }: { text: string }) {
  return languagesOf(text).map((part) => (part.english ? <span lang="en">{part.text}</span> : part.text));
}
