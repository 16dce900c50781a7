import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../test/site.ts';
import { conformityOf, loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import { gate } from '../identity/index.ts';
import type { Settings } from '../web/index.ts';
import { FLOWS } from './data-flow.tsx';
import { legalRoutes } from './index.ts';

const db = await testDatabase();
const PAGES = ['/accessibilite', '/mentions-legales', '/donnees-personnelles', '/cgu', '/budget', '/contact'];
const visiting = (settings: Partial<Settings> = {}) =>
  testSite(db, legalRoutes, gate, { settings }).visitor();

test('every page a public service owes is there, and says what is still to be filled in', async () => {
  const visitor = visiting();
  for (const path of PAGES) {
    const { status, html } = await visitor.get(path);
    assert.equal(status, 200, path);
    assert.equal(html.match(/<h1>/g)?.length, 1, path);
    assert.match(html, /à compléter par l’exploitant\]/, path);
  }
});

test('without an audit, the accessibility statement says « non conforme »', async () => {
  const { html } = await visiting().get('/accessibilite');
  assert.match(html, /<h1>Accessibilité : non conforme<\/h1>/);
  assert.match(html, /n’a pas été audité/);
});

test('the statement, and the foot of every page, say the state and the rates of the audit, and who made it', async () => {
  const content = loadContent();
  const reader = testSite(db, legalRoutes, gate, { content }).visitor();
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

test('what the operator says of itself takes the place of the blanks, and nothing in it is read as HTML', async () => {
  const visitor = visiting({
    operator: {
      name: 'Académie <b>d’essai</b>',
      address: '1, rue de l’École',
      phone: '01 00 00 00 00',
      email: 'aide@academie.example',
      director: 'Mme la rectrice',
      host: 'Hébergeur d’essai',
      controller: 'Le rectorat',
      legalBasis: 'RGPD, article 6-1-e',
      officer: 'dpd@academie.example',
      storage: 'En France',
      access: 'Deux personnes',
      disputes: 'Droit français',
      budget: '12 000 euros par an',
      securityEmail: 'securite@academie.example',
    },
  });
  for (const path of PAGES.slice(1)) {
    assert.doesNotMatch((await visitor.get(path)).html, /à compléter/, path);
  }
  const notice = (await visitor.get('/mentions-legales')).html;
  assert.match(notice, /Académie &lt;b&gt;d’essai&lt;\/b&gt;/);
  assert.match((await visitor.get('/contact')).html, /href="mailto:aide@academie\.example"/);
  assert.match((await visitor.get('/budget')).html, /12 000 euros/);
});

const CLAIMS =
  /service officiel de l’État(?!\.)|République française|Liberté, égalité|gouv\.fr|fr-logo|Marianne/i;

test('nothing pretends to be official, and every page says it is not, unless it is', async () => {
  const [other, official] = [visiting(), visiting({ official: true })];
  for (const path of PAGES) {
    const { html } = await other.get(path);
    assert.match(html, /Ce n’est pas un service officiel de l’État\./, path);
    assert.doesNotMatch(html, CLAIMS, path);
    assert.doesNotMatch((await official.get(path)).html, /pas un service officiel/, path);
  }
  assert.match((await other.get('/mentions-legales')).html, /réservées à l’État, ne sont pas utilisées/);
  assert.match((await official.get('/mentions-legales')).html, /au titre d’un service de l’État/);
});

test('where data go is drawn, numbered, and said in as many lines as the drawing has arrows', async () => {
  const { html } = await visiting().get('/donnees-personnelles');
  assert.equal(html.match(/marker-end=/g)?.length, FLOWS.length);
  const table = html.slice(html.indexOf('Les flux de données'));
  for (const [index, { way }] of FLOWS.entries()) assert.ok(table.includes(`${index + 1}. ${way}`));
});

const days = (html: string) => {
  const [, expires = ''] = /^Expires: (.+)$/m.exec(html) ?? [];
  return (new Date(expires).getTime() - new Date('2026-11-23T08:20:00Z').getTime()) / 86_400_000;
};

test('security.txt has a contact, and a date less than a year away', async () => {
  const visitor = visiting({
    publicUrl: 'https://perseverance.example/',
    operator: { securityEmail: 'securite@academie.example' },
  });
  const { html, headers } = await visitor.get('/.well-known/security.txt');
  assert.match(headers.get('content-type') ?? '', /^text\/plain/);
  assert.match(
    html,
    /^Contact: mailto:securite@academie\.example\nContact: https:\/\/perseverance\.example\/contact$/m,
  );
  assert.match(html, /^Canonical: https:\/\/perseverance\.example\/\.well-known\/security\.txt$/m);
  assert.ok(days(html) > 90 && days(html) < 366);
});

test('security.txt repeats nothing a request says of itself: without an address of ours there is none', async () => {
  const { status, html } = await visiting().get('/.well-known/security.txt');
  assert.equal(status, 404);
  assert.doesNotMatch(html, /perseverance\.example/);
  const mail = visiting({ operator: { securityEmail: 'securite@academie.example' } });
  const said = (await mail.get('/.well-known/security.txt', { host: 'evil.example' })).html;
  assert.match(said, /^Contact: mailto:securite@academie\.example$/m);
  assert.doesNotMatch(said, /https:|evil/);
});
