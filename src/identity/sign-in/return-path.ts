const LONGEST = 1_500;
/** Only there to read a path with the rules of browsers; never visited. */
const NOWHERE = 'http://nowhere.invalid';

/**
 * Where to go back to after signing in: a path of this site, or null. Everything a browser could take for another
 * address is refused: `//host`, backslashes, control characters (which browsers drop), spaces.
 */
export function parseReturnPath(asked: string | undefined): string | null {
  if (!asked || asked.length > LONGEST || !asked.startsWith('/')) return null;
  if (asked.includes('//') || asked.includes('\\') || /[\s\p{C}]/u.test(asked)) return null;
  const url = URL.parse(asked, NOWHERE);
  if (!url || url.origin !== NOWHERE) return null;
  const path = `${url.pathname}${url.search}`;
  return path.startsWith('//') || path.length > LONGEST || LOOPS.test(url.pathname) ? null : path;
}

/** Coming back to these would sign in again, or out. */
const LOOPS = /^\/(connexion|deconnexion|demo\/connexion|bienvenue|compte-efface)(\/|$)/;

/** The address of a step of signing in, with the way back in it. */
export function withReturnPath(path: string, returnPath: string | null): string {
  if (returnPath === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ suite: returnPath })}`;
}

const ANSWERS = /^(\/evaluations\/[\w-]+)\/reponses$/;

/**
 * The page to come back to after a write that could not be made, signed out: the question with its draft for an
 * answer, else the page the form was on.
 */
export function returnPathOfWrite(
  path: string,
  fields: readonly (readonly [string, string])[],
  referer: string | null,
): { returnPath: string | null; keepsDraft: boolean } {
  const [, question] = ANSWERS.exec(path) ?? [];
  if (!question) return { returnPath: parseReturnPath(referer ?? undefined), keepsDraft: false };
  const draft = parseReturnPath(
    `${question}?${new URLSearchParams(fields.map(([name, value]) => [name, value]))}`,
  );
  return draft ? { returnPath: draft, keepsDraft: true } : { returnPath: question, keepsDraft: false };
}
