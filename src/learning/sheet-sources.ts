import { dayText } from '../calendar/index.ts';
import type { Fact, Source } from '../content/index.ts';

/** Sources in one breath, as a sheet of paper has room for: who says it, and the year. */
export function sourceLine(sources: readonly Source[], facts: ReadonlyMap<string, Fact>): string {
  return sources.flatMap((source) => sourceName(source, facts) ?? []).join(' ; ');
}

export function sourceName(source: Source, facts: ReadonlyMap<string, Fact>): string | null {
  const named = typeof source === 'string' ? facts.get(source) : null;
  if (typeof source === 'string') return named ? `${named.source}, ${named.year}` : null;
  return source.year === undefined ? source.title : `${source.title}, ${source.year}`;
}

/** Whether somebody reread what is written, and until when it holds. */
export function reviewState({ status, reviewBy }: { status: 'relu' | 'à relire'; reviewBy: string }): string {
  const state = status === 'relu' ? 'relu' : 'à relire par des spécialistes';
  return `Contenu ${state}, à revoir avant le ${dayText(reviewBy)}.`;
}
