import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sendCrowd } from './crowd.ts';
import type { Level } from './report.ts';

export type BareStack = { perSecond: number; p99: number };

/**
 * The trial from which the aims were set: the same web server, driver, database and people, three selects, three inserts and
 * one update for each answer, and nothing else. What it does on this machine, in this run, is what the stack can do here.
 */
export async function measureBareStack(
  databaseUrl: string,
  tokens: string[],
  times: { warmUpMs: number; measuredMs: number; atOnce: number },
  launched: (stop: () => Promise<void>) => void,
): Promise<BareStack> {
  const site = fork(fileURLToPath(new URL('./bare-stack-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  launched(async () => void site.kill('SIGKILL'));
  const listening = new Promise<number>((resolve, reject) => {
    site.once('message', ({ port }: { port: number }) => resolve(port));
    site.once('exit', () => reject(new Error('the bare stack did not start')));
  });
  site.send({ databaseUrl });
  const crowd = sendCrowd({
    port: await listening,
    application: site.pid!,
    tokens,
    reading: false,
    ...times,
  });
  launched(async () => crowd.leave());
  const { perSecond, durations } = await crowd.report;
  site.disconnect();
  return { perSecond: perSecond.answer, p99: durations.answer.p99 };
}

/** The trial on the machine of reference took 950–1,140 answers a second at 20 at once, p99 26–36 ms; the aims are 600 and 60. */
const TRIAL = { perSecond: (950 + 1_140) / 2, p99: (26 + 36) / 2 };
const AIM = { perSecond: 600 / TRIAL.perSecond, p99: 60 / TRIAL.p99 };

/** One line: the application beside the bare stack, before and after it. */
export function describeBareStack(runs: readonly BareStack[], level: Level): string {
  const mean = (of: (run: BareStack) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const bare = { perSecond: mean((run) => run.perSecond), p99: mean((run) => run.p99) };
  const rate = level.perSecond.answer / bare.perSecond;
  const wait = level.durations.answer.p99 / bare.p99;
  return [
    `The bare stack, ${level.atOnce} at once, before and after: ${runs.map((run) => `${run.perSecond.toFixed(0)}/s`).join(', ')}, p99 ${runs.map((run) => run.p99.toFixed(0)).join(', ')} ms.`,
    `The application takes ${rate.toFixed(2)} times its answers (aim ≥ ${AIM.perSecond.toFixed(2)}: ${rate >= AIM.perSecond ? 'yes' : 'NO'}), p99 ${wait.toFixed(2)} times (aim < ${AIM.p99.toFixed(2)}: ${wait < AIM.p99 ? 'yes' : 'NO'}).`,
  ].join('\n');
}
