import { type Scaffold, TO_WRITE } from './scaffold.ts';

/** The card and the five-minute rehearsal of a new kind of decision. */
export function decisionScaffold({ id, competence, title, reviewBy }: Scaffold): string {
  const list = (count: number, start = '') =>
    Array.from({ length: count }, () => `    - "${start}${TO_WRITE}"`).join('\n');
  const steps = [1, 2, 3]
    .map(
      (number) => `    - id: s${number}
      cue: >- # ce qui arrive ou ce que l’autre dit ; 35 mots au plus
        ${TO_WRITE}.
      options:
        - id: a
          text: ${TO_WRITE}
          feedback: ${TO_WRITE}, pourquoi.
        - id: b
          text: ${TO_WRITE}
          correct: true
          feedback: ${TO_WRITE}, pourquoi.
        - id: c
          text: ${TO_WRITE}
          feedback: ${TO_WRITE}, pourquoi.`,
    )
    .join('\n');
  return `# Les lignes qui commencent par « # » vous aident ; effacez-les quand la carte est prête.
id: ${id}
version: 1
title: ${JSON.stringify(title)}
level: intervention # prévention, intervention ou remédiation
needs: [entretien-eleve]
competences: ["${competence}"]
purpose: >- # à quoi elle sert, en une phrase
  ${TO_WRITE}.
card: # imprimable sur une page : 220 à 330 mots en tout
  when: >-
    ${TO_WRITE} : quand elle convient, et quand non.
  before: # deux à quatre gestes, deux minutes
${list(2)}
  words: # trois à cinq phrases que l’on peut vraiment dire, dans l’ordre
${list(3, '« ').replaceAll(`${TO_WRITE}"`, `${TO_WRITE} »"`)}
  during:
${list(2)}
  after: # ce que l’on note (140 caractères au plus, ni famille ni santé), qui est prévenu, la date suivante
${list(2)}
  avoid:
${list(2)}
  rules: [] # 0 à 4 règles sûres : {text: …, source: F41}
rehearsal: # trois moments
  situation: >-
    ${TO_WRITE}.
  steps:
${steps}
  say: >-
    Dites à voix haute votre première phrase. ${TO_WRITE}.
dialogue: null
modules: ["3.2-premier-appel"]
sources: [F12]
reviewBy: ${reviewBy}
status: à relire
`;
}
