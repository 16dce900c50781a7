import { sql } from 'kysely';
import { findBrokenPromises } from '../../src/assessment/series/oracle.store.ts';
import { dayOf } from '../../src/calendar/index.ts';
import { gate } from '../../src/identity/index.ts';
import { hashToken } from '../../src/identity/session.ts';
import { routes } from '../../src/routes.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { testSite } from '../../test/site.ts';
import { createPeople } from '../bench/people.ts';
import { pairs } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

/** The clock of the machine, answer after answer; the last hour goes on for those left. */
const CLOCKS: [string, string[]][] = [
  ['two hours back', ['2026-11-30T10:00Z', '2026-11-30T10:01Z', '2026-11-30T08:01Z', '2026-11-30T08:02Z']],
  ['back and forth', ['2026-11-30T10:00Z', '2026-11-30T11:59Z', '2026-11-30T10:00Z', '2026-11-30T11:58Z']],
  ['two hours ahead', ['2026-11-30T10:00Z', '2026-11-30T11:59Z', '2026-11-30T13:58Z']],
  ['the hour lived twice in autumn', ['2026-10-25T00:50Z', '2026-10-25T00:59Z', '2026-10-25T01:01Z']],
  ['the hour left out in spring', ['2027-03-28T00:59Z', '2027-03-28T01:00Z', '2027-03-28T01:01Z']],
  ['into and out of a leap day', ['2024-02-28T22:58Z', '2024-02-28T23:01Z', '2024-02-28T23:59Z']],
  ['out of a leap day', ['2024-02-29T22:58Z', '2024-02-29T23:01Z', '2024-03-01T00:01Z']],
  ['over the new year', ['2026-12-31T22:58Z', '2026-12-31T23:01Z', '2027-01-01T00:01Z']],
  ['into another school year', ['2026-08-31T21:58Z', '2026-08-31T22:01Z', '2026-08-31T23:50Z']],
];
const PAGES = [
  '/mon-espace',
  '/mon-profil',
  '/mes-reponses',
  '/mon-parcours',
  '/plans',
  '/mes-progres',
  '/revisions',
];

export const clockMoved: Row = {
  number: 17,
  title: 'clock two hours off, changes of hour, leap day',
  async run(ground, tally) {
    for (const [what, clock] of CLOCKS) await livesThrough(ground, { what, clock, tally });
    const broken = await findBrokenPromises(ground.db(), ground.content);
    tally.survives(broken.length === 0, `the oracle: ${broken.slice(0, 3).join(' · ')}`);
  },
};

/** The site answers in this very process, on the same database, with a clock of ours. */
async function livesThrough(
  { db, content, random }: Ground,
  { what, clock, tally }: { what: string; clock: string[]; tally: Tally },
): Promise<void> {
  const hours = clock.map((moment) => new Date(moment.replace('Z', ':00Z')));
  const site = testSite(db(), routes, gate, { demonstration: true, content, now: hours[0]! });
  let now = hours[0]!;
  site.app.now = () => now;
  const [token] = await createPeople(db(), 1);
  await sql`update session set created_at = ${now}, last_seen_at = ${now} where token_hash = ${hashToken(token!)}`.execute(
    db(),
  );
  const person = site.visitor();
  person.cookies.set('__Host-session', token!);
  const begun = await person.post('/evaluations');
  if (!tally.survives(begun.status === 303, `${what}: a stage begun gets ${begun.status}`)) return;
  const series = begun.location!.replace(/\/questions\/\d+$/, '');
  let answers = 0;
  for (let position = 1; ; position += 1) {
    now = hours[Math.min(position, hours.length - 1)]!;
    const { status, html } = await person.get(`${series}/questions/${position}`);
    const form = status === 200 ? answerAtRandom(html, random) : null;
    if (!form) break;
    const sent = await person.post(form.action, Object.fromEntries(pairs(form)));
    if (tally.survives(sent.status === 303, `${what}: answer ${position} gets ${sent.status}`)) answers += 1;
    if (position === 3) {
      const text = 'Une heure qui change';
      const due = dayOf(now);
      const planned = await person.post('/plans', { situation: text, act: text, help: text, due });
      tally.survives(planned.status === 303, `${what}: a plan for ${due} gets ${planned.status}`);
    }
  }
  tally.survives(answers >= 8, `${what}: the stage stopped after ${answers} answers`);
  for (const path of PAGES) {
    const page = await person.follow(await person.get(path));
    const odd = /[−-]\s?\d+ (minute|heure|jour|mois|semaine)|NaN|Invalid Date|undefined/.exec(page.html);
    tally.survives(page.status === 200 && !odd, `${what}: ${path} answers ${page.status}, says ${odd?.[0]}`);
  }
  const id = series.split('/').at(-1)!;
  const { rows } = await sql<{ said: string }>`
    select 'answer ' || position || ' before it was asked' as said from answer join served_question using (evaluation_id, position)
      where evaluation_id = ${id} and answered_at < served_at
    union all select 'answer ' || b.position || ' before answer ' || a.position from answer a join answer b using (evaluation_id)
      where evaluation_id = ${id} and a.position < b.position and b.answered_at < a.answered_at
    union all select 'ended before it began' from evaluation where id = ${id} and ended_at < started_at`.execute(
    db(),
  );
  tally.survives(rows.length === 0, `${what}: ${rows.map(({ said }) => said).join(', ')}`);
}
