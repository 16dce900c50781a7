import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment } from './environment.ts';

function accepted(variables: Record<string, string>) {
  const environment = readEnvironment(variables);
  assert.ok(!('refused' in environment), JSON.stringify(environment));
  return environment;
}

test('with nothing set, the demonstration starts on port 3000 with its own database', () => {
  const { port, dataDir, databaseUrl, smtp, settings } = accepted({});
  assert.equal(port, 3000);
  assert.match(dataDir, /[/\\]var[/\\]data$/);
  assert.equal(databaseUrl, undefined);
  assert.equal(smtp, null);
  assert.deepEqual(settings, {
    demonstration: true,
    official: false,
    publicUrl: null,
    behindProxy: false,
    identityProviders: [],
    strongSignIn: false,
    operator: {},
  });
});

test('a variable left empty is as if it were not there', () => {
  const empty = { PORT: '', DATA_DIR: '', DATABASE_URL: '', PUBLIC_URL: '', SMTP_URL: '', BEHIND_PROXY: '' };
  assert.deepEqual(accepted(empty), accepted({}));
});

test('a real service says where it is, how it sends mail and who runs it', () => {
  const environment = accepted({
    DEMO: '0',
    PORT: '8080',
    DATA_DIR: '/srv/data',
    DATABASE_URL: 'postgres://a@b/c',
    SMTP_URL: 'smtps://mail.example',
    MAIL_FROM: 'service@example.fr',
    PUBLIC_URL: 'https://perseverance.example',
    BEHIND_PROXY: '1',
    SERVICE_OFFICIEL: '1',
  });
  assert.deepEqual(environment, {
    port: 8080,
    dataDir: '/srv/data',
    databaseUrl: 'postgres://a@b/c',
    replica: null,
    smtp: { url: 'smtps://mail.example', from: 'service@example.fr' },
    drainSeconds: 7,
    log: { level: 'info', format: 'json' },
    metrics: null,
    settings: {
      demonstration: false,
      official: true,
      publicUrl: 'https://perseverance.example',
      behindProxy: true,
      identityProviders: [],
      strongSignIn: false,
      operator: {},
    },
  });
});

test('only « 1 » makes the service official or trusts a proxy', () => {
  for (const value of ['0', 'true', 'oui', ' 1']) {
    const { settings } = accepted({ SERVICE_OFFICIEL: value, BEHIND_PROXY: value });
    assert.deepEqual([settings.official, settings.behindProxy], [false, false], value);
  }
});

test('mail of the demonstration can be sent for real', () => {
  const { smtp, settings } = accepted({ SMTP_URL: 'smtp://localhost:1025' });
  assert.deepEqual([smtp?.url, settings.demonstration], ['smtp://localhost:1025', true]);
});

const REFUSED: [what: string, variables: Record<string, string>, line: RegExp][] = [
  ['a port in letters', { PORT: 'trois' }, /PORT=trois/],
  ['a port beyond the last', { PORT: '65536' }, /PORT=65536/],
  ['a port below zero', { PORT: '-1' }, /PORT=-1/],
  ['half a port', { PORT: '80.5' }, /PORT=80\.5/],
  ['a real service that cannot send its codes', { DEMO: '0' }, /SMTP_URL manque/],
  [
    'a real service whose mails would give whatever address a request names',
    { DEMO: '0', SMTP_URL: 'smtp://mail.example' },
    /PUBLIC_URL manque/,
  ],
  ['a mail server that is no address', { SMTP_URL: 'mail.example' }, /SMTP_URL/],
  ['a mail server by https', { SMTP_URL: 'https://mail.example' }, /SMTP_URL/],
  ['a public address that is none', { PUBLIC_URL: 'perseverance' }, /PUBLIC_URL/],
  ['a public address without https:// in front', { PUBLIC_URL: 'perseverance.example:443' }, /PUBLIC_URL/],
  ['a drain in letters', { DRAIN_SECONDS: 'sept' }, /DRAIN_SECONDS=sept/],
  ['a drain without end', { DRAIN_SECONDS: '3600' }, /DRAIN_SECONDS=3600/],
  ['a replica by https', { DATABASE_REPLICA_URL: 'https://replica' }, /DATABASE_REPLICA_URL/],
  ['a lag in letters', { REPLICA_MAX_LAG_SECONDS: 'peu' }, /REPLICA_MAX_LAG_SECONDS=peu/],
  ['a level that is none', { LOG_LEVEL: 'tout' }, /LOG_LEVEL=tout/],
  ['a format that is none', { LOG_FORMAT: 'xml' }, /LOG_FORMAT=xml/],
  ['a token anybody guesses', { METRICS_TOKEN: 'secret' }, /METRICS_TOKEN/],
  ['a port of metrics in letters', { METRICS_PORT: 'neuf' }, /METRICS_PORT=neuf/],
  ['a key of badges that is none', { BADGE_KEY: '{"kty":"oct","k":"c2VjcmV0"}' }, /BADGE_KEY/],
];

for (const [what, variables, line] of REFUSED) {
  test(`refused in one line naming the variable: ${what}`, () => {
    const environment = readEnvironment(variables);
    assert.ok('refused' in environment, JSON.stringify(environment));
    assert.match(environment.refused, line);
    assert.ok(!environment.refused.includes('\n'));
  });
}

test('what the operator says of itself is read, and a name mistyped or an address that is none is refused', () => {
  const { settings } = accepted({
    OPERATOR_NAME: ' Académie d’essai ',
    OPERATOR_SECURITY_EMAIL: 'securite@academie.example',
    OPERATOR_PHONE: '',
  });
  assert.deepEqual(settings.operator, {
    name: 'Académie d’essai',
    securityEmail: 'securite@academie.example',
  });
  for (const wrong of [{ OPERATOR_NOM: 'x' }, { OPERATOR_EMAIL: 'pas une adresse' }]) {
    const environment = readEnvironment(wrong);
    assert.ok('refused' in environment && environment.refused.includes(Object.keys(wrong)[0]!));
  }
});
