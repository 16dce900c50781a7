import type { Content } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import type { Mailer } from '../web/index.ts';

/** What a job may use. Time is an argument, as for pages. */
export type Surroundings = {
  db: Db;
  content: Content;
  sendMail: Mailer;
  now: () => Date;
  /** Address of the site as people see it, for the links of mails. */
  origin: string;
  log: (line: string) => void;
};

/** Where an occurrence goes that failed at every try. Nobody takes it from there: it is kept to be seen. */
export const FAILED_FOR_GOOD = 'failed-for-good';

/**
 * Something done again and again without anybody asking. It may be run twice for one occurrence (a machine that stops
 * half way): a job looks at what is left to do rather than at when it is run.
 */
export type Job = {
  /** Words joined by hyphens; a former name is forgotten with its schedule. */
  name: string;
  /** When, as a line of crontab, in Paris: « 5 6 * * * » is every day at 6:05. */
  schedule: string;
  /** How often it is tried again after it failed, and after how long first; the wait doubles each time, up to an hour. */
  retries: number;
  retrySeconds: number;
  /** Stops early when the signal says so; what is left waits for the next time. */
  run: (surroundings: Surroundings, signal: AbortSignal) => Promise<void>;
};
