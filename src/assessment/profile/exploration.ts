import type { CompetenceReport, ExplorationReason, Profile } from './profile.ts';

export const EXPLORATION_REASONS: Record<ExplorationReason, string> = {
  'core-not-asked': 'Au cœur de votre métier, pas encore abordée.',
  'core-too-little': 'Au cœur de votre métier ; trop peu de réponses pour en dire le niveau.',
  'too-little': 'Trop peu de réponses pour en dire le niveau.',
  'not-asked': 'Pas encore abordée.',
  'too-wide': 'La marge est encore trop large pour en dire le niveau.',
};

/** What enough is known of, then what is left to explore: the core of the métier first. */
export function sortCompetences({ domains }: Profile): {
  measured: CompetenceReport[];
  toExplore: CompetenceReport[];
} {
  const reports = domains.flatMap(({ competences }) => competences);
  const rank = ({ reason }: CompetenceReport) => (reason?.startsWith('core') ? 0 : 1);
  return {
    measured: reports.filter(({ reading }) => reading !== null),
    toExplore: reports.filter(({ reading }) => reading === null).sort((a, b) => rank(a) - rank(b)),
  };
}
