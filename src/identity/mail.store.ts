import { type Db, inTransaction } from '../database/index.ts';
import type { Mailer } from '../web/index.ts';

const MOST_MAILS = 200;

/** In the demonstration nothing is sent: the last two hundred mails are read on a page. */
export function demonstrationMailer(db: Db, now: () => Date = () => new Date()): Mailer {
  return async ({ to, subject, text, headers = {} }) => {
    await inTransaction(db, async (trx) => {
      await trx
        .insertInto('demonstration_mail')
        .values({
          recipient: to,
          subject,
          body: text,
          headers: JSON.stringify(headers),
          created_at: now(),
        })
        .execute();
      const kept = trx.selectFrom('demonstration_mail').select('id').orderBy('id', 'desc').limit(MOST_MAILS);
      await trx.deleteFrom('demonstration_mail').where('id', 'not in', kept).execute();
    });
  };
}

export type DemonstrationMail = {
  id: number;
  recipient: string;
  subject: string;
  body: string;
  headers: Record<string, string>;
  sentAt: Date;
};

export async function listDemonstrationMails(db: Db): Promise<DemonstrationMail[]> {
  const rows = await db
    .selectFrom('demonstration_mail')
    .select(['id', 'recipient', 'subject', 'body', 'headers', 'created_at as sentAt'])
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, headers: row.headers as Record<string, string> }));
}
