import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Kind } from './person.ts';
import type { Summary } from './samples.ts';

export type CrowdOrder = {
  port: number;
  /** Process of the application. */
  application: number;
  /** Sessions of people who have not begun; each is used by one person, one after the other. */
  tokens: string[];
  /** How many people at once. */
  atOnce: number;
  /** Whether they read the pages, or send answers without reading any. */
  reading: boolean;
  warmUpMs: number;
  measuredMs: number;
};

export type CrowdReport = {
  perSecond: Record<Kind, number>;
  durations: Record<Kind, Summary>;
  /** Processor time of an answer with the page after it, and its share of starts and debriefs, in milliseconds. */
  processor: { application: number; database: number; crowd: number } | null;
  /** Answers the application said it had recorded, before and after the measured time included. */
  acknowledged: number;
};

export type Crowd = { report: Promise<CrowdReport>; leave: () => void };

/** Sends people from a process of their own, so that they take nothing from what measures them. */
export function sendCrowd(order: CrowdOrder): Crowd {
  const child = fork(fileURLToPath(new URL('./crowd-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  child.send(order);
  return { report: reportOf(child), leave: () => child.kill('SIGKILL') };
}

/** Never settles when the crowd is told to leave: nobody waits for it any more. */
function reportOf(child: ChildProcess): Promise<CrowdReport> {
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as CrowdReport));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== null) reject(new Error(`the crowd left with code ${code}`));
    });
  });
}
