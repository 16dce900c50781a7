import type { Action, ActionField, ActionLevel, ActionTheme, Need } from '../../content/index.ts';

/** Something a school may take up: what was told in 2016, or what a school of today proposes. */
export type Idea = {
  id: string;
  title: string;
  summary: string;
  parts: readonly string[];
  partners: readonly string[];
  levels: readonly ActionLevel[];
  field: ActionField;
  themes: readonly ActionTheme[];
  from:
    | { kind: 'synthesis'; place: string; city: string; academie: string; links: readonly string[] }
    /** `reviewedOn`: YYYY-MM-DD. */
    | { kind: 'school'; academie: string; reviewedOn: string; observed: string };
};

export function ideaOf({ place, city, academie, links, ...action }: Action): Idea {
  return { ...action, from: { kind: 'synthesis', place, city, academie, links } };
}

/** Where the ideas are that answer a need, in the words people say it with. */
export const THEMES_OF_NEED: Record<Need, readonly ActionTheme[]> = {
  'appeler-famille': ['familles'],
  'entretien-eleve': ['accompagnement-parcours', 'estime-reconnaissance'],
  'retour-absence': ['transitions-accueil', 'accompagnement-parcours'],
  'eleve-silencieux': ['estime-reconnaissance', 'climat-cooperation'],
  'cours-difficile': ['climat-cooperation', 'pedagogie-evaluation'],
  absences: ['accompagnement-parcours', 'transitions-accueil'],
  gpds: ['professionnels-partenariats', 'accompagnement-parcours'],
  orientation: ['orientation-metiers'],
  'travail-eleve': ['pedagogie-evaluation', 'fondamentaux-langage', 'projet-entreprendre'],
  collegues: ['professionnels-partenariats', 'temoignages-mobilisation'],
  partenaires: ['professionnels-partenariats', 'raccrochage'],
  donnees: ['professionnels-partenariats'],
  bilan: ['professionnels-partenariats', 'temoignages-mobilisation'],
};

/** The lines that are searched besides the title and the summary, in the order they are marked. */
export function detailsOf({ parts, partners }: Pick<Idea, 'parts' | 'partners'>): string {
  return [...parts, ...partners].join('\n');
}
