import type { Authority } from './affiliation.ts';

export const CONFIRMED_BY: Record<Authority | 'invitation', string> = {
  invitation: 'par une invitation',
  direction: 'par la direction',
  academie: 'par l’académie',
  national: 'par le ministère',
};

/** « confirmé par la direction le 3 décembre 2026 », or what is still to come. */
export function statusText(
  { confirmedAt, confirmedHow }: { confirmedAt: Date | null; confirmedHow: Authority | 'invitation' | null },
  day: (moment: Date) => string,
): string {
  if (confirmedAt === null) return 'en attente de confirmation';
  return `confirmé ${confirmedHow ? `${CONFIRMED_BY[confirmedHow]} ` : ''}le ${day(confirmedAt)}`;
}

/** The address that shows somebody works for the académie: the one they showed, or that of their account. */
export function academicAddress(
  { workEmail, email }: { workEmail: string | null; email: string | null },
  isAcademic: (email: string) => boolean,
): string | null {
  if (workEmail !== null) return workEmail;
  return email !== null && isAcademic(email) ? email : null;
}
