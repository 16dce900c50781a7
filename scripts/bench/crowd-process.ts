import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../psychometrics/index.ts';
import { connections, openBrowser } from './browser.ts';
import type { CrowdOrder, CrowdReport } from './crowd.ts';
import { type Kind, takePositionnement } from './person.ts';
import { summarize } from './samples.ts';

process.once('disconnect', () => process.exit());
process.once('message', async (order: CrowdOrder) => {
  const report = await send(order);
  process.send!(report, () => process.disconnect());
});

async function send({ port, tokens, atOnce, warmUpMs, measuredMs }: CrowdOrder): Promise<CrowdReport> {
  const durations: Record<Kind, number[]> = { answer: [], question: [], other: [] };
  const agent = connections(atOnce);
  const waiting = [...tokens];
  let acknowledged = 0;
  let measuring = false;
  let over = false;

  async function peopleInTurn(): Promise<void> {
    while (!over) {
      const token = waiting.pop();
      if (token === undefined) throw new Error('everybody has finished: more people are needed');
      const told = (kind: Kind, { duration }: { duration: number }) => {
        if (kind === 'answer') acknowledged += 1;
        if (measuring) durations[kind].push(duration);
      };
      await takePositionnement(
        openBrowser(port, token, agent),
        createRandom('person', token),
        told,
        () => over,
      );
    }
  }

  const everybody = Promise.all(Array.from({ length: atOnce }, peopleInTurn));
  everybody.catch((error) => {
    console.error(error);
    process.exit(1);
  });
  await pause(warmUpMs);
  measuring = true;
  const began = performance.now();
  await pause(measuredMs);
  measuring = false;
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await everybody;
  agent.destroy();
  return {
    perSecond: {
      answer: durations.answer.length / seconds,
      question: durations.question.length / seconds,
      other: durations.other.length / seconds,
    },
    durations: {
      answer: summarize(durations.answer),
      question: summarize(durations.question),
      other: summarize(durations.other),
    },
    acknowledged,
  };
}
