import { readCode } from '../situations/code.ts';

/** Who a code is: known to the browser of a school, never to the server. */
export type Pupil = { code: string; lastName: string; firstName: string; className: string };

export const LONGEST_NAME = 60;
/** What a school may follow in many years. */
const MOST_PUPILS = 5_000;

/** As a name is said: first name, then family name. */
export function shownName({ firstName, lastName }: Pupil): string {
  return `${firstName} ${lastName}`.trim();
}

/** Text as it may be kept: without signs that show nothing or turn the reading direction, spaces made single. */
export function plainText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, LONGEST_NAME).join('').trim();
}

/** One line a code, the latest word on each, in the order of codes; lines that name nobody are left out. */
export function tidy(pupils: readonly Pupil[]): Pupil[] {
  const byCode = new Map<string, Pupil>();
  for (const pupil of pupils) {
    const { code } = pupil;
    const [lastName, firstName, className] = [pupil.lastName, pupil.firstName, pupil.className].map(
      plainText,
    );
    if (lastName || firstName)
      byCode.set(code, { code, lastName: lastName!, firstName: firstName!, className: className! });
    else byCode.delete(code);
  }
  return [...byCode.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}

/** Which state of the file this is: a new mark at each save, so that somebody else's is seen before it is written over. */
export type Revision = { number: number; mark: string };

/** The state after those two people began from. */
export function nextRevision(...known: (Revision | null)[]): Revision {
  const last = Math.max(0, ...known.map((one) => one?.number ?? 0));
  return { number: last + 1, mark: crypto.randomUUID() };
}

export function writeCorrespondence(pupils: readonly Pupil[], revision: Revision | null): string {
  return JSON.stringify({ pupils: tidy(pupils), revision });
}

/** The state of a file once opened; null in files of before, which say none. */
export function readRevision(text: string): Revision | null {
  const read = parsed(text);
  const revision = isRecord(read) ? read.revision : undefined;
  if (!isRecord(revision)) return null;
  const { number, mark } = revision;
  return Number.isSafeInteger(number) && typeof mark === 'string' && mark.length <= 60
    ? { number: number as number, mark }
    : null;
}

/** What a file holds once opened; null when it is something else. */
export function readCorrespondence(text: string): Pupil[] | null {
  const read = parsed(text);
  const lines = isRecord(read) ? read.pupils : undefined;
  if (!Array.isArray(lines) || lines.length > MOST_PUPILS) return null;
  const pupils: Pupil[] = [];
  for (const line of lines) {
    if (!isRecord(line)) return null;
    const { lastName, firstName, className } = line;
    const code = typeof line.code === 'string' ? readCode(line.code) : null;
    if (code === null || typeof lastName !== 'string' || typeof firstName !== 'string') return null;
    pupils.push({ code, lastName, firstName, className: typeof className === 'string' ? className : '' });
  }
  return tidy(pupils);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
