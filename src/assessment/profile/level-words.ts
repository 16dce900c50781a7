import type { LevelReading } from '../../../psychometrics/index.ts';

/**
 * What a test may claim: the first three levels. The last two show in acts, so they share one place,
 * « à confirmer par la pratique ».
 */
export const LEVEL_ZONES = [
  'Découverte',
  'Application guidée',
  'Autonomie',
  'À confirmer par la pratique',
] as const;

const IN_A_SENTENCE = [
  'Découverte',
  'Application guidée',
  'Autonomie',
  'au-delà d’Autonomie, à confirmer par la pratique',
] as const;

/** What each zone means in acts that others could see. */
export const LEVEL_MEANINGS = [
  'Vous reconnaissez les signes et les situations courantes, et vous connaissez les grandes règles.',
  'Dans une situation simple, vous appliquez un geste connu, avec un modèle ou l’appui de quelqu’un.',
  'Dans une situation ambiguë, vous ajustez vous-même votre action et vous savez quand passer le relais.',
  'Vous pourriez aider une équipe, ou faire évoluer l’établissement. Un test ne peut pas le dire : seule la pratique, vue par d’autres, le confirme.',
] as const;

export function zoneOf(level: number): number {
  return Math.min(level, 4) - 1;
}

/** The band in words, always said first: « de Découverte à Autonomie ». */
export function bandInWords({ lowestLevel, highestLevel }: LevelReading): string {
  const low = zoneOf(lowestLevel);
  const high = zoneOf(highestLevel);
  if (low === high) return IN_A_SENTENCE[low]!;
  const highest = high === 3 ? 'Autonomie ou plus' : LEVEL_ZONES[high]!;
  if (low === 2) return highest;
  return low === 1 ? `d’${LEVEL_ZONES[low]} à ${highest}` : `de ${LEVEL_ZONES[low]} à ${highest}`;
}

export function mostProbableInWords({ mostProbableLevel }: LevelReading): string {
  return IN_A_SENTENCE[zoneOf(mostProbableLevel)]!;
}

/** Required beside every result until questions are calibrated on answers. */
export const PROVISIONAL_NOTICE =
  'Estimation provisoire : les difficultés ont été fixées par des experts et ne sont pas encore vérifiées ; environ une fois sur deux, le niveau exact est différent. Ne peut servir ni à évaluer, ni à recruter, ni à certifier.';

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether the band holds in one zone: the most probable level then says nothing more. */
export function isOneZone({ lowestLevel, highestLevel }: LevelReading): boolean {
  return zoneOf(lowestLevel) === zoneOf(highestLevel);
}
