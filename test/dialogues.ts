import type { Dialogue } from '../src/content/index.ts';

const COUNT = 12;

/**
 * A small sound conversation: twelve decisions of which a path meets six to eight, two that open or close, three endings. Each text
 * says where it stands.
 */
export const smallDialogue: Dialogue = {
  id: 'petit',
  version: 1,
  title: 'Un petit dialogue',
  situation: 'Vous êtes dans le couloir.',
  aim: 'Comprendre.',
  minutes: 5,
  competences: ['3.1'],
  professions: 'all',
  needs: ['entretien-eleve'],
  decisions: [],
  other: {
    name: 'Yanis',
    role: 'élève de 3e',
    portrait: 'adolescent-boucle',
    confidence: 'La confiance de Yanis',
  },
  others: [{ name: 'M. Roche', role: 'CPE', portrait: 'collegue-homme' }],
  endings: [
    { id: 'ouvert', title: 'Il parle.', text: 'Il revient.' },
    { id: 'attente', title: 'Il attend.', text: 'Il réfléchit.' },
    { id: 'ferme', title: 'Il part.', text: 'Il se tait.' },
  ],
  takeaways: ['Attendre.', 'Écouter.'],
  sources: ['F01'],
  reviewBy: '2027-11-30',
  status: 'à relire',
  story: smallStory(),
};

function smallStory(): string {
  const knots = Array.from({ length: COUNT }, (_, index) => knot(index + 1)).join('\n');
  return `VAR confiance = 2
Le couloir est vide.
Yanis: « Bonjour. »
-> d1
${knots}
=== fin ===
{
- confiance >= 3:
    Yanis: « Merci. »
    Fin: ouvert
- confiance == 2:
    Yanis: « Je verrai. »
    Fin: attente
- else:
    Yanis s’en va.
    Fin: ferme
}
-> END
`;
}

/** The warm reply goes on by one decision, the cold one leaves a decision out. */
function knot(number: number): string {
  const to = (next: number) => (next > COUNT ? 'fin' : `d${next}`);
  return `=== d${number} ===
+ [« Chaleureux ${number} »]
    ~ confiance = confiance + ${number % 6 === 1 ? 1 : 0}
    Retour: Il entend qu’on l’attend, ${number}.
    Yanis: « Oui ${number}. »
    -> ${to(number + 2)}
+ [« Froid ${number} »]
    ~ confiance = confiance - ${number % 6 === 1 ? 1 : 0}
    Retour: Il entend un reproche, ${number}.
    M. Roche: « Non ${number}. »
    -> ${to(number === 1 ? 2 : number + 2)}
`;
}
