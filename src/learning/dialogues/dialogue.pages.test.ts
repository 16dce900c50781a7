import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDialogue } from '../../../test/dialogues.ts';
import { frameworkAlone } from '../../../test/framework.ts';
import { testSite, type Visitor } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { gate, identityRoutes, SCHOOLS, seedDemonstration } from '../../identity/index.ts';
import { learningRoutes } from '../index.ts';

const db = await testDatabase();
const content = { ...frameworkAlone(), dialogues: [smallDialogue] };
const options = { demonstration: true, content };
const place = testSite(db, [...identityRoutes, ...learningRoutes], gate, options);
await seedDemonstration(db, content, place.app.now());

let count = 0;

/** Somebody new, past their first visit. */
async function somebody(): Promise<Visitor> {
  count += 1;
  const visitor = place.visitor({ address: `192.0.2.${100 + count}` });
  const email = `personne${count}@example.fr`;
  await visitor.post('/connexion/code', { courriel: email });
  const code = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
  await visitor.post('/connexion', { courriel: email, code });
  await visitor.post('/bienvenue', { etape: 'vous', nom: 'Noor', metier: 'cpe' });
  await visitor.post('/bienvenue', { etape: 'etablissement', etablissement: SCHOOLS[0].uai });
  await visitor.post('/bienvenue', { etape: 'information' });
  return visitor;
}

async function begins(visitor: Visitor): Promise<string> {
  const { status, location } = await visitor.post('/dialogues/petit/parties');
  assert.equal(status, 303);
  return location!;
}

const says = (visitor: Visitor, play: string, position: number, choice: number) =>
  visitor.post(`${play}/repliques`, { place: String(position), reply: String(choice) });

async function saysAll(visitor: Visitor, play: string, choices: readonly number[]): Promise<void> {
  for (const [position, choice] of choices.entries()) {
    assert.equal((await says(visitor, play, position, choice)).location, play);
  }
}

const WARM = [0, 0, 0, 0, 0, 0];

test('a conversation is played from its presentation to its end, then read whole', async () => {
  const visitor = await somebody();
  assert.match((await visitor.get('/dialogues')).html, /Un petit dialogue/);
  assert.match((await visitor.get('/dialogues/petit')).html, /Vous êtes dans le couloir/);
  const play = await begins(visitor);
  const first = await visitor.get(play);
  assert.match(first.html, /Échange 1/);
  assert.match(first.html, /Au début, la porte est entrouverte/);
  assert.doesNotMatch(first.html, /data-read-first/, 'nothing is skipped at the beginning');
  await saysAll(visitor, play, [0]);
  const second = await visitor.get(play);
  assert.match(second.html, /Il entend qu’on l’attend, 1\./);
  assert.match(second.html, /Yanis s’ouvre un peu : la porte est ouverte\./);
  assert.match(second.html, /<section class="exchange"[^>]* data-read-first/);
  for (const [index, choice] of WARM.entries()) if (index > 0) await says(visitor, play, index, choice);
  assert.match((await visitor.get(play)).html, /Dernier échange/);
  const end = await visitor.get(`${play}/fin`);
  assert.match(end.html, /<h1>Il parle\.<\/h1>/);
  const transcript = (await visitor.get(`${play}/transcription`)).html;
  for (const text of [
    'Le couloir est vide.',
    '« Chaleureux 1 »',
    '« Chaleureux 11 »',
    '« Merci. »',
    'Il revient.',
  ])
    assert.ok(transcript.includes(text), text);
});

test('a double click, or Back then the same reply, says it once and shows what follows', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  const answers = await Promise.all([1, 2, 3].map(() => says(visitor, play, 0, 1)));
  assert.deepEqual(
    answers.map(({ location }) => location),
    [play, play, play],
  );
  assert.match((await visitor.get(play)).html, /Échange 2 /);
  assert.equal((await says(visitor, play, 0, 1)).location, play);
  assert.match((await visitor.get(play)).html, /Échange 2 /);
});

test('another reply from a page left behind changes nothing, says so, and shows where the conversation is', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  await saysAll(visitor, play, [0, 1]);
  const late = await says(visitor, play, 0, 1);
  assert.equal(late.status, 409);
  assert.match(late.html, /Cette réplique n’a pas été prise/);
  assert.match(late.html, /Échange 3 /);
  const ahead = await says(visitor, play, 7, 0);
  assert.equal(ahead.status, 409);
});

test('a reply that was not proposed is refused, and nothing is lost', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  for (const reply of ['', '2', '-1', 'x', '999']) {
    const { status, html } = await visitor.post(`${play}/repliques`, { place: '0', reply });
    assert.equal(status, 422, reply);
    assert.match(html, /Choisissez une des répliques/);
  }
  assert.equal((await visitor.post(`${play}/repliques`)).status, 409);
  assert.match((await visitor.get(play)).html, /Échange 1 /);
});

test('going back to a choice cuts the conversation there', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  await saysAll(visitor, play, [0, 0, 0]);
  const { location } = await visitor.post(`${play}/retour`, { place: '1' });
  assert.equal(location, play);
  const { html } = await visitor.get(play);
  assert.match(html, /Échange 2 /);
  assert.match(html, /« Chaleureux 3 »/);
  for (const place of ['9', '-1', ''])
    assert.equal((await visitor.post(`${play}/retour`, { place })).status, 409);
});

test('a conversation that ended is kept; from one of its choices another begins', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  await saysAll(visitor, play, WARM);
  const { location } = await visitor.post(`${play}/retour`, { place: '2' });
  assert.notEqual(location, play);
  assert.match((await visitor.get(location!)).html, /Échange 3 /);
  assert.match((await visitor.get(`${play}/fin`)).html, /Il parle\./);
  assert.match((await visitor.get(`${play}/fin`)).html, /Une autre conversation est en cours/);
  const { html } = await visitor.get('/dialogues/petit');
  assert.match(html, /Reprendre/);
  assert.match(html, /Vos conversations terminées/);
});

test('a conversation left is taken up where it was, or begun anew when asked', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  await saysAll(visitor, play, [0]);
  assert.equal((await visitor.post('/dialogues/petit/parties')).location, play);
  assert.match((await visitor.get(play)).html, /Échange 2 /);
  await visitor.post('/dialogues/petit/parties', { recommencer: 'oui' });
  assert.match((await visitor.get(play)).html, /Échange 1 /);
});

test('the end shows the way taken beside another, the one asked for included', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  await saysAll(visitor, play, [1, 0, 0, 0, 0, 0, 0]);
  const { html } = await visitor.get(`${play}/fin`);
  assert.match(html, /Une réplique qui aurait ouvert davantage/);
  assert.match(html, /La meilleure suite, à partir de là, mène à : <strong>Il parle\./);
  const asked = (await visitor.get(`${play}/fin?choix=3&autre=2`)).html;
  assert.match(asked, /À l’échange 3/);
  for (const query of ['choix=99&autre=1', 'choix=1&autre=9', 'choix=x&autre=', 'choix=1&autre=2'])
    assert.match((await visitor.get(`${play}/fin?${query}`)).html, /À l’échange 1/, query);
});

test('the end of a conversation not over leads back to it', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  assert.equal((await visitor.get(`${play}/fin`)).location, play);
});

test('a conversation of somebody else does not exist, nor one with a made-up number', async () => {
  const [owner, stranger] = [await somebody(), await somebody()];
  const play = await begins(owner);
  for (const address of [
    play,
    `${play}/fin`,
    `${play}/transcription`,
    '/dialogues/petit/parties/x',
    '/dialogues/autre',
  ])
    assert.equal((await stranger.get(address)).status, 404, address);
  assert.equal((await says(stranger, play, 0, 0)).status, 404);
  assert.equal((await stranger.post(`${play}/retour`, { place: '0' })).status, 404);
  assert.equal((await stranger.post('/dialogues/autre/parties')).status, 404);
  assert.match((await owner.get(play)).html, /Échange 1 /);
});

for (const [what, changed] of [
  ['a new version', { ...smallDialogue, version: 2 }],
  [
    'a text that no longer has this path',
    { ...smallDialogue, story: smallDialogue.story.replace(/\+ \[« Froid 1 »\][\s\S]*?(?==== d2)/, '') },
  ],
] as const) {
  test(`a dialogue written again since (${what}) is offered anew, and nothing breaks`, async () => {
    const visitor = await somebody();
    const play = await begins(visitor);
    await saysAll(visitor, play, [1]);
    const rewritten = testSite(db, [...identityRoutes, ...learningRoutes], gate, {
      ...options,
      content: { ...content, dialogues: [changed] },
    }).visitor();
    for (const [name, value] of visitor.cookies) rewritten.cookies.set(name, value);
    for (const address of [play, `${play}/transcription`]) {
      assert.match((await rewritten.get(address)).html, /Ce dialogue a été récrit/, address);
    }
    assert.match((await says(rewritten, play, 1, 0)).html, /Ce dialogue a été récrit/);
    assert.equal((await rewritten.get('/dialogues/petit')).status, 200);
    const { location } = await rewritten.post('/dialogues/petit/parties', { recommencer: 'oui' });
    assert.match((await rewritten.get(location!)).html, /Échange 1 /);
  });
}

test('a conversation withdrawn is begun by nobody any more; what was said in it stays readable', async () => {
  const visitor = await somebody();
  const play = await begins(visitor);
  const { now } = place.app;
  place.app.now = () => new Date(now().getTime() + 10 * 366 * 86_400_000);
  try {
    await visitor.post('/connexion/code', { courriel: `personne${count}@example.fr` });
    const code = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
    await visitor.post('/connexion', { courriel: `personne${count}@example.fr`, code });
    assert.doesNotMatch((await visitor.get('/dialogues')).html, /href="\/dialogues\/petit"/);
    assert.equal((await visitor.get('/dialogues/petit')).status, 404);
    assert.equal((await visitor.post('/dialogues/petit/parties')).status, 404);
    assert.equal((await visitor.get(play)).status, 200);
  } finally {
    place.app.now = now;
  }
});
