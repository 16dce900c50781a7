import { type Scaffold, TO_WRITE } from './scaffold.ts';

/** The file of a new module, for levels 1–2 or 3–4. */
export function moduleScaffold({ id, competence, title, reviewBy }: Scaffold, level: 1 | 3): string {
  const exercises = [1, 2, 3, 4]
    .map(
      (number) => `  - id: p${number}
    stem: >-
      ${TO_WRITE} : une courte situation. Que faites-vous ?
    hint: >- # dit après un premier essai manqué
      ${TO_WRITE} : ce à quoi regarder.
    options:
      - id: a
        text: ${TO_WRITE}
        correct: true
        feedback: ${TO_WRITE}, pourquoi.
      - id: b
        text: ${TO_WRITE}
        feedback: ${TO_WRITE}, pourquoi.
      - id: c
        text: ${TO_WRITE}
        feedback: ${TO_WRITE}, pourquoi.`,
    )
    .join('\n');
  const cards = [1, 2, 3]
    .map(
      (number) =>
        `  - id: c${number}\n    question: ${TO_WRITE}, une question courte ?\n    answer: ${TO_WRITE}, la réponse.`,
    )
    .join('\n');
  const forYou = `## Pour vous

${TO_WRITE} : deux questions que la personne se pose sur ce qu’elle fait déjà.
`;
  return `---
# Les lignes qui commencent par « # », entre les deux lignes de tirets, vous aident ; effacez-les quand le module est prêt.
id: ${id}
version: 1
competence: "${competence}"
levels: [${level}, ${level + 1}]
title: ${JSON.stringify(title)}
promise: >- # « Vous saurez… » : ce que l’on saura faire, en une phrase
  ${TO_WRITE} : vous saurez…
minutes: 12
professions: all
needs: [entretien-eleve] # un à trois besoins ; la liste est dans src/content/module.ts
practice: # quatre ou cinq exercices, autres que les questions de l’évaluation ; une seule bonne réponse
${exercises}
gesture: # un geste pour demain, en cinq minutes
  title: ${TO_WRITE}
  steps:
    - ${TO_WRITE}
    - ${TO_WRITE}
plan: # débuts de « Si… alors je… »
  if:
    - ${TO_WRITE}, un élève arrive sans ses affaires
    - ${TO_WRITE}, un parent ne répond pas
  then:
    - ${TO_WRITE}, je lui demande ce qui s’est passé
    - ${TO_WRITE}, je rappelle jeudi
  help:
    - ${TO_WRITE}, qui ou quoi peut aider
cards: # trois à six questions qui reviendront dans les semaines suivantes
${cards}
sources: [F12]
reviewBy: ${reviewBy}
status: à relire
---

## Un cas

${TO_WRITE} : une situation d’établissement, en dix lignes.
${level === 3 ? `\n${forYou}` : ''}
## Pourquoi

${TO_WRITE} : ce que cela change pour l’élève, et d’où on le sait.

## L’essentiel

${TO_WRITE} : 400 mots au plus.

## Un exemple commenté

${TO_WRITE} : quelqu’un le fait, et l’on explique chaque geste.

## À vous

${TO_WRITE} : une phrase qui annonce les exercices.
${level === 1 ? `\n${forYou}` : ''}`;
}
