import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const MOST_REPLIES = 12;
const MOST_TABS = 60;

describe('A conversation, from a need to what might have been', { concurrency: true }, () => {
  journey('Without JavaScript, on a phone: played, gone back on, ended, compared, read whole', (visits) =>
    converses(visits, {
      character: 'Mathieu Benali',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    }),
  );
  journey('With JavaScript, the same', (visits) =>
    converses(visits, { character: 'Léa Fontaine', javaScriptEnabled: true }),
  );

  journey(
    'With the keyboard alone, each exchange is read first and the replies are one step away',
    async (visits) => {
      const page = await (await visits.open()).newPage();
      await entersAs(page, 'Étienne Rakoto');
      await page.goto('/dialogues');
      await tabsTo(page, await textOf(main(page).locator('.dialogue-list a').first()));
      await pressesEnter(page);
      await tabsTo(page, 'Commencer');
      await pressesEnter(page);
      const opening = await textOf(main(page).locator('.reply').first());
      await tabsTo(page, opening);
      for (let replies = 1; replies <= MOST_REPLIES; replies += 1) {
        await pressesEnter(page);
        const focused = await page.evaluate(() => document.activeElement?.className);
        assert.equal(focused, 'exchange', 'what the reply produced has the focus');
        await page.keyboard.press('Tab');
        if ((await page.locator('.reply').count()) === 0) break;
        const here = await page.evaluate(() => document.activeElement?.className);
        assert.equal(here, 'reply', 'one step from what was said to what may be answered');
      }
      await pressesEnter(page);
      await assertSays(page, /À retenir/);
      await tabsTo(page, 'Rejouer depuis ce choix (échange 1)');
      await pressesEnter(page);
      assert.match(await headingOf(page), /^Échange 1 /);
    },
  );
});

async function converses(
  visits: Visits,
  {
    character,
    ...device
  }: { character: string; javaScriptEnabled: boolean; viewport?: { width: number; height: number } },
): Promise<void> {
  const context = await visits.open(device);
  const page = await context.newPage();
  await entersAs(page, character);
  await page.goto('/mon-parcours?besoin=retour-absence');
  await assertSays(page, /S’entraîner à une conversation/);
  await follows(page, main(page).getByRole('link', { name: 'Trois semaines, puis un lundi' }));
  await assertSays(page, /Ce que vous cherchez/);
  await follows(page, button(page, 'Commencer'));
  assert.equal(await headingOf(page), 'Échange 1 avec Yanis');

  const first = await replies(page, 0);
  await assertSays(page, /Ce que cela produit/);
  await assertSays(page, /Yanis (s’ouvre|se referme|ne bouge pas).* : la porte est/);
  await page.goBack();
  assert.equal(await headingOf(page), 'Échange 2 avec Yanis', 'Back shows where the conversation is');
  await answersFromAnotherWindow(page);

  await replies(page, 1);
  await follows(page, button(page, 'Revenir au choix précédent'));
  assert.equal(await headingOf(page), 'Échange 2 avec Yanis');
  await pausesAndComesBack(page);
  while ((await page.locator('.reply').count()) > 0) await replies(page, 2);

  await follows(page, main(page).getByRole('link', { name: 'Voir où cela mène' }));
  const ending = await headingOf(page);
  await assertSays(page, /Vous avez choisi[\s\S]*Vous auriez pu choisir/);
  await assertSays(page, /La meilleure suite, à partir de là, mène/);
  await main(page).getByText('Lire ce dessin en tableau').click();
  await assertSays(page, /La porte|la porte est/);
  const others = main(page).getByText('Les autres répliques').nth(1);
  await others.click();
  await follows(
    page,
    main(page)
      .getByRole('link', { name: /^Comparer/ })
      .first(),
  );
  await assertSays(page, /À l’échange 2/);

  await follows(page, main(page).getByRole('link', { name: 'Lire ou imprimer la conversation' }));
  const transcript = await textOf(main(page));
  for (const text of [first, ending]) assert.ok(transcript.includes(text), text);
  await follows(page, main(page).getByRole('link', { name: 'Revenir à la fin du dialogue' }));

  await follows(page, button(page, 'Rejouer depuis ce choix (échange 3)'));
  assert.equal(await headingOf(page), 'Échange 3 avec Yanis');
  await page.goto('/dialogues/retour-apres-trois-semaines');
  await follows(page, main(page).getByRole('link', { name: ending }));
  assert.equal(await headingOf(page), ending, 'the conversation that ended is kept');
}

/** Says the reply at this place, or the last one; returns it. */
async function replies(page: Page, place: number): Promise<string> {
  const choices = page.locator('.reply');
  const reply = choices.nth(Math.min(place, (await choices.count()) - 1));
  const words = await textOf(reply);
  await follows(page, reply);
  return words;
}

async function answersFromAnotherWindow(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await replies(other, 0);
  const refused = await follows(page, page.locator('.reply').nth(1));
  assert.equal(refused.status(), 409);
  await assertSays(page, /Cette réplique n’a pas été prise/);
  assert.equal(await headingOf(page), 'Échange 3 avec Yanis');
  await follows(page, button(page, 'Revenir au choix précédent'));
  await other.close();
}

async function pausesAndComesBack(page: Page): Promise<void> {
  const here = await headingOf(page);
  await follows(page, main(page).getByRole('link', { name: 'Faire une pause' }));
  await assertSays(page, /En cours\./);
  await follows(page, main(page).getByRole('link', { name: 'Trois semaines, puis un lundi' }));
  await follows(page, main(page).getByRole('link', { name: 'Reprendre' }));
  assert.equal(await headingOf(page), here, 'back at the same place');
}

async function tabsTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (here.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim() === words) return;
  }
  assert.fail(`« ${words} » is not reached with Tab at ${page.url()}`);
}

async function pressesEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}
