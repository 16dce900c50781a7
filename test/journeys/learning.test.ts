import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf } from '../../src/calendar/index.ts';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs, signsOut } from './visit/person.ts';

describe('From a need to a plan kept', { concurrency: true }, () => {
  journey('With JavaScript, a need leads to a module, a plan and what became of it', (visits) =>
    learns(visits, {
      character: 'Hélène Marchetti',
      javaScriptEnabled: true,
      need: 'Je dois appeler une famille',
    }),
  );
  journey('Without JavaScript, the same on a phone', (visits) =>
    learns(visits, {
      character: 'Sofia Pereira',
      javaScriptEnabled: false,
      need: 'Un élève ne travaille plus',
      viewport: { width: 360, height: 740 },
    }),
  );
});

async function learns(
  visits: Visits,
  {
    need,
    character,
    ...device
  }: {
    need: string;
    character: string;
    javaScriptEnabled: boolean;
    viewport?: { width: number; height: number };
  },
): Promise<void> {
  const context = await visits.open(device);
  const page = await context.newPage();
  await entersAs(page, character);
  await page.goto('/mon-parcours');
  assert.equal(await headingOf(page), 'Mon parcours');
  await follows(page, main(page).getByRole('link', { name: 'Je n’ai que cinq minutes' }));
  assert.ok((await main(page).locator('.gesture').count()) >= 1, 'a gesture for tomorrow');
  await follows(page, main(page).getByRole('link', { name: 'J’ai un quart d’heure' }));
  await follows(page, main(page).getByRole('link', { name: need }));
  await assertSays(page, /Pour ce dont vous avez besoin/);
  await follows(page, main(page).locator('.listing a').first());
  const title = await headingOf(page);

  await follows(page, button(page, 'Commencer'));
  await assertSays(page, /Un cas/);
  await goesToTheFirstExercise(page);
  await sendsNothing(page);
  await pausesAndComesBack(page, title);
  const exercises = await doesTheExercises(page);
  assert.ok(exercises >= 4, `${exercises} exercises`);
  while ((await headingOf(page)) !== 'Mon plan « Si… alors… »') await goesOn(page);

  await page.getByLabel('Date à laquelle').fill('');
  await follows(page, button(page, 'Garder ce plan'));
  assert.match(await page.title(), /^Erreur/);
  const [situation, act] = ['un élève arrive en retard lundi', 'l’accueille par son prénom'];
  await page.getByLabel('Si…', { exact: false }).first().fill(situation);
  await main(page).locator('#act').fill(act);
  await page.getByLabel('Date à laquelle').fill(dayOf(new Date()));
  await follows(page, button(page, 'Garder ce plan'));
  assert.equal(await headingOf(page), 'Mes plans');
  await assertSays(page, new RegExp(`Si ${situation}, alors je ${act}`));

  await follows(page, button(page, 'Enregistrer'));
  await assertSays(page, /Choisissez une réponse/);
  await main(page).getByLabel('C’est fait').check();
  await main(page)
    .getByLabel(/Qu’est-ce qui s’est passé/)
    .fill('Il a souri.');
  await follows(page, button(page, 'Enregistrer'));
  assert.equal(await headingOf(page), 'C’est fait. Et maintenant ?');
  await follows(page, main(page).getByRole('link', { name: 'En faire une habitude' }));
  assert.equal(await main(page).locator('#act').inputValue(), act, 'what was written is there');
  await follows(page, button(page, 'Garder ce plan'));
  await assertSays(page, /C’est fait\. Il a souri\./);
  await page.goto('/mon-parcours');
  await assertSays(page, /Terminés/);
  await signsOut(page);
}

async function goesOn(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('button', { name: /^(Continuer|Terminer)/ }));
}

async function goesToTheFirstExercise(page: Page): Promise<void> {
  for (let pages = 0; !(await headingOf(page)).startsWith('Exercice'); pages += 1) {
    assert.ok(pages < 8, await headingOf(page));
    await goesOn(page);
  }
}

async function sendsNothing(page: Page): Promise<void> {
  await follows(page, button(page, 'Valider'));
  await assertSays(page, /Choisissez une réponse/);
}

async function pausesAndComesBack(page: Page, title: string): Promise<void> {
  const here = await headingOf(page);
  await follows(page, main(page).getByRole('link', { name: 'Faire une pause' }));
  await follows(page, main(page).getByRole('link', { name: title }).first());
  await follows(page, button(page, 'Reprendre'));
  assert.equal(await headingOf(page), here, 'back at the same place');
}

/** The first option, then whichever is left after a wrong choice. */
async function doesTheExercises(page: Page): Promise<number> {
  let count = 0;
  while ((await headingOf(page)).startsWith('Exercice')) {
    count += 1;
    while ((await button(page, 'Valider').count()) > 0) {
      await main(page).getByRole('radio').first().check();
      await follows(page, button(page, 'Valider'));
      await assertSays(page, /C’est le bon choix|Pas celui-là/);
    }
    await goesOn(page);
  }
  return count;
}
