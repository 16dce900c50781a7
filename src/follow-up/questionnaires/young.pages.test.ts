import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchoolThatFollows } from '../../../test/following.ts';
import { type Answer, testSite, type Visitor } from '../../../test/site.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { youngRoutes } from './index.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const db = await testDatabase();
const content = loadContent();
const { referent, member, follow } = await aSchoolThatFollows(db, '0000101X', NOW);

function siteOf(viewer: Viewer | null) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: null },
    signInFirst: () => new Response('signed out', { status: 401 }),
  };
  return testSite(db, youngRoutes, gate, { now: NOW, content });
}

const codeIn = ({ html }: Answer) => /[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}(?=<)/.exec(html)?.[0] ?? '';
const CHOICE = { instrument: 'efficacite-jeune', occasion: 'before' };

async function aCode(address = '192.0.2.1'): Promise<{ code: string; file: string; young: Visitor }> {
  const file = await follow(NOW);
  const slip = await siteOf(referent).visitor().post(`/suivi/${file.code}/questionnaires`, CHOICE);
  assert.equal(slip.status, 200);
  const code = codeIn(slip);
  assert.ok(code);
  return { code, file: file.code, young: siteOf(null).visitor({ address }) };
}

test('the slip shows its code once, as text and as a square, and the list of questionnaires never', async () => {
  const { code, file } = await aCode();
  const list = await siteOf(referent).visitor().get(`/suivi/${file}/questionnaires`);
  assert.match(list.html, /code donné, valable jusqu’au 21 décembre 2026/);
  assert.ok(!list.html.includes(code));
  const refused = await siteOf(referent).visitor().post(`/suivi/${file}/questionnaires`, {});
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Choisissez le moment/);
  const stranger = siteOf(await member('agent')).visitor();
  assert.equal((await stranger.get(`/suivi/${file}/questionnaires`)).status, 404);
  assert.equal((await stranger.post(`/suivi/${file}/questionnaires`, CHOICE)).status, 404);
});

test('the address of the square fills the code in and opens nothing by itself', async () => {
  const { code, young } = await aCode();
  const page = await young.get(`/q?code=${code}`);
  assert.ok(page.html.includes(`value="${code}"`));
  assert.equal(page.headers.get('set-cookie'), null);
  assert.equal((await young.get('/q/questions/1')).location, '/q?ferme');
});

test('from the code to the thanks no score is told, and the same page thanks for whatever was answered', async () => {
  const thanks = new Set<string>();
  for (const answer of ['1', '4']) {
    const { code, young } = await aCode();
    const welcome = await young.follow(await young.post('/q', { code: code.toLowerCase() }));
    assert.match(welcome.html, /Qui lit mes réponses \?/);
    let last: Answer = welcome;
    for (let number = 1; number <= 8; number += 1) {
      const screen = await young.get(`/q/questions/${number}`);
      assert.match(screen.html, new RegExp(`Question ${number} sur 8`));
      assert.match(screen.html, /href="\/q\/aide"/);
      last = await young.post(`/q/questions/${number}`, { reponse: number === 3 ? '0' : answer });
    }
    assert.equal(last.location, '/q/relire');
    assert.match((await young.get('/q/relire')).html, /Pas de réponse/);
    const end = await young.follow(await young.post('/q/envoi'));
    assert.match(end.html, /3114/);
    assert.doesNotMatch(end.html, /point|score|niveau/i);
    thanks.add(end.html);
    assert.equal((await young.post('/q', { code })).status, 422, 'a code replayed');
  }
  assert.equal(thanks.size, 1);
});

test('a wrong answer, a question that is not one, and a screen without a code go nowhere', async () => {
  const { code, young } = await aCode();
  await young.post('/q', { code });
  for (const reponse of ['5', '-1', '', 'x'])
    assert.equal((await young.post('/q/questions/2', { reponse })).location, '/q/questions/2');
  for (const number of ['0', '9', '01', '1e0', 'x'])
    assert.equal((await young.get(`/q/questions/${number}`)).status, 404);
  const nobody = siteOf(null).visitor();
  for (const path of ['/q/debut', '/q/relire', '/q/questions/1'])
    assert.equal((await nobody.get(path)).location, '/q?ferme');
  for (const path of ['/q/envoi', '/q/questions/1'])
    assert.equal((await nobody.post(path, { reponse: '1' })).location, '/q?ferme');
});

test('« je ne vais pas bien » shows help to anybody and stores nothing; only the next button asks for an adult', async () => {
  const { code, file, young } = await aCode();
  const requests = () => db.selectFrom('relay_request').select('id').execute();
  assert.match((await young.get('/q/aide')).html, /tel:119/);
  assert.equal((await young.post('/q/aide')).location, '/q/aide', 'nobody to ask without a code');
  await young.post('/q', { code });
  const help = await young.get('/q/aide');
  assert.match(help.html, /Rien d’autre : ni pourquoi, ni tes réponses/);
  assert.equal((await requests()).length, 0);
  const asked = await young.post('/q/aide');
  assert.match(asked.html, /C’est demandé/);
  assert.equal((await requests()).length, 1);
  const list = await siteOf(referent).visitor().get(`/suivi/${file}/questionnaires`);
  assert.doesNotMatch(list.html, /relais/, 'the questionnaire says nothing of it');
});

test('wrong, used, expired and unknown codes are answered alike, and guessing stops after two hundred tries', async () => {
  const { code } = await aCode();
  const guesser = siteOf(null).visitor({ address: '198.51.100.7' });
  const wrong = await guesser.post('/q', { code: 'AAAA-AAAA' });
  const nonsense = await guesser.post('/q', { code: 'AAAA-AAAA ' });
  assert.equal(wrong.status, 422);
  assert.equal(
    wrong.html.replaceAll('AAAA-AAAA ', 'AAAA-AAAA'),
    nonsense.html.replaceAll('AAAA-AAAA ', 'AAAA-AAAA'),
  );
  for (let tries = 2; tries < 200; tries += 1) await guesser.post('/q', { code: 'AAAA-AAAA' });
  assert.equal((await guesser.post('/q', { code })).status, 429, 'the right code neither, any more');
  assert.equal((await siteOf(null).visitor({ address: '198.51.100.8' }).post('/q', { code })).status, 303);
});
