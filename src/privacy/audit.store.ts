import type { Trx } from '../database/index.ts';

/** What was done, in the words of the log. A write without its line here is a bug. */
export type AuditAction =
  | 'code-created'
  | 'code-withdrawn'
  | 'code-refused'
  | 'account-created'
  | 'signed-in'
  | 'signed-out'
  | 'profile-changed'
  | 'school-changed'
  | 'welcomed'
  | 'demonstration-seeded'
  | 'evaluation-started'
  | 'answered'
  | 'evaluation-finished'
  | 'evaluation-stopped'
  | 'question-reported'
  | 'module-begun'
  | 'module-finished'
  | 'practised'
  | 'reviewed'
  | 'plan-made'
  | 'plan-looked-back'
  | 'plan-removed'
  | 'follow-up-allowed'
  | 'follow-up-opened'
  | 'follow-up-read'
  | 'signals-chosen'
  | 'signals-rated'
  | 'plan-shown'
  | 'plan-hidden'
  | 'shown-plan-opened'
  | 'shown-plan-declined'
  | 'word-written'
  | 'attestation-made'
  | 'attestation-revoked'
  | 'survey-answered'
  | 'survey-passed'
  | 'surveys-refused'
  | 'surveys-accepted'
  | 'reminders-chosen'
  | 'reminders-stopped'
  | 'notices-made'
  | 'notice-sent'
  | 'data-exported'
  | 'account-erased';

/** Adds a line to the append-only log, in the transaction of the write it tells of. */
export async function audit(
  trx: Trx,
  line: { at: Date; actor: string | null; action: AuditAction; subject: string },
): Promise<void> {
  await trx.insertInto('audit_event').values(line).execute();
}
