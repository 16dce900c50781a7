import type { Random } from '../../psychometrics/index.ts';
import type { Db } from '../../src/database/connection.ts';
import { type AnswerForm, answerAtRandom } from '../../test/answer-form.ts';
import { Client } from '../../test/journeys/visit/client.ts';

/** Somebody who takes a stage, remembers what they were told, and comes back after a fault. */
export class Person {
  readonly client: Client;
  /** Answers the application said it had recorded. */
  acknowledged = 0;
  /** An answer was recorded whose acknowledgement never came. */
  unheard = false;
  series: string | null = null;
  /** The question they were reading when it was cut, as it was asked. */
  #reading: { position: number; asked: string } | null = null;

  constructor(address: string, token: string) {
    this.client = new Client(address);
    this.client.keep('__Host-session', token);
  }

  /** Answers without pausing until the connection is cut, or the stage is over. */
  async answersUntilCut(random: Random): Promise<void> {
    try {
      this.series = await this.begins();
      while (this.series && (await this.answers(random)));
    } catch (error) {
      // Cut: `fetch failed`, or a body that stops half-way.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async begins(): Promise<string | null> {
    const { status, location } = await this.client.post('/evaluations');
    return status === 303 ? location!.replace(/\/questions\/\d+$/, '') : null;
  }

  /** Reads the question and answers it; false once there is none. */
  async answers(random: Random): Promise<boolean> {
    const position = this.acknowledged + 1;
    const { status, html } = await this.client.get(`${this.series}/questions/${position}`);
    const form = status === 200 ? answerAtRandom(html, random) : null;
    if (!form) return false;
    this.#reading = { position, asked: questionOf(html) };
    const { status: sent } = await this.client.post(form.action, pairs(form));
    if (sent !== 303) return false;
    this.acknowledged += 1;
    return true;
  }

  /** Null when everything told is there and the person is led back to the very question they were at. */
  async resumes(db: Db): Promise<string | null> {
    if (!this.series) return null;
    const id = this.series.split('/').at(-1)!;
    const { stored } = await db
      .selectFrom('answer')
      .select(({ fn }) => fn.countAll<number>().as('stored'))
      .where('evaluation_id', '=', id)
      .executeTakeFirstOrThrow();
    this.unheard = stored === this.acknowledged + 1;
    if (stored !== this.acknowledged && !this.unheard) {
      return `${this.acknowledged} answers acknowledged, ${stored} stored`;
    }
    const { status, location } = await this.client.get(this.series);
    if (location?.endsWith('/bilan')) return null;
    if (status !== 303 || location !== `${this.series}/questions/${stored + 1}`) {
      return `led to ${status} ${location} after ${stored} answers`;
    }
    const page = await this.client.get(location);
    if (page.status !== 200) return `the question to resume answers ${page.status}`;
    const sameQuestion =
      this.#reading?.position !== stored + 1 || this.#reading.asked === questionOf(page.html);
    return sameQuestion ? null : `question ${stored + 1} is no longer the one that was asked`;
  }
}

export function pairs({ fields }: AnswerForm): [string, string][] {
  return [...fields];
}

/** The question as the page asks it, without what changes from one visit to the next. */
export function questionOf(html: string): string {
  return /<form [^>]*action="\/evaluations\/[^"]+\/reponses"[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
}
