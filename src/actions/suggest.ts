import type { ActionField, ActionLevel, ActionTheme, Signal } from '../content/index.ts';
import type { Idea } from './library/idea.ts';

/** What calls for an idea: what is seen of a young person, and what the team thinks of deciding. */
export type Wanted = {
  domains: readonly Signal['domain'][];
  /** The identifier of a kind of decision. */
  decision?: string;
  level: ActionLevel;
};

const THEMES_OF_DOMAIN: Record<Signal['domain'], readonly ActionTheme[]> = {
  assiduité: ['accompagnement-parcours', 'transitions-accueil'],
  résultats: ['pedagogie-evaluation', 'fondamentaux-langage'],
  engagement: ['pedagogie-evaluation', 'estime-reconnaissance', 'projet-entreprendre'],
  comportement: ['climat-cooperation', 'accompagnement-parcours'],
  retrait: ['climat-cooperation', 'estime-reconnaissance'],
  orientation: ['orientation-metiers'],
  lien: ['familles'],
};

const THEMES_OF_DECISION: Record<string, readonly ActionTheme[]> = {
  'entretien-eleve': ['estime-reconnaissance', 'accompagnement-parcours'],
  'appel-famille': ['familles'],
  'rencontre-famille': ['familles'],
  'accueil-retour': ['transitions-accueil'],
  tutorat: ['accompagnement-parcours'],
  'soutien-travail': ['pedagogie-evaluation', 'fondamentaux-langage'],
  'point-equipe': ['professionnels-partenariats'],
  'amenagement-parcours': ['accompagnement-parcours'],
  orientation: ['orientation-metiers'],
  'suivi-assiduite': ['transitions-accueil', 'familles'],
  'mesure-responsabilisation': ['climat-cooperation'],
  'dispositif-relais': ['accompagnement-parcours', 'raccrochage'],
  'partenaire-mlds': ['raccrochage', 'professionnels-partenariats'],
};

/** For a pupil still at school, what was made for one pupil comes first. */
const CLOSENESS: Record<ActionField, number> = { intervention: 2, prévention: 1, remédiation: 0 };

/**
 * Ideas for a situation, at most so many, of the library whole: what an académie published and what was told in 2016. Of the same level of schooling, those that share most themes with what is seen
 * (once each) and with the decision (twice), then those made for one pupil. Without anything in common, none.
 */
export function suggestActions<Kind extends Pick<Idea, 'levels' | 'themes' | 'field'>>(
  actions: readonly Kind[],
  { domains, decision, level }: Wanted,
  most = 3,
): Kind[] {
  const seen = new Set(domains.flatMap((domain) => THEMES_OF_DOMAIN[domain]));
  const decided = new Set(decision === undefined ? [] : THEMES_OF_DECISION[decision]);
  const weight = ({ themes }: Kind) =>
    themes.reduce((sum, theme) => sum + (seen.has(theme) ? 1 : 0) + (decided.has(theme) ? 2 : 0), 0);
  return actions
    .filter((action) => action.levels.includes(level) && weight(action) > 0)
    .toSorted((a, b) => weight(b) - weight(a) || CLOSENESS[b.field] - CLOSENESS[a.field])
    .slice(0, most);
}

/** Ideas on some themes, those that share most of them first. */
export function ideasOn<Kind extends { themes: readonly ActionTheme[] }>(
  actions: readonly Kind[],
  themes: readonly ActionTheme[],
  most: number,
): Kind[] {
  const shared = (action: Kind) => action.themes.filter((theme) => themes.includes(theme)).length;
  return actions
    .filter((action) => shared(action) > 0)
    .toSorted((a, b) => shared(b) - shared(a))
    .slice(0, most);
}
