import { fullDate } from '../../web/index.ts';
import type { Plan } from './plan.ts';

/** Noon in Greenwich is the same day in France. */
export const dayText = (day: string) => fullDate(new Date(`${day}T12:00:00Z`));

export function PlanText({ plan }: { plan: Pick<Plan, 'situation' | 'act' | 'help' | 'due'> }) {
  return (
    <>
      <p class="plan__text">
        Si {plan.situation}, alors je {plan.act}.
      </p>
      <p class="plan__when">
        {dayText(plan.due)}
        {plan.help !== '' && ` · avec l’aide de : ${plan.help}`}
      </p>
    </>
  );
}
