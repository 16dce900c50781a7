import type { Obstacle, Plan } from './plan.ts';

/** How a plan is taken up again; the page of the new plan says what to change. */
export const WAYS = {
  habit: {
    word: 'habitude',
    hint: 'Ce qui a marché une fois devient une habitude en se répétant dans la même situation. Vous pouvez aussi l’élargir : un autre élève, une autre classe.',
  },
  again: { word: 'encore', hint: 'Le même plan, à une nouvelle date.' },
  smaller: {
    word: 'plus-petit',
    hint: 'Gardez la situation, réduisez l’acte : une phrase, deux minutes, un seul élève.',
  },
  anchored: {
    word: 'moment-sur',
    hint: 'Accrochez le plan à un moment qui arrive à coup sûr : « quand je ferme la porte de la salle », « quand j’ouvre ma boîte le lundi ».',
  },
  elsewhere: {
    word: 'autre-situation',
    hint: 'Gardez l’acte, et choisissez une situation qui se présentera cette semaine.',
  },
} as const;
export type Way = keyof typeof WAYS;

export function wayNamed(word: string | undefined): Way | null {
  return (Object.keys(WAYS) as Way[]).find((way) => WAYS[way].word === word) ?? null;
}

export type NextStep = { title: string; why: string; to: string };

/** What may follow a plan looked back on, the most helpful first; empty until the person says what got in the way. */
export function nextSteps(
  plan: Pick<Plan, 'id' | 'module' | 'outcome' | 'obstacle'>,
  further: { id: string; title: string } | null,
): NextStep[] {
  const take = (way: Way, title: string, why: string): NextStep => ({
    title,
    why,
    to: `/plans/nouveau?suite=${plan.id}&pas=${WAYS[way].word}`,
  });
  const goFurther: NextStep = further
    ? {
        title: `Aller plus loin : ${further.title}`,
        why: 'Un module d’un quart d’heure sur la même compétence.',
        to: `/modules/${further.id}`,
      }
    : {
        title: 'Aller plus loin',
        why: 'Un autre module, choisi selon ce dont vous avez besoin.',
        to: '/mon-parcours',
      };
  const other: NextStep = {
    title: 'Écrire un autre plan',
    why: 'Une autre situation, un autre acte.',
    to: '/plans/nouveau',
  };
  const rehearse: NextStep[] = plan.module
    ? [
        {
          title: 'Revoir le geste',
          why: 'Cinq minutes pour le répéter avant de l’essayer.',
          to: `/modules/${plan.module}`,
        },
      ]
    : [];
  const again = take('again', 'Le même plan, à une autre date', 'La situation reviendra.');
  const smaller = take('smaller', 'Le même plan, en plus petit', 'Un pas plus court se fait plus sûrement.');

  switch (plan.outcome) {
    case null:
      return [];
    case 'done':
      return [take('habit', 'En faire une habitude', 'Le refaire dans la même situation.'), goFurther, other];
    case 'partly':
      return [smaller, again, ...rehearse];
    case 'not-yet':
      return plan.obstacle === null ? [] : afterObstacle(plan.obstacle);
  }

  function afterObstacle(obstacle: Obstacle): NextStep[] {
    switch (obstacle) {
      case 'forgotten':
        return [
          take('anchored', 'L’accrocher à un moment sûr', 'Un bon « Si… » se rappelle à vous tout seul.'),
          {
            title: 'Recevoir un courriel à la date du plan',
            why: 'Il demande seulement ce qui s’est passé.',
            to: '/mon-compte/rappels',
          },
          again,
        ];
      case 'no-occasion':
        return [
          again,
          take('elsewhere', 'Le même acte, dans une autre situation', 'Une situation plus fréquente.'),
        ];
      case 'no-time':
        return [smaller, again];
      case 'unsure':
        return [
          ...rehearse,
          smaller,
          take(
            'again',
            'Le même plan, montré à une ou un collègue',
            'Gardez le plan, puis choisissez « Le montrer à quelqu’un » : en parler aide à oser.',
          ),
        ];
      case 'no-longer':
        return [other, goFurther];
    }
  }
}
