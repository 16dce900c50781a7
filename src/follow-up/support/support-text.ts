import { STOP_REASONS, SUPPORT_KINDS } from '../vocabulary.ts';

/** A kind no longer proposed keeps its identifier as its name. */
export function supportName(kind: string): string {
  return Object.entries(SUPPORT_KINDS).find(([id]) => id === kind)?.[1].name ?? kind;
}

export function stopName(reason: string): string {
  return (Object.entries(STOP_REASONS).find(([id]) => id === reason)?.[1] ?? reason).toLowerCase();
}

/** What a school shortens, for whoever does not work there. */
const IN_FULL: Readonly<Record<string, string>> = {
  CPE: 'conseiller ou conseillère principale d’éducation',
  AED: 'assistant ou assistante d’éducation, à la vie scolaire',
  AESH: 'accompagnant ou accompagnante d’élèves',
  PsyEN: 'psychologue de l’Éducation nationale',
  MLDS: 'mission de lutte contre le décrochage',
};

/** « CPE » → « conseiller ou conseillère principale d’éducation »: a family reads it too. */
export function inFull(who: string): string {
  return who.replace(/\b(?:CPE|AED|AESH|PsyEN|MLDS)\b/g, (short) => IN_FULL[short]!);
}
