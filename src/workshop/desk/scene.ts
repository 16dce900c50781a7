import type { Content } from '../../content/index.ts';
import type { LiveWorkshop } from '../live/live.store.ts';
import type { Commitment } from '../live/participants.store.ts';
import type { Material } from '../live/rounds.ts';
import type { LiveRound } from '../live/steps.ts';

/** Everything a page of the trainer shows of a workshop at a moment. */
export type Scene = {
  workshop: LiveWorkshop;
  material: Material | null;
  rounds: readonly LiveRound[];
  last: LiveRound | null;
  present: { people: number; professions: number; voters: number };
  commitments: readonly Commitment[];
  professions: Content['professions'];
  mark: string;
};

/** What a screen reader says when the workshop moves on. */
export function saidOf({ workshop, last, present }: Pick<Scene, 'workshop' | 'last' | 'present'>): string {
  switch (workshop.stage) {
    case 'welcome':
      return `${present.people} ${present.people > 1 ? 'personnes sont' : 'personne est'} là.`;
    case 'reading':
      return 'Le cas est ouvert.';
    case 'commitments':
      return 'Ce que nous ferons.';
    case 'ended':
      return 'L’atelier est terminé.';
    case 'rounds':
      if (!last) return '';
      if (last.state === 'open') return `Le vote est ouvert : ${last.body.title}`;
      if (last.state === 'closed') return `Le vote est fermé : ${last.tally?.voters ?? 0} votes.`;
      return 'Les retours sont affichés.';
  }
}
