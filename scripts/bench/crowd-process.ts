import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../psychometrics/index.ts';
import { openBrowser, openConnection } from './browser.ts';
import type { CrowdOrder, CrowdReport } from './crowd.ts';
import { type Kind, takePositionnement, takePositionnementUnread } from './person.ts';
import { processorOf } from './processor.ts';
import { summarize } from './samples.ts';

process.once('disconnect', () => process.exit());
process.once('message', async (order: CrowdOrder) => {
  const report = await send(order);
  process.send!(report, () => process.disconnect());
});

async function send(order: CrowdOrder): Promise<CrowdReport> {
  const { port, application, tokens, atOnce, reading, warmUpMs, measuredMs } = order;
  const durations: Record<Kind, number[]> = { answer: [], question: [], cycle: [], other: [] };
  const waiting = [...tokens];
  let acknowledged = 0;
  let measuring = false;
  let over = false;

  async function peopleInTurn(): Promise<void> {
    const connection = openConnection(port);
    while (!over) {
      const token = waiting.pop();
      if (token === undefined) throw new Error('everybody has finished: more people are needed');
      const told = (kind: Kind, { duration }: { duration: number }) => {
        if (kind === 'answer') acknowledged += 1;
        if (measuring) durations[kind].push(duration);
      };
      const browser = openBrowser(port, token, connection);
      await (reading
        ? takePositionnement(browser, createRandom('person', token), told, () => over)
        : takePositionnementUnread(browser, told, () => over));
    }
    connection.close();
  }

  const everybody = Promise.all(Array.from({ length: atOnce }, peopleInTurn));
  everybody.catch((error) => {
    console.error(error);
    process.exit(1);
  });
  await pause(warmUpMs);
  measuring = true;
  const before = processorOf(application);
  const crowdBefore = process.cpuUsage();
  const began = performance.now();
  await pause(measuredMs);
  measuring = false;
  const seconds = (performance.now() - began) / 1000;
  const crowd = process.cpuUsage(crowdBefore);
  const after = processorOf(application);
  over = true;
  await everybody;
  return {
    perSecond: forEachKind((kind) => durations[kind].length / seconds),
    durations: forEachKind((kind) => summarize(durations[kind])),
    processor:
      before && after
        ? {
            application: (after.application - before.application) / durations.answer.length,
            database: (after.database - before.database) / durations.answer.length,
            crowd: (crowd.user + crowd.system) / 1000 / durations.answer.length,
          }
        : null,
    acknowledged,
  };
}

function forEachKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return { answer: of('answer'), question: of('question'), cycle: of('cycle'), other: of('other') };
}
