import { say } from '../log/index.ts';
import type { Mail, Mailer } from '../web/index.ts';

/** The mail could not leave: the page says so, and the person tries again. */
export class MailFailure extends Error {
  override name = 'MailFailure';
}

const CONNECTION_MS = 5_000;
const SILENCE_MS = 10_000;

/** Sends through the server of `SMTP_URL`, a connection for each mail: it waits at most ten seconds. */
export function smtpMailer(url: string, from: string, { silenceMs = SILENCE_MS } = {}): Mailer {
  const transport = import('nodemailer').then(({ default: { createTransport } }) =>
    createTransport(
      {
        url,
        connectionTimeout: CONNECTION_MS,
        greetingTimeout: CONNECTION_MS,
        dnsTimeout: CONNECTION_MS,
        socketTimeout: silenceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    ),
  );
  return async ({ to, subject, text, headers }) => {
    try {
      await (await transport).sendMail({
        to: { name: '', address: to },
        subject,
        text,
        ...(headers && { headers }),
      });
    } catch (error) {
      // Only the code: what a mail server answers often repeats the address.
      throw new MailFailure(`mail not sent: ${(error as { code?: string }).code ?? 'unknown reason'}`);
    }
  };
}

/** Sends what the page does not depend on: false when it could not leave, which the log says. */
export async function trySending(sendMail: Mailer, mail: Mail): Promise<boolean> {
  try {
    await sendMail(mail);
    return true;
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    say('warn', { event: 'mail-not-sent', reason: error.message });
    return false;
  }
}
