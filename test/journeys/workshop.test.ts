import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assertSays, button, follows, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

describe('A workshop led in a room', { concurrency: true }, () => {
  journey(
    'A trainer and two phones: votes come to the screen by themselves, phones follow',
    async (visits) => {
      const screen = await (await visits.open()).newPage();
      const code = await opens(screen);
      const [teacher, nurse] = [
        await joins(visits, code, 'Enseignant, enseignante'),
        await joins(visits, code, 'Infirmier, infirmière'),
      ];
      await shows(screen, /2 personnes sont là/);
      await follows(screen, button(screen, 'Présenter le cas'));
      await shows(teacher, /Ce que vous savez : Enseignant/);
      const [own, other] = [await reading(teacher), await reading(nurse)];
      assert.notEqual(own, other);
      await follows(screen, button(screen, 'Ouvrir le premier vote'));
      for (const [count, phone] of [teacher, nurse].entries()) {
        await main(phone).locator('[name=choix]').nth(count).check();
        await follows(phone, button(phone, 'Voter'));
        await assertSays(phone, /Vote enregistré/);
        await shows(screen, new RegExp(`${count + 1} votes? sur 2`));
      }
      // A phone that lost its page finds its place and its vote again.
      await nurse.goto(`/atelier/${code}`);
      await assertSays(nurse, /Vote enregistré : B/);
      await follows(screen, button(screen, /^Fermer le vote/));
      await shows(screen, /Moins de trois votes/);
      await shows(teacher, /Votre vote : A/);
      await follows(screen, button(screen, 'Montrer les retours'));
      await shows(teacher, /Se défend avec les faits du cas/);
    },
  );

  journey('The same without JavaScript: everybody asks again, and nothing is missing', async (visits) => {
    const options = { javaScriptEnabled: false };
    const screen = await (await visits.open(options)).newPage();
    const code = await opens(screen);
    const phone = await joins(visits, code, 'CPE', options);
    await follows(screen, main(screen).getByRole('link', { name: 'Actualiser' }));
    await assertSays(screen, /1 personne est là/);
    await follows(screen, button(screen, 'Présenter le cas'));
    await follows(screen, button(screen, 'Ouvrir le premier vote'));
    await follows(phone, main(phone).getByRole('link', { name: 'Actualiser' }));
    await main(phone).locator('[name=choix]').first().check();
    await follows(phone, button(phone, 'Voter'));
    await assertSays(phone, /Vote enregistré : A/);
    await follows(screen, main(screen).getByRole('link', { name: 'Actualiser' }));
    await assertSays(screen, /1 vote sur 1/);
  });

  journey('Where a proxy holds the stream back, the screen asks again and again', async (visits) => {
    const context = await visits.open();
    await context.route('**/flux', (route) => route.fulfill({ status: 404 }));
    const screen = await context.newPage();
    const code = await opens(screen);
    await joins(visits, code, 'CPE');
    await shows(screen, /1 personne est là/);
    await shows(screen, /Mis à jour toutes les deux secondes/);
  });
});

/** From the list to the projected screen; the code read on it. */
async function opens(page: Page): Promise<string> {
  await entersAs(page, 'Mei-Lin Garnier');
  await page.goto('/ateliers');
  await follows(page, main(page).locator('a[href^="/ateliers/cas/"]').first());
  await follows(page, button(page, 'Obtenir un code'));
  await follows(page, main(page).getByRole('link', { name: 'Ouvrir l’écran à projeter' }));
  return textOf(main(page).locator('.room-code'));
}

async function joins(
  visits: Visits,
  code: string,
  profession: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await visits.open({ ...PHONE, ...options })).newPage();
  await page.goto('/atelier');
  await page.getByLabel('Code de l’atelier').fill(code.toLowerCase());
  await follows(page, button(page, 'Entrer'));
  await page.getByRole('radio', { name: profession }).check();
  await follows(page, button(page, 'Entrer dans l’atelier'));
  return page;
}

/** What comes by itself, without asking for the page again. */
async function shows(page: Page, text: RegExp): Promise<void> {
  await main(page).getByText(text).first().waitFor();
}

const reading = (page: Page) => textOf(main(page).locator('#lecture p'));
