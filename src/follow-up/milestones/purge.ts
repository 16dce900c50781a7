import { monthsAfter, schoolYearOf } from '../../calendar/index.ts';

/** After an opposition, a transfer, and the calls of the twelfth month, in months. */
export const OPPOSED_MONTHS = 1;
export const CONTINUED_MONTHS = 3;
export const CALLED_MONTHS = 2;
/** An alert no follow-up came out of. */
export const ALERT_MONTHS = 3;

/** The last day of the school year a day belongs to. */
function endOfSchoolYear(day: string): string {
  return `${schoolYearOf(day) + 1}-08-31`;
}

/**
 * The end of the calls a milestone belongs to: those of November go to 30 November, those of June to 31 August, so that
 * somebody who left in July is called before the summer.
 */
export function endOfCalls(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  if (rest <= '08-31') return `${year}-08-31`;
  return rest <= '11-30' ? `${year}-11-30` : `${year + 1}-08-31`;
}

/** The day the milestone twelve months after an exit can be asked about for the last time. */
const lastCall = (exitOn: string) => endOfCalls(monthsAfter(exitOn, 12));

/**
 * The day a closed file is erased. At the latest, the end of the school year that follows the exit; sooner, once the calls
 * about the twelfth month are over and two months have been left to write what was learnt. An exit of October has its
 * calls in November of the next year and is erased at the end of January; an exit of June has them in the next June and is
 * erased at the end of August. Whoever opposed the follow-up is erased within the month.
 */
export function purgeDay(closing: {
  closedOn: string;
  exitOn: string | null;
  opposed: boolean;
  continued?: boolean;
}): string {
  if (closing.opposed) return monthsAfter(closing.closedOn, OPPOSED_MONTHS);
  // The other school has it all: time to answer its questions is enough.
  if (closing.continued) return monthsAfter(closing.closedOn, CONTINUED_MONTHS);
  const exitOn = closing.exitOn ?? closing.closedOn;
  const latest = `${Number(endOfSchoolYear(exitOn).slice(0, 4)) + 1}-08-31`;
  const enough = monthsAfter(lastCall(exitOn), CALLED_MONTHS);
  return enough < latest ? enough : latest;
}

/** The day an alert no follow-up came out of is erased. */
export function alertPurgeDay(sentOn: string): string {
  return monthsAfter(sentOn, ALERT_MONTHS);
}
