import type { FieldError } from '../../web/index.ts';

/** What a school records before it follows anybody: by what right, and under whose eyes. */
export type Gate = {
  controller: string;
  legalBasis: string;
  impactAssessment: string;
  officerOpinion: string;
  hosting: string;
  retention: string;
};

export const GATE_FIELDS: Record<keyof Gate, { label: string; hint: string }> = {
  controller: {
    label: 'Responsable du traitement',
    hint: 'Par exemple : l’établissement, représenté par sa cheffe ou son chef d’établissement.',
  },
  legalBasis: {
    label: 'Base légale',
    hint: 'Par exemple : mission d’intérêt public, avec le texte sur lequel elle s’appuie.',
  },
  impactAssessment: {
    label: 'Analyse d’impact : version et date',
    hint: 'Le suivi de mineurs la rend nécessaire avant de commencer.',
  },
  officerOpinion: {
    label: 'Avis de la personne déléguée à la protection des données',
    hint: 'Le sens de l’avis et sa date.',
  },
  hosting: { label: 'Hébergement', hint: 'Qui héberge, et dans quel pays.' },
  retention: {
    label: 'Durée de conservation',
    hint: 'Au plus tard, la fin de l’année scolaire qui suit la sortie.',
  },
};

const LONGEST = 200;

/** Every field is asked: a gap keeps the follow-up closed. */
export function parseGate(typed: Record<keyof Gate, string>): { gate: Gate } | { problems: FieldError[] } {
  const gate = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [field, value.trim().replace(/\s+/g, ' ')]),
  ) as Gate;
  const problems = (Object.keys(GATE_FIELDS) as (keyof Gate)[]).flatMap((field) => {
    const { label } = GATE_FIELDS[field];
    if (gate[field] === '') return [{ field, message: `« ${label} » : à remplir.` }];
    if (gate[field].length > LONGEST)
      return [{ field, message: `« ${label} » : ${LONGEST} caractères au plus.` }];
    return [];
  });
  return problems.length > 0 ? { problems } : { gate };
}
