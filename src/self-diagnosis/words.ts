import type { Agreement } from './results/results.ts';

/** Lines of the diagnosis, as the pages count them. */
export const STATEMENTS = 21;

export const AGREEMENTS: Record<Agreement, string> = {
  together: 'vues proches',
  divided: 'vues partagées',
  far: 'vues éloignées',
  unsaid: 'trop peu de personnes le savent',
};
