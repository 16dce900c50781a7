import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { watchOverLife } from '../src/process-life.ts';
import { startCluster } from './failover/cluster.ts';
import { findPrograms } from './failover/packages.ts';

const HELP = `npm run failover: PostgreSQL on three machines of this one, until Ctrl-C; see docs/failover.md.

etcd, Patroni and PostgreSQL in three network namespaces, HAProxy and PgBouncer here: gives the DATABASE_URL of an
application to be started beside, says who leads, and removes everything at the end. Root, on Debian.
« npm run torture -- --only 4 » does harm to the same thing and counts.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const life = watchOverLife(say);

main().catch((error: Error) => {
  say(error.stack ?? error.message);
  return life.end(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    say(HELP);
    return life.end();
  }
  const programs = findPrograms();
  if ('missing' in programs) {
    say(programs.missing);
    return life.end(1);
  }
  const { postgresMajor, pgbouncerVersion } = programs;
  say(`PostgreSQL ${postgresMajor}, PgBouncer ${pgbouncerVersion}: three machines start…`);
  const cluster = await startCluster(programs);
  life.beforeEnd(() => cluster.close());
  const { machines } = cluster.network;
  say(`DATABASE_URL=${cluster.url}`);
  for (const { name, namespace } of machines) {
    say(`${name}: ip netns pids ${namespace} | xargs kill -9   (stops everything on it)`);
  }
  let said = '';
  while (true) {
    const members = await cluster.members();
    const line = members.map(({ name, role, state }) => `${name} ${role} ${state}`).join(' · ');
    if (line !== said) say(line || 'nobody answers');
    said = line;
    await pause(1_000);
  }
}
