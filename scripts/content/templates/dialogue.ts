import { type Scaffold, TO_WRITE } from './scaffold.ts';

/** What describes a new dialogue. */
export function dialogueScaffold({ id, competence, title, reviewBy }: Scaffold): string {
  return `# Les lignes qui commencent par « # » vous aident ; effacez-les quand le dialogue est prêt. La conversation est dans ${id}.ink
id: ${id}
version: 1
title: ${JSON.stringify(title)} # 60 caractères au plus
situation: >- # qui vous êtes, où, quand, ce que vous savez ; 90 mots au plus
  Vous êtes… ${TO_WRITE}.
aim: >- # ce que vous essayez d’obtenir, en une phrase
  ${TO_WRITE}.
minutes: 6
competences: ["${competence}"]
professions: all
needs: [entretien-eleve]
decisions: []
other: # la personne en face
  name: Camille
  role: élève de 4e, 13 ans
  portrait: adolescent-boucle # adolescente-lunettes, mere, pere, collegue-femme… : la liste est dans content/README.md
  confidence: La confiance de Camille
others: []
endings: # trois à six ; chacune dit ce qui suit pour l’élève
  - id: ouvert
    title: ${TO_WRITE}
    text: ${TO_WRITE}.
  - id: reporte
    title: ${TO_WRITE}
    text: ${TO_WRITE}.
  - id: ferme
    title: ${TO_WRITE}
    text: ${TO_WRITE}.
takeaways:
  - ${TO_WRITE}.
  - ${TO_WRITE}.
sources: [F12]
reviewBy: ${reviewBy}
status: à relire
`;
}

/** The beginning of its story; a dialogue needs twelve decision points over its branches. */
export function storyScaffold(): string {
  return `VAR confiance = 2
// Une ligne « Nom: … » est dite par cette personne ; « Retour: … » explique la réplique choisie ; les autres lignes racontent.
// confiance va de 0 à 4 et change d’un point à la fois. Deux à quatre choix à chaque moment, toujours « + [ … ] ».

${TO_WRITE} : ce que l’on voit en arrivant.
Camille: « Je vous dérange ? »

+ [« Non, assieds-toi. »]
    ~ confiance = confiance + 1
    Retour: ${TO_WRITE} : pourquoi cette phrase ouvre.
    -> suite
+ [« Deux minutes, alors. »]
    ~ confiance = confiance - 1
    Retour: ${TO_WRITE} : pourquoi cette phrase ferme.
    -> suite

=== suite ===
Camille: « C’est pour hier. »

+ [« Raconte-moi. »]
    Retour: ${TO_WRITE}.
    { confiance >= 3: -> fin_ouverte | -> fin_reportee }
+ [« Hier, tu es parti sans rien dire. »]
    Retour: ${TO_WRITE}.
    -> fin_fermee

=== fin_ouverte ===
${TO_WRITE}.
Fin: ouvert
-> END

=== fin_reportee ===
${TO_WRITE}.
Fin: reporte
-> END

=== fin_fermee ===
${TO_WRITE}.
Fin: ferme
-> END
`;
}
