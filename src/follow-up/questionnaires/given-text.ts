import { dayText } from '../../web/index.ts';
import type { Given } from './questionnaire.ts';

export function stateText({ answeredOn, until }: Given, today: string): string {
  if (answeredOn !== null) return `rempli le ${dayText(answeredOn)}`;
  return until < today
    ? `pas rempli, le code n’est plus valable depuis le ${dayText(until)}`
    : `code donné, valable jusqu’au ${dayText(until)}`;
}
