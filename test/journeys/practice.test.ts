import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { characterNamed } from './visit/client.ts';
import { entersAs } from './visit/person.ts';
import { triesUntilOver } from './visit/rehearsing.ts';

describe('From a decision to words said aloud', { concurrency: true }, () => {
  journey('With JavaScript, a decision is read, rehearsed and followed by a plan', (visits) =>
    rehearses(visits, { character: 'Karim Vasseur', javaScriptEnabled: true }),
  );
  journey('Without JavaScript, the same on a phone', (visits) =>
    rehearses(visits, {
      character: 'Mathieu Benali',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    }),
  );
  journey('With JavaScript, a path is kept in one’s own order', (visits) =>
    arranges(visits, { character: 'Paul Haddad', javaScriptEnabled: true }),
  );
  journey('Without JavaScript, the same on a phone, by the keyboard alone', (visits) =>
    arranges(visits, {
      character: 'Camille Roussel',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    }),
  );
});

type Device = {
  character: string;
  javaScriptEnabled: boolean;
  viewport?: { width: number; height: number };
};

async function rehearses(visits: Visits, { character, ...device }: Device): Promise<void> {
  const page = await (await visits.open(device)).newPage();
  await entersAs(page, character);
  await page.goto('/mon-parcours?temps=5&besoin=appeler-famille');
  await assertSays(page, /Répéter : appeler la famille/);
  await assertSays(page, /Pour ce dont vous avez besoin : « Je dois appeler une famille »/);
  assert.equal(await main(page).locator('.gesture').count(), 1, 'a gesture for tomorrow');
  await follows(page, main(page).getByRole('link', { name: 'Lire la fiche' }));
  assert.equal(await headingOf(page), 'Appeler la famille');
  await follows(page, main(page).getByRole('link', { name: 'Répéter en cinq minutes' }));

  await follows(page, button(page, 'Valider'));
  await assertSays(page, /Choisissez une réponse/);
  await triesUntilOver(page);
  await follows(page, main(page).getByRole('link', { name: 'Moment suivant' }));
  assert.equal(await headingOf(page), 'Moment 2 sur 3');
  await readsTheCardAndComesBack(page);
  await page.goBack();
  await page.goForward();
  assert.equal(await headingOf(page), 'Moment 2 sur 3');
  await triesUntilOver(page);
  await follows(page, main(page).getByRole('link', { name: 'Moment suivant' }));
  await triesUntilOver(page);
  await follows(page, main(page).getByRole('link', { name: 'Continuer à voix haute' }));
  assert.equal(await headingOf(page), 'Dites à voix haute');
  await follows(page, button(page, 'C’est dit'));
  assert.equal(await headingOf(page), 'Vous l’avez répété');
  await page.reload();
  await follows(page, main(page).getByRole('link', { name: /Faire mon plan/ }));
  assert.equal(await headingOf(page), 'Mon plan « Si… alors… »');
  await page.goto('/mes-donnees');
  await assertSays(page, /1 répétition de cinq minutes, sans vos choix/);
  await page.goto('/mon-parcours?temps=5&besoin=appeler-famille');
  assert.doesNotMatch(await main(page).innerText(), /Répéter : appeler la famille/);
}

/** The place is kept by the address: the card gives it back. */
async function readsTheCardAndComesBack(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Appeler la famille' }));
  await follows(page, main(page).getByRole('link', { name: 'Reprendre la répétition' }));
  assert.equal(await headingOf(page), 'Moment 2 sur 3');
}

async function arranges(visits: Visits, { character, ...device }: Device): Promise<void> {
  const page = await (await visits.open(device)).newPage();
  await entersAs(page, character);
  await page.goto('/mon-parcours');
  const titles = () => main(page).locator('.listing').first().locator('a').allInnerTexts();
  const [first, second, third] = await titles();
  const hide = main(page).getByRole('button', { name: /^Masquer/ });
  await byKeyboard(page, hide.first());
  await assertSays(page, /est masqué/);
  assert.deepEqual((await titles()).slice(0, 2), [second, third]);
  await byKeyboard(page, button(page, 'Annuler'));
  assert.deepEqual(await titles(), [first, second, third]);

  await byKeyboard(page, hide.first());
  await follows(page, main(page).getByRole('link', { name: 'Ranger mon parcours' }));
  await byKeyboard(page, main(page).getByRole('button', { name: `Monter : ${third}` }));
  await assertSays(page, /Placé en n° 1/);
  await page.goto('/mon-parcours');
  assert.deepEqual((await titles()).slice(0, 2), [third, second]);
  await follows(page, main(page).getByRole('link', { name: 'Ce que j’ai masqué (1)' }));
  await byKeyboard(page, main(page).getByRole('button', { name: `Remettre : ${first}` }));
  await byKeyboard(page, button(page, 'Revenir à l’ordre proposé'));
  await page.goto('/mon-parcours');
  assert.deepEqual(await titles(), [first, second, third]);
}

async function byKeyboard(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await target.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

journey(
  'Every card prints on one side of A4, every coach kit on the two sides of a sheet',
  async (visits, t) => {
    const client = await characterNamed(visits.address, 'Thomas Nguyen');
    const context = await visits.open();
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    const sides = async (path: string) => {
      await page.goto(path);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    };
    const inList = async (list: string) => {
      const { html } = await client.get(list);
      return [
        ...new Set(
          [...html.matchAll(new RegExp(`href="(${list}/[a-z0-9.-]+)"`, 'g'))].map(([, path]) => path!),
        ),
      ];
    };
    const [cards, kits] = [await inList('/decisions'), await inList('/entre-pairs')];
    assert.deepEqual([cards.length, kits.length], [14, 16]);
    for (const path of cards) assert.equal(await sides(path), 1, path);
    for (const path of kits) assert.equal(await sides(path), 2, path);
    t.diagnostic(`${cards.length} cards of one side, ${kits.length} kits of two`);
  },
);

journey('A rehearsal, a card and a path weigh at most 80 kB without fonts', async (visits, t) => {
  const client = await characterNamed(visits.address, 'Thomas Nguyen');
  for (const path of [
    '/mon-parcours',
    '/decisions/tutorat',
    '/decisions/tutorat/repetition',
    '/entre-pairs/3.1',
  ]) {
    const context = await visits.open();
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    const fonts = new Set<string>();
    network.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Font') fonts.add(requestId);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!fonts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await context.close();
    t.diagnostic(`${path}: ${bytes} bytes`);
    assert.ok(bytes > 0 && bytes <= 80_000, `${path}: ${bytes} bytes`);
  }
});
