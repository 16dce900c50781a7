import type { Random } from '../../psychometrics/index.ts';
import { answerAtRandom } from './answer-form.ts';
import { type Answer, type Browser, textOf } from './browser.ts';

/** What is told of each request: an answer sent, a question page, or anything else. */
export type Kind = 'answer' | 'question' | 'other';
export type Told = (kind: Kind, answer: Answer) => void;

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
    const started = await browser.post('/evaluations', new URLSearchParams());
    told('other', started);
    if (started.status === 409) return;
    let page = await follow(browser, started, told);
    for (let form = answerAtRandom(page, random); form && !isTime(); form = answerAtRandom(page, random)) {
      const sent = await browser.post(form.action, form.fields);
      if (sent.status !== 303) throw new Error(`answer refused: ${sent.status} for ${form.fields}`);
      told('answer', sent);
      page = await follow(browser, sent, told);
    }
  }
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
