/** What is typed, kept on the device until the server has it: of this study, by whoever writes it, and nothing else. */
export type Kept = { diagnostic: string; propositions: string; at: number };

const PREFIX = 'etude-de-cas:';
/** A text nobody came back for does not stay on a device for ever. */
const KEPT_DAYS = 7;

export function keepHere(id: string, kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the server does.
  }
}

export function keptHere(id: string): Kept | null {
  return parse(localStorage.getItem(PREFIX + id));
}

export function forgetHere(id: string): void {
  localStorage.removeItem(PREFIX + id);
}

export function forgetOld(now: number): void {
  for (const key of Object.keys(localStorage).filter((known) => known.startsWith(PREFIX))) {
    const kept = parse(localStorage.getItem(key));
    if (!kept || now - kept.at > KEPT_DAYS * 86_400_000) localStorage.removeItem(key);
  }
}

function parse(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const { diagnostic, propositions, at } = JSON.parse(text);
    return typeof diagnostic === 'string' && typeof propositions === 'string' && typeof at === 'number'
      ? { diagnostic, propositions, at }
      : null;
  } catch {
    return null;
  }
}
