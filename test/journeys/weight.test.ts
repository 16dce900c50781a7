import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { answers, headingOf } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { beginsASeries, type Client, characterNamed, unknown } from './visit/client.ts';

const MOST_BYTES = 80_000;
const MOST_REQUESTS = 10;
const QUESTIONS = 3;

type Visit = { bytes: number; fonts: number; requests: string[] };

journey(
  'The first visit of a question weighs at most 80 kB without fonts, in at most 10 requests, to this site alone',
  async (visits, t) => {
    const helene = await characterNamed(visits.address, 'Hélène Marchetti');
    const series = await beginsASeries(helene);
    const seen: Visit[] = [];
    for (let position = 1; position <= QUESTIONS; position += 1) {
      const path = `${series}/questions/${position}`;
      if ((await helene.get(path)).html.includes('class="question"')) {
        seen.push(await firstVisit(await visits.open(), helene, path));
      }
      await helene.post(`${series}/reponses`, unknown(position));
    }
    assert.ok(seen.length > 0);
    const heaviest = Math.max(...seen.map(({ bytes }) => bytes));
    const most = Math.max(...seen.map(({ requests }) => requests.length));
    t.diagnostic(`heaviest of ${seen.length} questions: ${heaviest} bytes; requests: ${most}`);
    assert.ok(heaviest <= MOST_BYTES, `${heaviest} bytes`);
    assert.ok(most <= MOST_REQUESTS, `${most} requests`);
    for (const request of seen.flatMap(({ requests }) => requests)) {
      assert.ok(request.startsWith(`${visits.address}/`) || request.startsWith('data:'), request);
    }
  },
);

/** A page of each family, and who opens it; the questions, the modules and the dialogues have journeys of their own. */
const FAMILIES: [who: string | null, path: string][] = [
  [null, '/'],
  [null, '/connexion'],
  [null, '/plan-du-site'],
  [null, '/accessibilite'],
  [null, '/statistiques'],
  [null, '/contenus'],
  [null, '/actions'],
  [null, '/q'],
  [null, '/atelier'],
  ['Inès Delattre', '/mon-espace'],
  ['Inès Delattre', '/mon-profil'],
  ['Inès Delattre', '/mon-parcours'],
  ['Inès Delattre', '/plans'],
  ['Inès Delattre', '/revisions'],
  ['Inès Delattre', '/certificat'],
  ['Thomas Nguyen', '/gpds'],
  ['Thomas Nguyen', '/suivi/alertes/nouvelle'],
  ['Claire Okafor', '/effets/parcours'],
  ['Claire Okafor', '/ensemble'],
  ['Claire Okafor', '/auto-diagnostic'],
  ['Mei-Lin Garnier', '/ateliers'],
  ['Mei-Lin Garnier', '/groupes'],
];

journey(
  'The first visit of a page of each family weighs at most 80 kB without fonts, in at most 10 requests, to this site alone, kept for a year',
  async (visits, t) => {
    const people = new Map<string, Client>();
    for (const [who, path] of FAMILIES) {
      if (who !== null && !people.has(who)) people.set(who, await characterNamed(visits.address, who));
      const { bytes, requests } = await firstVisit(await visits.open(), people.get(who ?? '') ?? null, path);
      t.diagnostic(`${path}: ${bytes} bytes, ${requests.length} requests`);
      assert.ok(bytes <= MOST_BYTES, `${path}: ${bytes} bytes`);
      assert.ok(requests.length <= MOST_REQUESTS, `${path}: ${requests.length} requests`);
      for (const request of requests) {
        assert.ok(request.startsWith(`${visits.address}/`) || request.startsWith('data:'), request);
        if (!request.includes('/assets/')) continue;
        const { headers } = await fetch(request, { method: 'HEAD' });
        assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable', request);
      }
    }
  },
);

/** Modules and dialogues are opened on a phone, between two lessons. */
const MOST_BYTES_TO_LEARN = 150_000;

journey(
  'The first visit of a module or of a dialogue weighs at most 150 kB, fonts included',
  async (visits, t) => {
    const samuel = await characterNamed(visits.address, 'Samuel Ortega');
    const { location: exchange } = await samuel.post('/dialogues/le-gpds-qui-tourne-en-rond/parties');
    await samuel.post('/modules/3.2-premier-appel');
    for (const path of [exchange!, '/dialogues', '/modules/3.2-premier-appel/etapes/1']) {
      const { bytes, fonts } = await firstVisit(await visits.open(), samuel, path);
      t.diagnostic(`${path}: ${bytes} bytes and ${fonts} of fonts`);
      assert.ok(bytes + fonts <= MOST_BYTES_TO_LEARN, `${path}: ${bytes + fonts} bytes`);
    }
  },
);

/** Names are laid over pages that a team opens one after the other in a meeting. */
const MOST_BYTES_OF_NAMES = 6_000;

journey(
  'The script of names adds at most 6 kB to pages of young people, and nothing to any other page',
  async (visits, t) => {
    const thomas = await characterNamed(visits.address, 'Thomas Nguyen');
    const islands = async (path: string) =>
      [...(await thomas.get(path)).html.matchAll(/src="(\/assets\/(?:names|file|paste)-[^"]+)"/g)].map(
        ([, src]) => src!,
      );
    const sizes = new Map<string, number>();
    for (const path of ['/suivi', '/gpds', '/suivi/appels', '/suivi/correspondance', '/suivi/releve']) {
      const scripts = await islands(path);
      assert.equal(scripts.length, 1, path);
      const { headers } = await fetch(`${visits.address}${scripts[0]}`, {
        headers: { 'accept-encoding': 'br' },
      });
      sizes.set(path, Number(headers.get('content-length')));
      const { bytes } = await firstVisit(await visits.open(), thomas, path);
      t.diagnostic(`${path}: ${sizes.get(path)} bytes of script, ${bytes} in all`);
      assert.ok(bytes <= MOST_BYTES, `${path}: ${bytes} bytes`);
    }
    assert.ok(sizes.get('/suivi')! > 0 && sizes.get('/suivi')! <= MOST_BYTES_OF_NAMES);
    for (const path of ['/mon-espace', '/mon-parcours', '/effets', '/actions']) {
      assert.deepEqual(await islands(path), [], path);
    }
  },
);

/** With nothing in the cache, what crosses the wire: headers and bodies as sent, fonts apart. */
async function firstVisit(context: BrowserContext, client: Client | null, path: string): Promise<Visit> {
  if (client) await context.addCookies(client.cookies());
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const requests = new Map<string, string>();
  const fonts = new Set<string>();
  let [bytes, fontBytes] = [0, 0];
  network.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    requests.set(requestId, request.url);
    if (type === 'Font' || request.url.endsWith('.woff2')) fonts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (fonts.has(requestId)) fontBytes += encodedDataLength;
    else bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await context.close();
  return { bytes, fonts: fontBytes, requests: [...requests.values()] };
}

journey('A question is answered while its scripts never arrive', async (visits) => {
  const context = await visits.open();
  let kept = 0;
  await context.route(/\.js(\?|$)/, (route) => {
    kept += 1;
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto('/essai/1');
  await answers(page);
  assert.equal(await headingOf(page), 'Explications de la question 1');
  assert.ok(kept > 0, 'there was a script, and it was kept back');
});
