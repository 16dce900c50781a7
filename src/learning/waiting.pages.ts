import type { Viewer, Visit, Waiting } from '../web/index.ts';
import { findProposals } from './path/proposals.store.ts';
import { findWaiting } from './waiting.store.ts';

/** What practice waits for, in the order of its date: a plan to look back on, cards, a module begun, one proposed. */
export async function waitingPractice(visit: Visit<Viewer>): Promise<Waiting[]> {
  const { plans, cards } = await findWaiting(visit);
  const { begun, shown } = await findProposals(visit.app, visit.viewer, null);
  const [module] = begun.length > 0 ? begun : shown.map((proposal) => proposal.module);
  return [
    ...(plans === 0
      ? []
      : [
          {
            href: '/plans',
            text:
              plans === 1 ? 'Un de vos plans arrive à sa date' : `${plans} de vos plans arrivent à leur date`,
            detail: 'Qu’est-ce qui s’est passé ?',
          },
        ]),
    ...(cards === 0
      ? []
      : [
          {
            href: '/revisions',
            text: 'Réviser en trois minutes',
            detail: cards === 1 ? 'Une carte revient.' : `${cards} cartes reviennent.`,
          },
        ]),
    ...(module
      ? [
          {
            href: `/modules/${module.id}`,
            text: module.title,
            detail: `${begun.length > 0 ? 'Module commencé' : 'Module proposé'}, ${module.minutes} minutes`,
          },
        ]
      : []),
  ];
}
