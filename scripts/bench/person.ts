import { performance } from 'node:perf_hooks';
import type { Random } from '../../psychometrics/index.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { type Answer, type Browser, textOf } from './browser.ts';

/** What is told of a person: an answer sent, a question page, both one after the other, or anything else. */
export type Kind = 'answer' | 'question' | 'cycle' | 'other';
export type Told = (kind: Kind, event: { duration: number }) => void;

/**
 * One person takes the stages of a positionnement without thinking: starts, reads each question page, sends its
 * form, reads the debrief. Leaves when the positionnement is complete, or when it is time. Throws on a page that a
 * person would not expect.
 */
export async function takePositionnement(
  browser: Browser,
  random: Random,
  told: Told,
  isTime: () => boolean,
): Promise<void> {
  while (!isTime()) {
    const started = await start(browser, told);
    if (!started) return;
    let page = await follow(browser, started, told);
    for (let form = answerAtRandom(page, random); form && !isTime(); form = answerAtRandom(page, random)) {
      const began = performance.now();
      const sent = await send(browser, form, told);
      page = await follow(browser, sent, told);
      told('cycle', { duration: performance.now() - began });
    }
  }
}

/** The same without reading a single page: « je ne sais pas » can be sent to any question. */
export async function takePositionnementUnread(
  browser: Browser,
  told: Told,
  isTime: () => boolean,
): Promise<void> {
  while (!isTime()) {
    const started = await start(browser, told);
    if (!started) return;
    const [, action] = /^(\/evaluations\/[^/]+)/.exec(started.headers.location!)!;
    for (let position = 1, over = false; !over && !isTime(); position += 1) {
      const fields = new URLSearchParams({ position: String(position), action: 'je-ne-sais-pas' });
      const sent = await send(browser, { action: `${action}/reponses`, fields }, told);
      over = sent.headers.location!.endsWith('/bilan');
    }
  }
}

/** Null when the positionnement is complete. */
async function start(browser: Browser, told: Told): Promise<Answer | null> {
  const started = await browser.post('/evaluations', new URLSearchParams());
  told('other', started);
  return started.status === 409 ? null : started;
}

async function send(
  browser: Browser,
  { action, fields }: { action: string; fields: URLSearchParams },
  told: Told,
): Promise<Answer> {
  const sent = await browser.post(action, fields);
  if (sent.status !== 303) throw new Error(`answer refused: ${sent.status} for ${fields}`);
  told('answer', sent);
  return sent;
}

/** The page at the end of the redirections. */
async function follow(browser: Browser, from: Answer, told: Told): Promise<string> {
  let place = from.headers.location;
  while (place) {
    const answer = await browser.get(place);
    told(place.includes('/questions/') ? 'question' : 'other', answer);
    if (answer.status === 200) return textOf(answer);
    place = answer.headers.location;
  }
  throw new Error(`no page after ${from.status}`);
}
