import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testSite } from '../../test/site.ts';
import { testDatabase } from '../database/testing.ts';
import { gate, identityRoutes, MailFailure } from '../identity/index.ts';
import { anyone, route, signedIn, type Visit } from '../web/index.ts';
import { configureLog } from './index.ts';

const db = await testDatabase();

/** Everything somebody gives, and what must be found of it in the log: nothing. */
const NAME = 'Quintessence';
const EMAIL = `mila.${NAME.toLowerCase()}@ac-lyon.example.fr`;
const FOLLOW_UP = 'KX7P-4TQ2';
const QUERY = 'recherche-tres-personnelle';

test('whatever people do, and whatever breaks under them, the log holds nothing about them', async () => {
  const written: string[] = [];
  configureLog({ level: 'debug', format: 'json', write: (line) => written.push(line) });
  let broken = false;
  const breaking = (path: string, act: (visit: Visit) => unknown) =>
    route('GET', path, anyone, async (visit) => {
      await act(visit);
      return visit.http.text('done');
    });
  const { visitor, mails } = testSite(
    db,
    [
      ...identityRoutes,
      breaking('/suivi/:code/contrainte', () =>
        sql`insert into person (id, audit_actor, email, display_name, created_at)
          values (gen_random_uuid(), gen_random_uuid(), ${EMAIL}, ${`${NAME} ${'x'.repeat(9_000)}`}, now())`.execute(
          db,
        ),
      ),
      breaking('/suivi/:code/illisible', () => sql`select ${NAME}::uuid`.execute(db)),
      breaking('/suivi/:code/json', () => JSON.parse(`${NAME}, ${EMAIL}`)),
      breaking('/suivi/:code/message', ({ http }) => {
        throw new Error(`cannot reach ${EMAIL} from ${http.req.url}`);
      }),
      route('GET', '/mon-espace', signedIn, ({ http }) => http.text('space')),
    ],
    gate,
    {
      sendMail: async (mail) => {
        if (broken) throw new MailFailure('mail not sent: EENVELOPE');
        mails.push(mail);
      },
    },
  );
  const person = visitor();
  const number = { 'x-request-id': '5f0c1d2e-aaaa-bbbb-cccc-0123456789ab' };
  await person.post('/connexion/code', { courriel: EMAIL });
  const code = /\d{3} ?\d{3}/.exec(mails[0]!.text)![0];
  await person.post('/connexion', { courriel: EMAIL, code: '000000' });
  await person.post('/connexion', { courriel: EMAIL, code });
  assert.equal((await person.get(`/mon-espace?q=${QUERY}`)).status, 200);
  const tokens = [...person.cookies.values()];
  assert.ok(tokens.some((token) => token.length > 20));
  broken = true;
  await person.post('/connexion/code', { courriel: EMAIL });
  for (const what of ['contrainte', 'illisible', 'json', 'message']) {
    const { status, html } = await person.get(`/suivi/${FOLLOW_UP}/${what}?q=${QUERY}`, number);
    assert.equal(status, 500, what);
    const shown = /ce numéro : ([0-9A-F]{8})\./.exec(html)?.[1];
    const line = written.map((text) => JSON.parse(text)).find(({ incident }) => incident === shown);
    assert.equal(line?.request, number['x-request-id'], 'the number shown is in the log');
    assert.equal(line?.route, `/suivi/:code/${what}`);
  }
  await person.get(`/nulle-part/${EMAIL}?q=${QUERY}`, { 'x-request-id': EMAIL });

  const log = written.join('');
  assert.ok(written.length >= 12, log);
  assert.match(log, /"event":"mail-not-sent"/);
  for (const secret of [NAME, EMAIL, FOLLOW_UP, QUERY, code, code.replace(' ', ''), ...tokens]) {
    assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), `${secret} is in the log:\n${log}`);
  }
});
