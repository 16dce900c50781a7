/** What somebody may agree to besides joining; each is asked apart and taken back apart. */
export const CHOICES = {
  levels: {
    field: 'niveaux',
    label: 'Compter mes niveaux dans la vue d’équipe',
    detail:
      'Vos estimations par domaine sont ajoutées à celles des autres, puis seule la moyenne est montrée, à partir de cinq personnes. Personne ne peut en retrouver une seule.',
  },
  reminders: {
    field: 'rappels',
    label: 'Recevoir un courriel de rappel',
    detail:
      'Une fois par semaine au plus, tant qu’il me reste quelque chose à faire. Chaque courriel permet de les arrêter.',
  },
  listed: {
    field: 'nom',
    label: 'Montrer mon nom à qui propose le groupe',
    detail:
      'Votre nom dans la liste des personnes inscrites, sans ce que vous avez fait ni ce que vous savez.',
  },
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type Choices = Record<ChoiceName, boolean>;

export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

/** Nothing is agreed to unless it is ticked. */
export const NOTHING_MORE: Choices = { levels: false, reminders: false, listed: false };

export function readChoices(fields: Record<string, string[]>): Choices {
  const isTicked = (name: ChoiceName) => fields[CHOICES[name].field]?.[0] === 'oui';
  return { levels: isTicked('levels'), reminders: isTicked('reminders'), listed: isTicked('listed') };
}
