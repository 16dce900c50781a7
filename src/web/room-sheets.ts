/** Rooms whose style sheet is only sent with their own pages: elsewhere it would only weigh. */
export const ROOM_SHEETS: Readonly<Record<string, RegExp>> = {
  administration: /^\/(administration|invitation|mon-compte\/rattachement)(\/|$)/,
  campaigns: /^\/(ensemble|groupes|mes-groupes|rejoindre)(\/|$)/,
  certificate: /^\/(certificat|badges)(\/|$)/,
  'self-diagnosis': /^\/auto-diagnostic(\/|$)/,
  workshop: /^\/ateliers?(\/|$)/,
};

/** The room a page belongs to, when it has a sheet of its own. */
export function roomOf(path: string): string | null {
  return Object.keys(ROOM_SHEETS).find((room) => ROOM_SHEETS[room]!.test(path)) ?? null;
}
