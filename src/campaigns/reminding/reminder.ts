import { dayOf, daysBetween } from '../../calendar/index.ts';
import { type Campaign, momentOf } from '../desk/campaign.ts';

export const DAYS_BETWEEN_REMINDERS = 7;

/** Once the group has begun, and a week after the last time. */
export function mayRemind(campaign: Campaign, today: string): boolean {
  const moment = momentOf(campaign, today);
  if (moment === 'archived' || moment === 'to-come') return false;
  return (
    campaign.remindedAt === null || daysBetween(dayOf(campaign.remindedAt), today) >= DAYS_BETWEEN_REMINDERS
  );
}
