import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, type Random } from '../../psychometrics/index.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { type Answer, Client } from '../../test/journeys/visit/client.ts';

/** So many answers a second of everybody together, for so long. */
export type Phase = { name: string; perSecond: number; seconds: number };

/** What people saw during one phase. */
export type Seen = {
  answers: number[];
  pages: number[];
  /** Statuses nobody should see. */
  errors: number[];
  /** Connections cut under somebody, who came back. */
  cuts: number;
};

export type Crowd = {
  seen: Map<string, Seen>;
  /** Answers acknowledged, by series. */
  acknowledged: Map<string, number>;
};

type Order = {
  address: string;
  /** Sessions of people who have not begun: more than are there at once, since each ends some day. */
  tokens: string[];
  people: number;
  phases: readonly Phase[];
  seed: string;
  /** Everybody leaves once it says so, whatever the phases. */
  until?: AbortSignal;
  /** An answer was just acknowledged, sent by this person at this time of `performance.now()`. */
  heard?: (answer: { series: string; person: number; sentAt: number }) => void;
};

const BACK_AFTER_MS = 200;

/** People who read, think, answer, and come back where they were when they are cut or told to try again. */
export async function sendPeople({
  address,
  tokens,
  people,
  phases,
  seed,
  until,
  heard,
}: Order): Promise<Crowd> {
  const crowd: Crowd = {
    seen: new Map(phases.map(({ name }) => [name, { answers: [], pages: [], errors: [], cuts: 0 }])),
    acknowledged: new Map(),
  };
  const waiting = [...tokens];
  const began = performance.now();
  const phaseNow = (): Phase | undefined => {
    if (until?.aborted) return undefined;
    let left = performance.now() - began;
    for (const phase of phases) {
      left -= phase.seconds * 1000;
      if (left < 0) return phase;
    }
    return undefined;
  };

  async function timed(kind: 'answers' | 'pages', act: () => Promise<Answer>): Promise<Answer | null> {
    const phase = phaseNow() ?? phases.at(-1)!;
    const seen = crowd.seen.get(phase.name)!;
    const since = performance.now();
    try {
      const answer = await act();
      if (answer.status >= 500) {
        seen.errors.push(answer.status);
        await pause(BACK_AFTER_MS);
        return null;
      }
      seen[kind].push(performance.now() - since);
      return answer;
    } catch (error) {
      // Cut under them: `fetch failed`, or a body that stops half-way.
      if (!(error instanceof TypeError)) throw error;
      seen.cuts += 1;
      await pause(BACK_AFTER_MS);
      return null;
    }
  }

  async function think(random: Random, since: number): Promise<void> {
    const phase = phaseNow();
    if (!phase) return;
    const due = since + (people / phase.perSecond) * 1000 * (0.5 + random.uniform());
    await pause(Math.max(0, due - performance.now()));
  }

  /** One stage; false when there is none left for this person. */
  async function takesAStage(person: number, client: Client, random: Random): Promise<boolean> {
    const started = await timed('pages', () => client.post('/evaluations'));
    if (!started) return true;
    if (started.status !== 303) return false;
    const series = started.location!.replace(/\/questions\/\d+$/, '');
    while (phaseNow()) {
      const since = performance.now();
      const led = await timed('pages', () => client.get(series));
      if (led?.location?.endsWith('/bilan')) return true;
      const page = led?.location && (await timed('pages', () => client.get(led.location!)));
      const form = page ? answerAtRandom(page.html, random) : null;
      if (!form) continue;
      await think(random, since);
      const sentAt = performance.now();
      const sent = await timed('answers', () => client.post(form.action, [...form.fields]));
      if (sent?.status !== 303) continue;
      crowd.acknowledged.set(series, (crowd.acknowledged.get(series) ?? 0) + 1);
      heard?.({ series, person, sentAt });
    }
    return true;
  }

  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const random = createRandom('load', seed, index);
      await think(random, performance.now() - (people / phases[0]!.perSecond) * 500);
      while (phaseNow()) {
        const token = waiting.pop();
        if (token === undefined) throw new Error('everybody has finished: more people are needed');
        const client = new Client(address);
        client.keep('__Host-session', token);
        while (phaseNow() && (await takesAStage(index, client, random)));
      }
    }),
  );
  return crowd;
}
