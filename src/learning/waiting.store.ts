import { isWithdrawn } from '../content/index.ts';
import type { Viewer, Visit } from '../web/index.ts';
import { findPlans } from './plans/plan.store.ts';
import { isDue } from './plans/plan.ts';
import { findDueCards } from './reviews/review.store.ts';

/** How many plans have come to their date, and how many cards come back today, those of withdrawn modules left out. */
export async function findWaiting({ app, viewer }: Visit<Viewer>): Promise<{ plans: number; cards: number }> {
  const now = app.now();
  const [plans, cards] = await Promise.all([findPlans(app.db, viewer), findDueCards(app.db, viewer, now)]);
  const inUse = new Set(
    app.content.modules.filter((module) => !isWithdrawn(module, now)).map(({ id }) => id),
  );
  return {
    plans: plans.filter((plan) => isDue(plan, now)).length,
    cards: cards.filter(({ module }) => inUse.has(module)).length,
  };
}
