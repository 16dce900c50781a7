import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';

/** A machine of its own for every program started in it: a network namespace, reached from here by a bridge. */
export type Machine = {
  readonly name: string;
  readonly namespace: string;
  readonly address: string;
};

export type Network = {
  readonly machines: readonly Machine[];
  /** What these addresses are part of, as pg_hba.conf writes it. */
  readonly range: string;
  /** Nothing goes in or out, as when a cable is pulled. */
  cutOff(machine: Machine): Promise<void>;
  /** It no longer reaches the other machines; from here it still answers. */
  isolate(machine: Machine): Promise<void>;
  /** Undoes both. */
  mend(machine: Machine): Promise<void>;
  remove(): Promise<void>;
};

const NAMES = ['a', 'b', 'c'];
const PREFIX = 'perseverance';
const run = promisify(execFile);
const ip = (line: string) => run('ip', line.split(' '));

/** Three machines, named after this process so that another one finds what it left. Needs root on Linux. */
export async function openNetwork(): Promise<Network> {
  await removeLeftovers();
  const bridge = `pb${process.pid}`;
  const subnet = `10.83.${process.pid % 250}`;
  const machines = NAMES.map((name, index) => ({
    name,
    namespace: `${PREFIX}-${process.pid}-${name}`,
    address: `${subnet}.${index + 1}`,
  }));
  const cable = ({ name }: Machine) => `pv${process.pid}${name}`;
  const others = (machine: Machine) => machines.filter((other) => other !== machine);

  await ip(`link add ${bridge} type bridge`);
  await ip(`addr add ${subnet}.254/24 dev ${bridge}`);
  await ip(`link set ${bridge} up`);
  for (const machine of machines) {
    const { namespace, address } = machine;
    await ip(`netns add ${namespace}`);
    await ip(`link add ${cable(machine)} type veth peer name eth0 netns ${namespace}`);
    await ip(`link set ${cable(machine)} master ${bridge} up`);
    await ip(`-n ${namespace} addr add ${address}/24 dev eth0`);
    await ip(`-n ${namespace} link set eth0 up`);
    await ip(`-n ${namespace} link set lo up`);
  }
  return {
    machines,
    range: `${subnet}.0/24`,
    async cutOff(machine) {
      await ip(`link set ${cable(machine)} down`);
    },
    async isolate(machine) {
      for (const { address } of others(machine)) {
        await ip(`-n ${machine.namespace} route add blackhole ${address}/32`);
      }
    },
    async mend(machine) {
      await ip(`link set ${cable(machine)} up`);
      for (const { address } of others(machine)) {
        await ip(`-n ${machine.namespace} route del blackhole ${address}/32`).catch(() => undefined);
      }
    },
    remove: () => removeOf(String(process.pid)),
  };
}

/** A run that was killed leaves its machines, and PostgreSQL at work in them. */
async function removeLeftovers(): Promise<void> {
  const { stdout } = await ip('netns list');
  const owners = new Set([...stdout.matchAll(new RegExp(`^${PREFIX}-(\\d+)-`, 'gm'))].map(([, pid]) => pid!));
  for (const pid of owners) if (!readdirSync('/proc').includes(pid)) await removeOf(pid);
}

async function removeOf(pid: string): Promise<void> {
  for (const name of NAMES) {
    const namespace = `${PREFIX}-${pid}-${name}`;
    const inside = await ip(`netns pids ${namespace}`).catch(() => ({ stdout: '' }));
    for (const left of inside.stdout.split('\n').filter(Boolean)) end(Number(left));
    // Its end of the cable goes with it, and ours with that one.
    await ip(`netns del ${namespace}`).catch(() => undefined);
  }
  await ip(`link del pb${pid}`).catch(() => undefined);
}

export function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It left by itself.
  }
}
