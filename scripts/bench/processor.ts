import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time used so far, in milliseconds: the application, and its database with all its processes. */
export type Processor = { application: number; database: number };

/** Null where the system does not tell: only Linux does. */
export function processorOf(application: number): Processor | null {
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => timesOf(Number(name)) ?? []);
  const database = descendants(all, application).filter(({ name }) => name !== 'esbuild');
  const itself = all.find(({ pid }) => pid === application);
  return {
    application: toMilliseconds(itself?.own ?? 0),
    database: toMilliseconds(database.reduce((sum, { own, ended }) => sum + own + ended, 0)),
  };
}

/** Ticks of a process, and of its children that have ended. */
type Times = { pid: number; parent: number; name: string; own: number; ended: number };

function descendants(all: readonly Times[], ancestor: number): Times[] {
  const children = all.filter(({ parent }) => parent === ancestor);
  return children.flatMap((child) => [child, ...descendants(all, child.pid)]);
}

/** /proc/<pid>/stat: the name is between parentheses; after it the state, the parent, …, and the times from the 12th on. */
function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    return { pid, parent: Number(fields[1]), name, own: user! + system!, ended: endedUser! + endedSystem! };
  } catch {
    return null; // it has just ended
  }
}

let ticksPerSecond = 0;

function toMilliseconds(ticks: number): number {
  ticksPerSecond ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return (1000 * ticks) / ticksPerSecond;
}
