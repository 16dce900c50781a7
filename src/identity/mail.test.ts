import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { MailFailure, smtpMailer } from './mail.ts';

const mail = { to: 'personne@example.fr', subject: 'Votre code', text: 'Bonjour, é : 012345' };

/** The least of a mail server: says what `answers` holds for each command, and keeps what it was told. */
async function mailServer(answer: (line: string) => string | null): Promise<{ url: string; told: string[] }> {
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 essai\r\n');
    let inData = false;
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        told.push(line);
        if (inData && line !== '.') continue;
        inData = line === 'DATA';
        const said = answer(line);
        if (said) socket.write(`${said}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, told };
}

const accept = (line: string) =>
  line === 'DATA' ? '354 go' : line.startsWith('QUIT') ? '221 bye' : '250 ok';

test('a mail reaches the server with its sender, its recipient and its text', async () => {
  const { url, told } = await mailServer(accept);
  await smtpMailer(url, 'Application Persévérance <service@example.fr>')(mail);
  assert.ok(told.includes('MAIL FROM:<service@example.fr>'));
  assert.ok(told.includes('RCPT TO:<personne@example.fr>'));
  assert.ok(told.some((line) => line.includes('012345')));
});

test('a server that is away or refuses is a mail failure, which repeats no address', async () => {
  const refusing = await mailServer((line) =>
    line.startsWith('RCPT') ? '550 <personne@example.fr> unknown' : accept(line),
  );
  for (const url of ['smtp://127.0.0.1:1', refusing.url]) {
    await assert.rejects(smtpMailer(url, 'service@example.fr')(mail), (error) => {
      assert.ok(error instanceof MailFailure);
      assert.doesNotMatch(`${error.message} ${error.stack}`, /personne@/);
      return true;
    });
  }
});

test('a server that says nothing is given up', async () => {
  const { url } = await mailServer(() => null);
  const start = performance.now();
  await assert.rejects(smtpMailer(url, 'service@example.fr', { silenceMs: 300 })(mail), MailFailure);
  assert.ok(performance.now() - start < 5_000);
});
