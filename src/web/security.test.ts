import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, Hono } from 'hono';
import type { Settings } from './request.ts';
import { isSameOriginWrite, isSecure, originOf, securityHeaders } from './security.ts';

const direct: Settings = {
  demonstration: false,
  official: false,
  publicUrl: null,
  behindProxy: false,
  identityProviders: [],
  strongSignIn: false,
  operator: {},
};
const behindProxy: Settings = { ...direct, behindProxy: true, identityProviders: [], strongSignIn: false };
const published: Settings = { ...direct, publicUrl: 'https://public.example/' };
const SITE = 'https://site.example';
const FORM = 'application/x-www-form-urlencoded';

/** What a rule says of a request sent to an address. */
async function ask<T>(
  rule: (http: Context) => T,
  headers: Record<string, string>,
  address = `${SITE}/envoi`,
): Promise<T> {
  let said: T | undefined;
  const server = new Hono().post('*', (http) => {
    said = rule(http);
    return http.body(null);
  });
  await server.request(address, { method: 'POST', headers });
  return said!;
}

const WRITES: [accepted: boolean, what: string, headers: Record<string, string>, settings?: Settings][] = [
  [true, 'a form of ours, by a recent browser', { 'sec-fetch-site': 'same-origin', origin: SITE }],
  [true, 'a form of ours, by a browser that only says the origin', { origin: SITE }],
  [true, 'a form of ours, by a browser that only says where from', { 'sec-fetch-site': 'same-origin' }],
  [false, 'a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://other.example' }],
  [false, 'a form of another site, by an older browser', { origin: 'https://other.example' }],
  [
    false,
    'a form of a site next door',
    { 'sec-fetch-site': 'same-site', origin: 'https://next.site.example' },
  ],
  [false, 'a form of a longer name', { origin: `${SITE}.other.example` }],
  [false, 'a form over http', { origin: 'http://site.example' }],
  [false, 'a form of another port', { origin: `${SITE}:8443` }],
  [false, 'a form whose origin is hidden', { origin: 'null' }],
  [false, 'an origin that contradicts', { 'sec-fetch-site': 'same-origin', origin: 'https://other.example' }],
  [false, 'an address typed or bookmarked', { 'sec-fetch-site': 'none' }],
  [false, 'a program that says nothing', {}],
  [false, 'a body in JSON', { origin: SITE, 'content-type': 'application/json' }],
  [false, 'a body in plain text', { origin: SITE, 'content-type': 'text/plain' }],
  [false, 'a file', { origin: SITE, 'content-type': 'multipart/form-data; boundary=a' }],
  [false, 'no type of body', { origin: SITE, 'content-type': '' }],
  [true, 'a form that says its characters', { origin: SITE, 'content-type': `${FORM}; charset=UTF-8` }],
  [true, 'a form in capitals', { origin: SITE, 'content-type': FORM.toUpperCase() }],
  [true, 'the published address, behind a proxy', { origin: 'https://public.example' }, published],
  [false, 'the inner address, when another is published', { origin: SITE }, published],
];

for (const [accepted, what, headers, settings = direct] of WRITES) {
  test(`a write is ${accepted ? 'accepted' : 'refused'}: ${what}`, async () => {
    const sent = { host: 'site.example', 'content-type': FORM, ...headers };
    assert.equal(await ask((http) => isSameOriginWrite(http, settings), sent), accepted);
  });
}

const ORIGINS: [what: string, settings: Settings, headers: Record<string, string>, origin: string][] = [
  ['the one asked for', direct, { host: 'site.example' }, 'http://site.example'],
  ['with its port', direct, { host: 'site.example:3000' }, 'http://site.example:3000'],
  [
    'a visitor cannot say https without a proxy of ours',
    direct,
    { host: 'a.fr', 'x-forwarded-proto': 'https' },
    'http://a.fr',
  ],
  ['the proxy says https', behindProxy, { host: 'a.fr', 'x-forwarded-proto': 'https' }, 'https://a.fr'],
  [
    'the first protocol of a chain of proxies',
    behindProxy,
    { host: 'a.fr', 'x-forwarded-proto': 'https, http' },
    'https://a.fr',
  ],
  [
    'a protocol that is none is not believed',
    behindProxy,
    { host: 'a.fr', 'x-forwarded-proto': 'javascript' },
    'http://a.fr',
  ],
  ['two hosts are no host', direct, { host: 'a.fr, b.fr' }, 'http://inside'],
  ['the published address wins', published, { host: 'a.fr' }, 'https://public.example'],
];

for (const [what, settings, headers, origin] of ORIGINS) {
  test(`the origin of the site: ${what}`, async () => {
    assert.equal(await ask((http) => originOf(http, settings), headers, 'http://inside/'), origin);
  });
}

test('cookies are Secure over https and on this very machine, not over http elsewhere', async () => {
  const secure = (host: string, settings = direct, address = `http://${host}/`) =>
    ask((http) => isSecure(http, settings), { host, 'x-forwarded-proto': 'https' }, address);
  assert.equal(await secure('a.fr', direct, 'https://a.fr/'), true);
  assert.equal(await secure('a.fr', behindProxy), true);
  assert.equal(await secure('a.fr'), false);
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
    assert.equal(await secure(host), true, host);
  assert.equal(await secure('localhost.a.fr'), false);
  assert.equal(await secure('a.fr, b.fr', direct, 'http://inside/'), false);
});

async function headersOf(
  settings: Settings,
  headers: Record<string, string>,
  address: string,
): Promise<Headers> {
  const server = new Hono().use(securityHeaders(settings)).get('*', (http) => http.text('bonjour'));
  return (await server.request(address, { headers })).headers;
}

test('the browser is told to load nothing from elsewhere, run nothing inline, and show us in no frame', async () => {
  const headers = await headersOf(direct, {}, 'http://a.fr/');
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    assert.ok(policy.split('; ').includes(rule), rule);
  }
  assert.ok(!/unsafe|https?:|\*/.test(policy), policy);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'same-origin');
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
});

test('https is asked to last when people see https, behind a proxy too, and never otherwise', async () => {
  const proxied = { host: 'a.fr', 'x-forwarded-proto': 'https' };
  const asked = async (settings: Settings, headers: Record<string, string>, address: string) =>
    (await headersOf(settings, headers, address)).has('strict-transport-security');
  assert.equal(await asked(direct, {}, 'https://a.fr/'), true);
  assert.equal(await asked(behindProxy, proxied, 'http://inside/'), true);
  assert.equal(await asked(published, {}, 'http://inside/'), true);
  assert.equal(await asked(direct, proxied, 'http://a.fr/'), false);
  assert.equal(await asked(direct, { host: 'localhost:3000' }, 'http://localhost:3000/'), false);
});
