import { told } from '../sources.ts';
import { withoutPeople } from './without-people.ts';

// What the process says of itself, on its standard output: for a terminal, or one JSON object a line for a machine. What a line
// may hold is a closed list, so that nothing about anybody goes in by mistake; what is free text is searched besides.

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export type Line =
  | { event: 'said'; text: string }
  /** `route` is a pattern of address: neither what stands in it nor its query is kept. */
  | { event: 'request'; request: string; method: string; route: string; status: number; ms: number }
  /** `request` is the number a proxy of ours gave. */
  | { event: 'incident'; incident: string; request?: string; method: string; route: string; error: unknown }
  | { event: 'job-failed'; job: string; error: unknown }
  | { event: 'workshops-unseen'; error: unknown }
  | { event: 'mail-not-sent'; reason: string }
  | { event: 'provider-failed'; provider: string; reason: string }
  | { event: 'replica'; state: 'used' | 'left'; reason: string };

const DRAWN = new Set(['request', 'incident']);

export type LogSettings = { level: Level; format: 'text' | 'json'; write: (line: string) => void };

let settings: LogSettings = {
  level: 'info',
  format: 'text',
  write: (line) => void process.stdout.write(line),
};

/** Once, when the environment is known. Gives back what it was. */
export function configureLog(change: Partial<LogSettings>): LogSettings {
  const before = settings;
  settings = { ...settings, ...change };
  return before;
}

/** Whether lines of this level are kept: what costs something to say is first asked for. */
export function tells(level: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(settings.level);
}

export function say(level: Level, line: Line): void {
  if (!tells(level)) return;
  const safe = Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      // Numbers we or a proxy of ours drew look like the tokens that are cut out.
      typeof value === 'number' || DRAWN.has(name) ? value : withoutPeople(told(textOf(value))),
    ]),
  ) as Record<string, string | number>;
  settings.write(
    settings.format === 'json'
      ? `${JSON.stringify({ at: new Date().toISOString(), level, ...safe })}\n`
      : `${asText(safe)}\n`,
  );
}

/** An error with its place in the code; the message of one that repeats what it could not read is left out. */
function textOf(value: unknown): string {
  if (!(value instanceof Error)) return String(value);
  const { name, message, stack = '', cause } = value;
  const repeats = value instanceof SyntaxError || value instanceof URIError || name === 'ZodError';
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  const because = cause === undefined ? [] : [`cause: ${textOf(cause)}`];
  return [repeats ? name : `${name}: ${message}`, ...frames, ...because].join('\n');
}

function asText(line: Record<string, string | number>): string {
  const { event, ...rest } = line;
  if (event === 'said') return String(rest.text);
  return [event, ...Object.values(rest)].join(' ');
}
