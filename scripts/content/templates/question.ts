import type { Format } from '../../../src/content/index.ts';
import { type Scaffold, TO_WRITE } from './scaffold.ts';

/** The file of a new question, with what to write in each field said beside it. */
export function questionScaffold(
  { id, competence, title, reviewBy }: Scaffold,
  format: Format,
  level: number,
): string {
  return `# ${title}
# Les lignes qui commencent par « # » vous aident ; effacez-les quand la question est prête.
# Remplacez chaque « ${TO_WRITE} ». Voir le résultat : npm run content -- preview

id: ${id} # ne change plus jamais
version: 1 # une question déjà posée ne se corrige pas : on la recopie avec version + 1
competence: "${competence}"
skill: 1 # lequel des six acquis de la compétence, de 1 à 6 (content/framework/framework.yaml)
level: ${level} # 1 Découverte, 2 Application guidée, 3 Autonomie, 4 Expertise partagée, 5 Référence
professions: all # ou une liste : [enseignant, cpe, aed…], si la décision ne revient pas à tout le monde
format: ${format}
# La situation : qui vous êtes, quel élève, quand, ce que vous voyez. 90 mots au plus, une seule décision à prendre.
# Prénom inventé ; rien sur la santé ni la famille.
stem: >-
  ${TO_WRITE} : la situation, en deux ou trois phrases. Que faites-vous ?
${fieldsOf(format)}
# Ce qu’il faut retenir, en une ou deux phrases.
takeaway: >-
  ${TO_WRITE} : ce que l’on retient.
# Un fait de content/facts/facts.json (comme F12), ou une référence : {title: "…", year: 2024, url: "https://…"}
sources: [F12]
# Pour les relecteurs seulement : la règle, ou deux raisons qui ne dépendent pas l’une de l’autre.
defence: >-
  ${TO_WRITE} : pourquoi la réponse tient.
reviewBy: ${reviewBy}
status: à relire
`;
}

const RULE = `# Les réponses fausses sont ce que de bons collègues font vraiment quand ils sont pressés. Même longueur, même soin,
# même prudence que la bonne : « npm run content -- guess » dit si l’une se devine.`;

const feedback = `${TO_WRITE} : pourquoi, en parlant à la personne, sans reproche.`;

function option(letter: string, extra = ''): string {
  return `  - id: ${letter}
    text: >-
      ${TO_WRITE} : réponse ${letter}.
${extra}    feedback: >-
      ${feedback}`;
}

function fieldsOf(format: Format): string {
  const options = (letters: string, right: string) =>
    [...letters]
      .map((letter) => option(letter, right.includes(letter) ? '    correct: true\n' : ''))
      .join('\n');
  switch (format) {
    case 'single-choice':
      return `${RULE}\noptions:\n${options('abcd', 'b')}`;
    case 'dialogue-step':
      return `# Ce qui vient d’être dit, une à cinq répliques ; la personne choisit la suivante.
exchange:
  - speaker: Prénom
    text: >-
      ${TO_WRITE} : ce que dit l’élève, le parent ou le collègue.
${RULE}
options:
${options('abcd', 'b')}`;
    case 'multiple-choice':
      return `# Quatre à six propositions : deux bonnes au moins, deux mauvaises au moins.\noptions:\n${options('abcd', 'bd')}`;
    case 'order':
      return `# Quatre ou cinq étapes, écrites dans le bon ordre ; elles sont mélangées à l’écran.\nitems:\n${[...'abcd'].map((letter) => option(letter)).join('\n')}`;
    case 'match':
      return `# Quatre ou cinq paires ; « distractors » : des réponses qui ne vont avec rien.
pairs:
${[...'abcd']
  .map(
    (letter) => `  - id: ${letter}
    left: >-
      ${TO_WRITE} : élément ${letter}.
    right: >-
      ${TO_WRITE} : ce qui va avec ${letter}.
    feedback: >-
      ${feedback}`,
  )
  .join('\n')}
distractors:
  - ${TO_WRITE}, une réponse plausible qui ne va avec rien.`;
    case 'categories':
      return `# Deux à quatre catégories ; chaque élément va dans une seule.
categories:
  - id: f
    label: Fait
  - id: h
    label: Hypothèse
items:
${[...'abcd'].map((letter, index) => option(letter, `    category: ${index < 2 ? 'f' : 'h'}\n`)).join('\n')}`;
    case 'judgement':
      return `# Quatre ou cinq réactions. rating : 0 à éviter, 1 peu utile, 2 utile, 3 très utile ; au moins un 0, un 3 et trois notes différentes.
reactions:
${[2, 0, 3, 0, 1].map((rating, index) => option('abcde'[index]!, `    rating: ${rating}\n`)).join('\n')}`;
    case 'number':
      return `# Un calcul utile au métier : le nombre attendu, ce que l’on accepte autour, et les erreurs que l’on fait vraiment.
answer: 12
tolerance: 0
unit: demi-journées
feedback: >-
  ${TO_WRITE} : comment on arrive à ce nombre.
mistakes:
  - value: 24
    feedback: >-
      ${TO_WRITE} : l’erreur que l’on fait quand on répond 24.
otherFeedback: >-
  ${TO_WRITE} : par où reprendre le calcul.`;
    case 'document':
      return `# Un document de cinq à dix lignes ; la personne marque celles qui comptent (deux au moins, la moitié au plus).
document:
  kind: compte rendu # courriel, relevé d’absences, bulletin, ordre du jour, fiche, emploi du temps, lettre, tableau
  title: ${TO_WRITE}, le titre du document
passages:
${[...'abcdef']
  .map((letter, index) => option(letter, `    relevant: ${index === 1 || index === 4}\n`))
  .join('\n')}`;
  }
}
