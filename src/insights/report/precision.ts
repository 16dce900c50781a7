import type { Place } from '../counts/place.ts';

const ROUNDED =
  'Pour qu’aucun chiffre ne parle de moins de cinq personnes, chaque effectif est arrondi au multiple de cinq le plus proche : il peut différer du vrai de deux personnes, et une somme d’arrondis du total arrondi. Sous vingt personnes, aucune part n’est donnée.';

const EXACT =
  'Effectifs exacts : vous pouvez ouvrir tous les dossiers comptés ici. Pour tout autre lecteur ils sont arrondis ; ne les diffusez pas tels quels.';

/** How exact the figures of a place are for its reader, in words. */
export function precisionText({ precision }: Pick<Place, 'precision'>): string {
  return precision === 'rounded' ? ROUNDED : EXACT;
}
