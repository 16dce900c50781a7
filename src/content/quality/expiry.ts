/** What is past its review date stays in use this many days, flagged; then it is withdrawn. */
export const GRACE_DAYS = 90;
const DAY = 86_400_000;

export type ReviewState = 'current' | 'due' | 'withdrawn';

/** Whether what must be reviewed by a date is still current, waits for its review, or is withdrawn. */
export function reviewStateOf({ reviewBy }: { reviewBy: string }, now: Date): ReviewState {
  const date = new Date(`${reviewBy}T00:00:00Z`).getTime();
  if (now.getTime() < date) return 'current';
  return now.getTime() < date + GRACE_DAYS * DAY ? 'due' : 'withdrawn';
}

export function isWithdrawn(item: { reviewBy: string }, now: Date): boolean {
  return reviewStateOf(item, now) === 'withdrawn';
}

/** The day a content is withdrawn when nobody reviews it. */
export function withdrawalOf({ reviewBy }: { reviewBy: string }): Date {
  return new Date(new Date(`${reviewBy}T00:00:00Z`).getTime() + GRACE_DAYS * DAY);
}
