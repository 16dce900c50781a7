import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Content } from '../../src/content/index.ts';
import type { Db } from '../../src/database/connection.ts';
import { hashToken } from '../../src/identity/session.ts';
import { type Phone, Screen, sendAndDrop, sendForm, sendSlowly } from '../../test/workshop-room.ts';
import { createPeople } from './people.ts';
import { type Summary, summarize } from './samples.ts';

/** From a vote sent to the screen that shows it, with its answer; votes acknowledged and those counted at the end. */
export type WorkshopBench = {
  people: number;
  toScreen: Summary;
  answered: Summary;
  acknowledged: number;
  counted: number;
};

const PEOPLE = 40;
/** As in a room: forty people read, and answer within so long. */
const SPREAD_MS = 4_000;

/** What a phone on a poor connection waits between the halves of a vote. */
const SLOW_MS = 400;
/** From a vote to the screen that shows it, for 95 in 100. */
const AIM_MS = 300;

/**
 * A room of forty phones votes in every round of a case, each keeping the stream of its page open. One in four hangs up before
 * the answer and sends the same again; one in four is slow. A vote is timed from its last byte.
 */
export async function measureWorkshop(db: Db, port: number, content: Content): Promise<WorkshopBench> {
  const address = `http://localhost:${port}`;
  const [led] = content.workshops;
  const trainer = await trainerOf(db);
  const { location: path } = await sendForm(address, `/ateliers/cas/${led!.id}`, {}, trainer);
  const screen = new Screen();
  await screen.open(address, `${path}/ecran/flux`, trainer);
  const [code] = /(?<=class="room-code">)[^<]+/.exec((await screen.until(/room-code/)).html)!;
  const phones = Array.from({ length: PEOPLE }, (): Phone => ({ cookie: '' }));
  const followed = phones.map(() => new Screen());
  await Promise.all(
    phones.map(async (phone, place) => {
      await sendForm(
        address,
        `/atelier/${code}/metier`,
        { metier: place % 2 === 0 ? 'cpe' : 'enseignant' },
        phone,
      );
      await followed[place]!.open(address, `/atelier/${code}/flux`, phone);
    }),
  );
  const take = (pas: string, tour: number) =>
    sendForm(address, `${path}/suite`, { pas, tour: String(tour) }, trainer);
  await take('read', 0);
  const toScreen: number[] = [];
  const answered: number[] = [];
  let acknowledged = 0;
  for (const index of led!.rounds.keys()) {
    const round = index + 1;
    await take('open', round);
    await screen.until(/0 vote sur/);
    let stored = 0;
    await Promise.all(
      phones.map(async (phone, place) => {
        await pause(randomInt(SPREAD_MS));
        const { status, sentAt } = await vote(phone, place, { address, code: code!, round });
        answered.push(performance.now() - sentAt);
        if (status !== 303) return;
        acknowledged += 1;
        stored += 1;
        const shown = new RegExp(
          `(${Array.from({ length: PEOPLE - stored + 1 }, (_, more) => stored + more).join('|')}) votes? sur`,
        );
        await screen.until(shown);
        toScreen.push(performance.now() - sentAt);
      }),
    );
    await take('close', round);
    await take('reveal', round);
  }
  screen.close();
  for (const one of followed) one.close();
  const { rows } = await sql<{ counted: number }>`
    select coalesce(sum((tally->>'voters')::integer), 0) as counted from workshop_round
    where workshop_id = ${path!.split('/').at(-1)!}`.execute(db);
  return {
    people: PEOPLE,
    toScreen: summarize(toScreen),
    answered: summarize(answered),
    acknowledged,
    counted: rows[0]!.counted,
  };
}

type Room = { address: string; code: string; round: number };

async function vote(phone: Phone, place: number, { address, code, round }: Room) {
  const [path, fields] = [`/atelier/${code}/votes`, { tour: String(round), choix: 'a' }];
  if (place % 4 === 1) {
    const { status, wholeAt } = await sendSlowly(address, path, fields, { phone, pauseMs: SLOW_MS });
    return { status, sentAt: wholeAt };
  }
  if (place % 4 === 0) await sendAndDrop(address, path, fields, phone);
  const sentAt = performance.now();
  const { status } = await sendForm(address, path, fields, phone);
  return { status, sentAt };
}

/** Somebody signed in who may lead workshops. */
async function trainerOf(db: Db): Promise<Phone> {
  const [token] = await createPeople(db, 1);
  await sql`
    insert into membership (person_id, role, academie, created_at, confirmed_at)
    select person_id, 'formateur', (select min(code) from academie), created_at, created_at from session
    where token_hash = ${hashToken(token!)}`.execute(db);
  return { cookie: `__Host-session=${token}` };
}

export function describeWorkshop({
  people,
  toScreen,
  answered,
  acknowledged,
  counted,
}: WorkshopBench): string {
  const text = ({ p50, p95, p99 }: Summary) => [p50, p95, p99].map((value) => value.toFixed(0)).join(' / ');
  return `Workshop of ${people} phones, some dropping, some slow: ${acknowledged} votes acknowledged, ${counted} counted. ms p50 / p95 / p99: vote to screen ${text(toScreen)}, vote to its answer ${text(answered)}; p95 < ${AIM_MS} ms: ${toScreen.p95 < AIM_MS ? 'yes' : 'NO'}`;
}
