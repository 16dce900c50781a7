import type { Signal } from '../../content/index.ts';
import { LEVELS, type Level } from '../vocabulary.ts';

/** « Alerte n° 12 · K7-M4R », or the class when there is no code. */
export function aboutWhom({ code, level }: { code: string | null; level: Level | null }): string {
  return [...(code ? [code] : []), ...(level ? [LEVELS[level]] : [])].join(' · ');
}

/** Each sign as one would say it in passing; what is rated of it comes later, with others. */
const SIGNS: Record<string, string> = {
  S01: 'Souvent en absence',
  S02: 'Absences sans motif valable',
  S03: 'Mêmes heures manquées, retards',
  S04: 'Perd pied en français, en maths',
  S05: 'Résultats en nette baisse',
  S06: 'Travail non rendu, sans matériel',
  S07: 'Là, mais sans rien faire',
  S08: 'Se décourage',
  S09: 'Changement brusque',
  S10: 'Exclusions, sanctions',
  S11: 'S’isole',
  S13: 'Orientation subie, sans projet',
  S14: 'Famille qui ne répond plus',
};

export function signName({ id, short }: Signal): string {
  return SIGNS[id] ?? short;
}

export function signalNames(ids: readonly string[], signals: readonly Signal[]): string {
  return ids
    .map((id) => {
      const signal = signals.find((known) => known.id === id);
      return signal ? signName(signal) : id;
    })
    .join(' ; ');
}
