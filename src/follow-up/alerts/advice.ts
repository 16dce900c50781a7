/** What the author of an alert can do themselves, from a list; each leads to where one learns how. */
export const ADVICE = {
  parler: { text: 'Lui parler deux minutes, seul à seul', href: '/modules/3.1-dix-minutes-avec-un-eleve' },
  noter: {
    text: 'Noter ce que vous voyez encore, avec les dates',
    href: '/modules/2.1-voir-et-noter-un-changement',
  },
  retour: { text: 'Soigner son accueil à chaque retour', href: '/decisions/accueil-retour' },
  consigne: {
    text: 'Lui donner une première tâche à sa portée',
    href: '/modules/1.2-consigne-que-chacun-demarre',
  },
  note: {
    text: 'Proposer une reprise plutôt qu’une note de plus',
    href: '/modules/1.2-note-ratee-nouveau-depart',
  },
  reprendre: { text: 'Le reprendre sans le faire sortir', href: '/modules/1.3-reprendre-sans-faire-sortir' },
  famille: { text: 'Appeler la famille, en disant d’abord ce qui va', href: '/decisions/appel-famille' },
  aide: { text: 'Proposer une aide au travail', href: '/decisions/soutien-travail' },
  idees: { text: 'Essayer une idée d’un autre établissement', href: '/actions' },
  referent: { text: 'Venir en parler cinq minutes avec la personne qui a lu l’alerte', href: null },
  attendre: { text: 'Ne rien changer pour l’instant : l’équipe s’en occupe', href: null },
} as const satisfies Record<string, { text: string; href: string | null }>;
export type Advice = keyof typeof ADVICE;

export const MOST_ADVICE = 3;
