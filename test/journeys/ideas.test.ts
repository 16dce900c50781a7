import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

describe('An idea, from somebody who looks for one to the library', { concurrency: true }, () => {
  journey('Found by a word without its accents, narrowed, and adapted to a school', findsAndAdapts);
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with a script' : 'without a script';
    journey(`Proposed by a school, read again by the académie, published, taken back, ${how}`, (visits) =>
      proposes(visits, javaScriptEnabled),
    );
  }
});

async function findsAndAdapts(visits: Visits): Promise<void> {
  const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
  await entersAs(page, 'Hélène Marchetti');
  await page.goto('/actions');
  await page.getByLabel(/^Mots/).fill('theatre');
  await follows(page, button(page, 'Chercher'));
  const found = await countOf(page);
  assert.ok(found > 1);
  assert.match(
    await textOf(main(page).locator('mark').first()),
    /^Théâtre/i,
    'the word is shown as it is written',
  );
  await page.getByLabel('Niveau', { exact: true }).selectOption({ label: 'Lycée professionnel' });
  await follows(page, button(page, 'Chercher'));
  const narrowed = await countOf(page);
  assert.ok(narrowed >= 1 && narrowed < found, `${narrowed} of ${found}`);
  for (const levels of await main(page).locator('.listing__why').allInnerTexts())
    assert.match(levels, /Lycée professionnel/);

  await follows(page, main(page).locator('.listing a').first());
  const title = await headingOf(page);
  await assertSays(page, /2016/);
  await follows(page, main(page).getByRole('link', { name: 'Adapter à mon établissement' }));
  await page.getByLabel('Ce que nous changeons').fill('Deux séances, avec la documentaliste');
  await follows(page, button(page, 'Garder'));
  await assertSays(page, /Écrivez/);
  assert.equal(
    await page.getByLabel('Ce que nous changeons').inputValue(),
    'Deux séances, avec la documentaliste',
  );
  await page.getByLabel('Le premier pas').fill('En parler à la documentaliste');
  await follows(page, button(page, 'Garder'));
  await assertSays(page, /Vous seul ou vous seule la voyez/);
  await page.goto('/actions/adaptations');
  await follows(page, main(page).getByRole('link', { name: title }));
  await assertSays(page, /Deux séances, avec la documentaliste/);
}

async function countOf(page: Page): Promise<number> {
  const shown = await main(page).locator('.listing > li').count();
  await assertSays(page, shown === 1 ? /Une action/ : new RegExp(`${shown} actions`));
  return shown;
}

async function proposes(visits: Visits, javaScriptEnabled: boolean): Promise<void> {
  const word = javaScriptEnabled ? 'Brouette' : 'Marelle';
  const author = await (
    await visits.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  ).newPage();
  const trainer = await (await visits.open({ javaScriptEnabled })).newPage();
  await entersAs(author, javaScriptEnabled ? 'Thomas Nguyen' : 'Karim Vasseur');
  await author.goto('/actions/propositions');
  await follows(author, main(author).getByRole('link', { name: 'Écrire une proposition' }));
  await author.getByLabel('Titre').fill(`${word} des retours`);
  await author
    .getByLabel('Ce que vous faites')
    .fill('Chaque retour d’absence est préparé la veille par deux adultes.');
  await follows(author, button(author, 'Envoyer à la relecture'));
  await assertSays(author, /Choisissez un niveau au moins/);
  await author.getByRole('checkbox', { name: 'Collège' }).check({ force: true });
  await author.getByRole('radio', { name: /Intervention/ }).check({ force: true });
  await author.getByRole('checkbox', { name: /Transitions/ }).check({ force: true });
  await follows(author, button(author, 'Envoyer à la relecture'));
  await assertSays(author, /à relire par la formation de l’académie/);
  const proposal = new URL(author.url()).pathname;

  await entersAs(trainer, 'Mei-Lin Garnier');
  await reviews(trainer, word, /reprendre/, 'Dites combien de retours, sur combien de semaines.');
  await author.reload();
  await assertSays(author, /Dites combien de retours/);
  await author.getByLabel(/Ce que vous avez observé/).fill('Huit retours en six semaines.');
  await follows(author, button(author, 'Envoyer à la relecture'));
  await reviews(trainer, word, /Publier/, '');

  const visitor = await (await visits.open({ javaScriptEnabled })).newPage();
  await visitor.goto(`/actions?q=${word.toLowerCase()}`);
  await follows(visitor, main(visitor).getByRole('link', { name: new RegExp(word) }));
  await assertSays(visitor, /académie de Lille/);
  assert.doesNotMatch(await main(visitor).innerText(), /Nguyen|Vasseur|Quatre-Vents/);
  await author.goto(proposal);
  await follows(author, button(author, 'La retirer des idées d’actions'));
  assert.equal((await visitor.reload())?.status(), 404);
}

async function reviews(trainer: Page, word: string, decision: RegExp, message: string): Promise<void> {
  await trainer.goto('/actions/relectures');
  await follows(trainer, main(trainer).getByRole('link', { name: new RegExp(word) }));
  await trainer.getByRole('radio', { name: decision }).check({ force: true });
  await trainer.getByLabel(/Message à son auteur/).fill(message);
  await follows(trainer, button(trainer, 'Enregistrer ma décision'));
}
