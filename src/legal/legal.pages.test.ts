import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../test/site.ts';
import { testDatabase } from '../database/testing.ts';
import { gate } from '../identity/index.ts';
import { legalRoutes } from './index.ts';

const visitor = testSite(await testDatabase(), legalRoutes, gate).visitor();

test('every page a public service owes is there, and says what is still to be filled in', async () => {
  for (const path of ['/accessibilite', '/mentions-legales', '/donnees-personnelles', '/cgu', '/contact']) {
    const { status, html } = await visitor.get(path);
    assert.equal(status, 200, path);
    assert.equal(html.match(/<h1>/g)?.length, 1, path);
    assert.match(html, /à compléter par l’exploitant\]/, path);
  }
});

test('the accessibility statement claims no audit', async () => {
  assert.match((await visitor.get('/accessibilite')).html, /n’a pas encore été audité/);
});

test('security.txt has a contact, and a date less than a year away', async () => {
  const { html, headers } = await visitor.get('/.well-known/security.txt');
  assert.match(headers.get('content-type') ?? '', /^text\/plain/);
  assert.match(html, /^Contact: https:\/\/perseverance\.example\/contact$/m);
  const [, expires = ''] = /^Expires: (.+)$/m.exec(html) ?? [];
  const days = (new Date(expires).getTime() - new Date('2026-11-23T08:20:00Z').getTime()) / 86_400_000;
  assert.ok(days > 90 && days < 366);
});
