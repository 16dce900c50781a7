import { isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { AGE_BANDS, type AgeBand, LEVELS, type Level } from '../vocabulary.ts';

/** A young person as the server knows them: a code, no name. Days are YYYY-MM-DD. */
export type FollowUp = {
  id: string;
  school: string;
  code: string;
  level: Level;
  ageBand: AgeBand;
  schoolYear: number;
  openedOn: string;
  informedOn: string | null;
  closedOn: string | null;
  fictitious: boolean;
};

export type NewFollowUp = { level: Level; ageBand: AgeBand; informedOn: string | null };

/** Reads the form that opens a follow-up. `informedOn`: the day the pupil and the family were told, or null. */
export function parseNewFollowUp(
  typed: { level: string; ageBand: string; informedOn: string },
  today: string,
): { opened: NewFollowUp } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const level = (Object.keys(LEVELS) as Level[]).find((known) => known === typed.level);
  if (!level) problems.push({ field: 'level', message: 'Choisissez le niveau de classe.' });
  const ageBand = (Object.keys(AGE_BANDS) as AgeBand[]).find((known) => known === typed.ageBand);
  if (!ageBand) problems.push({ field: 'ageBand', message: 'Choisissez une tranche d’âge.' });
  const informedOn = typed.informedOn.trim() || null;
  if (informedOn !== null && !isDay(informedOn))
    problems.push({ field: 'informedOn', message: 'Écrivez la date de l’information, jour, mois et année.' });
  else if (informedOn !== null && informedOn > today)
    problems.push({
      field: 'informedOn',
      message: 'L’information est déjà donnée : la date ne peut pas être à venir.',
    });
  return level && ageBand && problems.length === 0
    ? { opened: { level, ageBand, informedOn } }
    : { problems };
}
