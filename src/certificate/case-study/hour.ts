/** The study lasts an hour, as in the examination. */
export const HOUR_SECONDS = 3_600;
/** What leaves the page as the hour ends may be this long on its way. */
const ON_ITS_WAY_SECONDS = 10;

export type Pause = { from: Date; until: Date | null };
export type Clock = { startedAt: Date; finishedAt: Date | null; pauses: readonly Pause[] };

/** Seconds of work: pauses are taken out. */
export function workedSeconds(clock: Clock, now: Date): number {
  const end = (clock.finishedAt ?? now).getTime();
  const paused = clock.pauses.reduce((total, pause) => total + lengthOf(pause, end), 0);
  return Math.max(0, Math.floor((end - clock.startedAt.getTime() - paused) / 1000));
}

function lengthOf({ from, until }: Pause, end: number): number {
  return Math.max(0, (until?.getTime() ?? end) - from.getTime());
}

export function isPaused({ finishedAt, pauses }: Clock): boolean {
  return finishedAt === null && pauses.some(({ until }) => until === null);
}

/** What is written now is written after the hour. */
export function isHourOver(clock: Clock, now: Date): boolean {
  return workedSeconds(clock, now) > HOUR_SECONDS + ON_ITS_WAY_SECONDS;
}

/** « 58 minutes de travail, plus 2 pauses (7 minutes en tout) » */
export function durationText(clock: Clock, now: Date): string {
  const worked = minutesText(workedSeconds(clock, now));
  const end = (clock.finishedAt ?? now).getTime();
  const paused = clock.pauses.reduce((total, pause) => total + lengthOf(pause, end), 0) / 1000;
  const count = clock.pauses.length;
  if (count === 0) return `${worked} de travail, sans pause`;
  const pauses =
    count === 1 ? `une pause (${minutesText(paused)})` : `${count} pauses (${minutesText(paused)} en tout)`;
  return `${worked} de travail, plus ${pauses}`;
}

function minutesText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'moins d’une minute';
  if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} heures` : `${Math.round(hours / 24)} jours`;
}

/** « 24:05 », minutes and seconds left; « 00:00 » once the hour is over. */
export function leftText(worked: number): string {
  const left = Math.max(0, HOUR_SECONDS - worked);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(left / 60))}:${two(left % 60)}`;
}
