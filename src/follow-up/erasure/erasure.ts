import { daysAfter, monthsAfter } from '../../calendar/index.ts';

/** A file of which nothing was written for so long is ended, as of the last day anything was. */
export const IDLE_MONTHS = 12;
/** How long before it happens it is said on the page of whoever may still act. */
export const WARNING_DAYS = 30;
/** That an adult was called, when no file says so. */
export const LEFTOVER_MONTHS = 12;

/** The last day of writing of the files that are ended today. */
export const idleSince = (today: string) => monthsAfter(today, -IDLE_MONTHS);
/** The day an open file is ended, when nothing more is written. */
export const endsIfIdle = (lastWritten: string) => monthsAfter(lastWritten, IDLE_MONTHS);
export const leftoverSince = (today: string) => monthsAfter(today, -LEFTOVER_MONTHS);
export const warnedUntil = (today: string) => daysAfter(today, WARNING_DAYS);
