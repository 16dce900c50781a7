import { type Content, competencesOf } from '../content/index.ts';

/** What a badge may be made for. None says a level. */
export type Achievement = { id: string; name: string; description: string; criteria: string };

const FOR = 'Ni niveau, ni note, ni certification : ce badge ne peut servir ni à évaluer, ni à recruter.';

/**
 * A path is a domain of the framework: finished when at least one module of each of its competences is. Which of the two
 * modules of a competence is proposed depends on what was measured, so « all that was proposed » would tell a level.
 */
export function achievementsOf({ framework }: Pick<Content, 'framework'>): Achievement[] {
  return [
    ...framework.domains.map(({ code, title, competences }) => ({
      id: `parcours-${code}`,
      name: `Parcours terminé : ${title}`,
      description: `Formation en ligne sur le domaine « ${title} » du référentiel de l’Application Persévérance. ${FOR}`,
      criteria: `Avoir terminé, exercices compris, au moins un module de chacune de ces compétences : ${competences.map((one) => one.title).join(' ; ')}.`,
    })),
    ...competencesOf(framework).map(({ code, title }) => ({
      id: `pratique-${code}`,
      name: `Pratique confirmée par un pair : ${title}`,
      description: `Une ou un collègue a vu, un jour donné, des actes de la compétence « ${title} ». ${FOR}`,
      criteria:
        'Une ou un collègue, de la même académie, connecté sous son nom, a coché dans une grille publique au moins un acte vu, à une date. La personne ne se confirme pas elle-même ; les deux peuvent retirer la confirmation.',
    })),
  ];
}

export function findAchievement(content: Pick<Content, 'framework'>, id: string): Achievement | undefined {
  return achievementsOf(content).find((achievement) => achievement.id === id);
}

/** Domains of which at least one module of each competence is finished, with the day of the last first end. */
export function finishedPaths(
  { framework }: Pick<Content, 'framework'>,
  modules: readonly { competences: readonly string[]; day: string }[],
): { id: string; day: string }[] {
  return framework.domains.flatMap(({ code, competences }) => {
    const days = competences.map((competence) =>
      modules
        .filter((module) => module.competences.includes(competence.code))
        .map(({ day }) => day)
        .sort()
        .at(0),
    );
    const known = days.filter((day) => day !== undefined);
    return known.length === days.length ? [{ id: `parcours-${code}`, day: known.sort().at(-1)! }] : [];
  });
}
