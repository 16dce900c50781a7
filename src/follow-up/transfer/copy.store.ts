import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../database/index.ts';
import { DECISION_KINDS } from '../vocabulary.ts';

export type Copy = { from: string; to: string; withTexts: boolean };

/**
 * Copies what a file holds into another one: what was seen, done, decided and reached, with its days. No name of an adult
 * travels, and no text unless it was chosen: a decision then says its kind, an interview no goal.
 */
export async function copyFile(trx: Trx, copy: Copy, now: Date): Promise<void> {
  const { from, to, withTexts } = copy;
  await sql`insert into milestone (follow_up_id, kind, on_day, situation, recorded_at)
    select ${to}, kind, on_day, situation, recorded_at from milestone where follow_up_id = ${from}`.execute(
    trx,
  );
  await sql`insert into watched_signal (follow_up_id, signal, place, chosen_on, dropped_on)
    select ${to}, signal, place, chosen_on, dropped_on from watched_signal where follow_up_id = ${from}`.execute(
    trx,
  );
  await sql`insert into signal_rating (id, follow_up_id, signal, level, observed_on, source, recorded_at)
    select gen_random_uuid(), ${to}, signal, level, observed_on, source, recorded_at
    from signal_rating where follow_up_id = ${from}`.execute(trx);
  await sql`insert into interview (id, follow_up_id, with_whom, held_on, goal, next_on, recorded_at)
    select gen_random_uuid(), ${to}, with_whom, held_on, case when ${withTexts} then goal else '' end, null, recorded_at
    from interview where follow_up_id = ${from}`.execute(trx);
  await copyDecisions(trx, copy);
  await copySupports(trx, copy);
  // Those never answered too: they are part of what was asked. Their codes open nothing any more.
  const questionnaires = await trx
    .selectFrom('young_questionnaire')
    .selectAll()
    .where('follow_up_id', '=', from)
    .execute();
  for (const questionnaire of questionnaires)
    await trx
      .insertInto('young_questionnaire')
      .values({
        ...questionnaire,
        id: randomUUID(),
        follow_up_id: to,
        code_hash: randomBytes(32),
        draft: null,
        // No device keeps answering it from there.
        session_hash: null,
        session_until: null,
        created_by: null,
        expires_at: now,
      })
      .execute();
}

async function copyDecisions(trx: Trx, { from, to, withTexts }: Copy): Promise<void> {
  const decisions = await trx
    .selectFrom('gpds_decision')
    .selectAll()
    .where('follow_up_id', '=', from)
    .execute();
  for (const { kind, act, ...decision } of decisions)
    await trx
      .insertInto('gpds_decision')
      .values({
        ...decision,
        id: randomUUID(),
        follow_up_id: to,
        meeting_id: null,
        kind,
        act: withTexts ? act : (Object.entries(DECISION_KINDS).find(([id]) => id === kind)?.[1] ?? kind),
        person_id: null,
        recorded_by: null,
      })
      .execute();
}

async function copySupports(trx: Trx, { from, to }: Copy): Promise<void> {
  const supports = await trx.selectFrom('support').select('id').where('follow_up_id', '=', from).execute();
  for (const { id } of supports) {
    const copied = randomUUID();
    await sql`insert into support (id, follow_up_id, kind, planned_from, planned_until, planned_hours, started_on, ended_on,
        stop_reason, recorded_at)
      select ${copied}, ${to}, kind, planned_from, planned_until, planned_hours, started_on, ended_on, stop_reason, recorded_at
      from support where id = ${id}`.execute(trx);
    await sql`insert into support_session (id, support_id, on_day, hours)
      select gen_random_uuid(), ${copied}, on_day, hours from support_session where support_id = ${id}`.execute(
      trx,
    );
    await sql`insert into procedure_check (support_id, item, checked_on)
      select ${copied}, item, checked_on from procedure_check where support_id = ${id}`.execute(trx);
  }
}
