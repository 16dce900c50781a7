import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  answers,
  assertSays,
  button,
  fillsInTheAnswer,
  follows,
  headingOf,
  main,
  whatIsWritten,
} from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { beginsASeries, characterNamed, storedAnswers } from './visit/client.ts';

const ALREADY = 'Cette réponse est déjà enregistrée';

for (const javaScriptEnabled of [true, false]) {
  const script = javaScriptEnabled ? 'With JavaScript' : 'Without JavaScript';

  journey(`${script}, a double click records one answer`, async (visits) => {
    const client = await characterNamed(visits.address, 'Étienne Rakoto');
    const series = await beginsASeries(client);
    const context = await visits.open({ javaScriptEnabled });
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    await page.goto(series);
    const before = await storedAnswers(client, series);
    await fillsInTheAnswer(page);
    await button(page, 'Valider et continuer').dblclick();
    await page.waitForURL((url) => !url.pathname.endsWith(`/questions/${before.length + 1}`));
    await page.waitForLoadState();
    assert.match(await headingOf(page), new RegExp(`^${ALREADY}$|^Question ${before.length + 2} sur 8$`));
    assert.equal((await storedAnswers(client, series)).length, before.length + 1);
  });
}

journey('Back leads to a page that says the answer is recorded, and onwards', async (visits) => {
  const client = await characterNamed(visits.address, 'Samuel Ortega');
  const series = await beginsASeries(client);
  const context = await visits.open();
  await context.addCookies(client.cookies());
  const page = await context.newPage();
  await page.goto(series);
  await answers(page);
  assert.equal(await headingOf(page), 'Question 2 sur 8');
  await page.goBack();
  assert.equal(await headingOf(page), ALREADY);
  await goesOn(page, 'Question 2 sur 8');
  assert.equal((await storedAnswers(client, series)).length, 1);
});

journey('Two tabs on the same question: the first answer counts and both go on', async (visits) => {
  const client = await characterNamed(visits.address, 'Judith Amsellem');
  const series = await beginsASeries(client);
  const context = await visits.open();
  await context.addCookies(client.cookies());
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(series);
  await second.goto(series);
  await first.bringToFront();
  await answers(first, 0);
  const stored = await storedAnswers(client, series);
  await second.bringToFront();
  await answers(second, 1);
  assert.equal(await headingOf(second), ALREADY);
  assert.deepEqual(await storedAnswers(client, series), stored);
  await goesOn(second, 'Question 2 sur 8');
});

journey(
  'Signed out in the middle of a question, one signs in again and finds the answer as it was',
  async (visits) => {
    const name = 'Mei-Lin Garnier';
    const client = await characterNamed(visits.address, name);
    const series = await beginsASeries(client);
    const context = await visits.open({ javaScriptEnabled: false });
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    await page.goto(series);
    await fillsInTheAnswer(page);
    const written = await whatIsWritten(page);
    await context.clearCookies();

    const refused = await follows(page, button(page, 'Valider et continuer'));
    assert.equal(refused.status(), 401);
    await assertSays(page, /Après connexion, vous la retrouverez telle quelle/);
    await follows(page, main(page).getByRole('link', { name: 'Se connecter et reprendre' }));
    await follows(page, button(page, `Entrer avec le compte de ${name}`));
    assert.equal(await headingOf(page), 'Question 1 sur 8');
    assert.deepEqual(await whatIsWritten(page), written);
    await follows(page, button(page, 'Valider et continuer'));
    assert.equal(await headingOf(page), 'Question 2 sur 8');
  },
);

async function goesOn(page: Page, heading: string): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Continuer' }));
  assert.equal(await headingOf(page), heading);
}
