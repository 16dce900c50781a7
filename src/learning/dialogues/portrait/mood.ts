const DOOR = [
  'la porte est fermée',
  'la porte est à peine entrouverte',
  'la porte est entrouverte',
  'la porte est ouverte',
  'la porte est grande ouverte',
] as const;

/** How open the person is, from 0 to 4, as the drawing of the door shows it. */
export function doorText(confidence: number): string {
  return DOOR[Math.min(4, Math.max(0, confidence)) as 0 | 1 | 2 | 3 | 4];
}

/** What a reply did to the person, or to the group: a consequence, never a score. */
export function moodText(
  other: Other,
  { confidence, change }: { confidence: number; change: number },
): string {
  return `${whose(other)} ${movement(change)} : ${doorText(confidence)}.`;
}

type Other = { name: string; confidence: string };

/** « La confiance de Yanis » is that of Yanis; « La confiance du groupe », of « le groupe ». */
function whose({ name, confidence }: Other): string {
  const [, group, person] = /^La confiance (?:du (.+)|(?:de |d’)(.+))$/.exec(confidence) ?? [];
  return group === undefined ? (person ?? name) : `Le ${group}`;
}

function movement(change: number): string {
  if (change >= 2) return 's’ouvre nettement';
  if (change === 1) return 's’ouvre un peu';
  if (change === 0) return 'ne bouge pas';
  return change === -1 ? 'se referme un peu' : 'se referme nettement';
}
