import type { Question } from '../../src/content/index.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { createPeople } from '../bench/people.ts';
import { Person, pairs } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

export const cheated: Row = {
  number: 14,
  title: 'cheating: questions not served, the key in the page, better answers replayed',
  async run(ground, tally) {
    const stages = ground.short ? 2 : 12;
    for (let stage = 0; stage < stages; stage += 1) await triesEverything(ground, tally);
  },
};

async function triesEverything({ place, db, content, random }: Ground, tally: Tally): Promise<void> {
  const [token, strangers] = await createPeople(db(), 2);
  const person = new Person(place.address, token!);
  const stranger = new Person(place.address, strangers!);
  const { client } = person;
  person.series = await person.begins();
  const id = person.series!.split('/').at(-1)!;
  for (;;) {
    const position = person.acknowledged + 1;
    const page = await client.get(`${person.series}/questions/${position}`);
    const form = page.status === 200 ? answerAtRandom(page.html, random) : null;
    if (!form) break;
    const asked = await askedAt(id, position);
    const told = keyIn(asked, page.html);
    tally.refuses(told === null, `${asked.id}: the page tells ${told}`);
    const download = await client.get('/mes-donnees.json');
    const inDownload = keyIn(asked, download.html);
    tally.refuses(inDownload === null, `${asked.id}: the download of an open stage tells ${inDownload}`);

    for (const elsewhere of [position + 1, position + 5, 0, -1, 99]) {
      const { status } = await client.post(form.action, moved(pairs(form), String(elsewhere)));
      tally.refuses(status === 422, `position ${elsewhere} instead of ${position}: ${status}`);
    }
    const { status: theirs } = await stranger.client.post(form.action, pairs(form));
    tally.refuses(theirs === 404, `somebody else answers: ${theirs}`);
    for (const page of ['', `/questions/${position}`, '/bilan', '/pause']) {
      const { status } = await stranger.client.get(`${person.series}${page}`);
      tally.refuses(status === 404, `somebody else reads ${page}: ${status}`);
    }
    const { status: early } = await client.get(`${person.series}/questions/${position + 1}`);
    tally.refuses(early === 404, `the next question is read before its time: ${early}`);
    const { html: debrief } = await client.get(`${person.series}/bilan`);
    tally.refuses(keyIn(asked, debrief) === null, `${asked.id}: the debrief of an open stage tells the key`);

    const cheat: [string, string][] = [
      ...moved(pairs({ ...form, fields: unknownTo(position) }), String(position)),
      ['credit', '4'],
      ['score', '1'],
      ['question', 'autre'],
      ['question_id', 'autre'],
      ['competence', '1.1'],
      ['state', 'ffff'],
    ];
    const sent = await client.post(form.action, cheat);
    tally.survives(sent.status === 303, `« je ne sais pas » with made-up fields: ${sent.status}`);
    person.acknowledged += 1;
    const before = await storedAt(id, position);
    tally.refuses(before.credit === 0, `${asked.id}: made-up fields gave ${before.credit} credits`);
    const replayed = await client.post(form.action, pairs(form));
    const after = await storedAt(id, position);
    tally.refuses(
      replayed.status === 200 && JSON.stringify(after) === JSON.stringify(before),
      `${asked.id}: a better answer replayed changes ${JSON.stringify(before)} into ${JSON.stringify(after)}`,
    );
  }
  tally.survives(person.acknowledged >= 8, `the stage stopped after ${person.acknowledged} questions`);
  const closed = await client.post(
    `${person.series}/reponses`,
    moved([...unknownTo(1)], String(person.acknowledged)),
  );
  tally.refuses(
    closed.status !== 500 && (await count(id)) === person.acknowledged,
    'a closed stage takes answers',
  );

  async function askedAt(evaluation: string, position: number): Promise<Question> {
    const { question_id } = await db()
      .selectFrom('served_question')
      .select('question_id')
      .where('evaluation_id', '=', evaluation)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    return content.questions.find((question) => question.id === question_id)!;
  }
  function storedAt(evaluation: string, position: number) {
    return db()
      .selectFrom('answer')
      .select(['response', 'credit', 'answered_at'])
      .where('evaluation_id', '=', evaluation)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
  }
  async function count(evaluation: string): Promise<number> {
    const rows = await db()
      .selectFrom('answer')
      .select('position')
      .where('evaluation_id', '=', evaluation)
      .execute();
    return rows.length;
  }
}

function unknownTo(position: number): URLSearchParams {
  return new URLSearchParams({ position: String(position), action: 'je-ne-sais-pas' });
}

function moved(fields: readonly [string, string][], position: string): [string, string][] {
  return fields.map(([name, value]) => [name, name === 'position' ? position : value]);
}

/** Texts of the question that say the right answer, or why, found where the answer is still to come. */
function keyIn(question: Question, html: string): string | null {
  const shown = plain(html);
  for (const text of explanationsOf(question)) {
    if (text.length > 25 && shown.includes(plain(text))) return `« ${text.slice(0, 60)} »`;
  }
  return shown.includes(plain(question.id)) ? `the identifier ${question.id}` : null;
}

/** Every text of the question under a name that is only read after the answer. */
function explanationsOf(question: Question): string[] {
  const texts: string[] = [];
  const walk = (value: unknown, after: boolean): void => {
    if (typeof value === 'string') {
      if (after) texts.push(value);
    } else if (Array.isArray(value)) {
      for (const part of value) walk(part, after);
    } else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) walk(part, after || AFTER.test(name));
    }
  };
  walk(question, false);
  return texts;
}

const AFTER = /^(feedback|otherFeedback|mistakes|takeaway|defence)$/;

function plain(text: string): string {
  return text
    .replaceAll(/&#39;|&#x27;|’/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}
