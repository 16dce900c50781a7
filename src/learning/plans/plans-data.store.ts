import type { Trx } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';

const OUTCOME = { done: 'fait', partly: 'en partie', 'not-yet': 'pas encore' } as const;

const ACCOMPANIED = [
  'asked_at as montré_le',
  'opened_at as ouvert_le',
  'declined_at as refusé_le',
  'word as mot',
  'word_at as mot_écrit_le',
] as const;

/** Plans of one’s own, to whom they were shown, and those others show. */
export async function downloadPlans(
  trx: Trx,
  { personId, email }: Viewer,
): Promise<Record<string, object[]>> {
  const plans = await trx
    .selectFrom('plan')
    .select([
      'module_id as module',
      'situation as si',
      'act as alors_je',
      'help as aide',
      'due as date',
      'outcome',
      'what_happened as ce_qui_s_est_passé',
      'obstacle as ce_qui_a_empêché',
      'made_at as écrit_le',
      'looked_back_at as bilan_le',
    ])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute();
  return {
    plans: plans.map(({ outcome, ...plan }) => ({ ...plan, résultat: outcome && OUTCOME[outcome] })),
    plans_montrés: await trx
      .selectFrom('plan_companion as c')
      .innerJoin('plan', 'plan.id', 'c.plan_id')
      .select(['plan.situation as si', 'c.email as à', 'outcome_shown as avec_le_résultat', ...ACCOMPANIED])
      .where('plan.person_id', '=', personId)
      .orderBy('asked_at')
      .execute(),
    plans_que_l_on_me_montre: await trx
      .selectFrom('plan_companion')
      .select(ACCOMPANIED)
      .where('email', '=', email ?? '')
      .orderBy('asked_at')
      .execute(),
  };
}
