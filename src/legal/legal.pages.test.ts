import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../test/site.ts';
import { conformityOf, loadContent } from '../content/index.ts';
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

test('without an audit, the accessibility statement says « non conforme »', async () => {
  const { html } = await visitor.get('/accessibilite');
  assert.match(html, /<h1>Accessibilité : non conforme<\/h1>/);
  assert.match(html, /n’a pas été audité/);
});

test('the statement, and the foot of every page, say the state and the rates of the audit, and who made it', async () => {
  const content = loadContent();
  const reader = testSite(await testDatabase(), legalRoutes, gate, { content }).visitor();
  const { met, applicable, state } = conformityOf(content.accessibility!);
  const { html } = await reader.get('/accessibilite');
  assert.match(html, new RegExp(`<h1>Accessibilité : ${state}</h1>`));
  assert.match(html, new RegExp(`${met} sur les ${applicable} qui s’appliquent`));
  assert.match(html, /faite par l’équipe de développement, pas par un organisme extérieur/);
  assert.match(html, /Aucune personne en situation de handicap/);
  assert.match(html, /Défenseur des droits/);
  for (const { gap } of content.accessibility!.criteria)
    if (gap) assert.ok(html.includes(gap.slice(0, 40)), gap);
  assert.ok((await reader.get('/contact')).html.includes(`>Accessibilité : ${state}</a>`));
});

test('security.txt has a contact, and a date less than a year away', async () => {
  const { html, headers } = await visitor.get('/.well-known/security.txt');
  assert.match(headers.get('content-type') ?? '', /^text\/plain/);
  assert.match(html, /^Contact: https:\/\/perseverance\.example\/contact$/m);
  const [, expires = ''] = /^Expires: (.+)$/m.exec(html) ?? [];
  const days = (new Date(expires).getTime() - new Date('2026-11-23T08:20:00Z').getTime()) / 86_400_000;
  assert.ok(days > 90 && days < 366);
});
