import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  assertSays,
  button,
  fillsInTheAnswer,
  follows,
  headingOf,
  main,
  questionOf,
  sendsAnIncompleteAnswer,
  whatIsWritten,
} from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { type Client, characterNamed, storedAnswers } from './visit/client.ts';

const STAGE = 8;
const REREAD = 'Relire votre réponse';

for (const [javaScriptEnabled, name] of [
  [true, 'Samuel Ortega'],
  [false, 'Judith Amsellem'],
] as const) {
  const script = javaScriptEnabled ? 'With JavaScript' : 'Without JavaScript';

  journey(`${script}, each answer of a stage is read again, changed or confirmed`, async (visits) => {
    const { page, client } = await entersWith(visits, name, javaScriptEnabled);
    await main(page).getByLabel('Relire chaque réponse avant de l’enregistrer').check();
    await follows(page, button(page, 'Commencer'));
    const series = new URL(page.url()).pathname.replace(/\/questions\/1$/, '');
    for (let position = 1; position <= STAGE; position += 1) {
      assert.equal(await headingOf(page), `Question ${position} sur ${STAGE}`);
      const question = await questionOf(page);
      if (position === 1) await sendsAnIncompleteAnswer(page);
      await fillsInTheAnswer(page, position);
      const written = await whatIsWritten(page);
      await follows(page, button(page, 'Valider et relire'));
      assert.equal(await headingOf(page), REREAD);
      assert.equal(await questionOf(page), question, 'the question is recalled');
      await assertSays(page, /Rien n’est encore enregistré/);
      assert.equal((await storedAnswers(client, series)).length, position - 1);

      await follows(page, button(page, 'La changer'));
      assert.equal(await questionOf(page), question);
      assert.deepEqual(await whatIsWritten(page), written, 'the answer is still filled in');
      await follows(page, button(page, position === 2 ? 'Je ne sais pas' : 'Valider et relire'));
      if (position === 2) assert.equal(await main(page).locator('.given').innerText(), 'Je ne sais pas');
      await follows(page, button(page, 'Enregistrer cette réponse'));
      assert.equal((await storedAnswers(client, series)).length, position);
    }
    assert.equal(await headingOf(page), 'C’est fait, merci');
  });
}

journey('With the keyboard alone, an answer is read again and changed before it is kept', async (visits) => {
  const { page, client } = await entersWith(visits, 'Étienne Rakoto', true);
  await tabsTo(page, 'Relire chaque réponse avant de l’enregistrer');
  await page.keyboard.press('Space');
  await tabsTo(page, 'Commencer');
  await pressesEnter(page);
  const series = new URL(page.url()).pathname.replace(/\/questions\/1$/, '');
  await tabsTo(page, 'Je ne sais pas');
  await pressesEnter(page);
  assert.equal(await headingOf(page), REREAD);
  await tabsTo(page, 'La changer');
  await pressesEnter(page);
  assert.deepEqual(await storedAnswers(client, series), []);
  await tabsTo(page, 'Je ne sais pas');
  await pressesEnter(page);
  await tabsTo(page, 'Enregistrer cette réponse');
  await pressesEnter(page);
  assert.equal(await headingOf(page), `Question 2 sur ${STAGE}`);
  assert.equal((await storedAnswers(client, series)).length, 1);
});

async function entersWith(
  visits: Visits,
  name: string,
  javaScriptEnabled: boolean,
): Promise<{ page: Page; client: Client }> {
  const client = await characterNamed(visits.address, name);
  const context = await visits.open({ javaScriptEnabled });
  await context.addCookies(client.cookies());
  const page = await context.newPage();
  await page.goto('/mon-espace');
  return { page, client };
}

async function tabsTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      return ((focused as HTMLInputElement).labels?.[0] ?? focused).textContent?.replace(/\s+/g, ' ').trim();
    });
    if (text?.startsWith(words)) return;
  }
  assert.fail(`« ${words} » is not reached with Tab at ${page.url()}`);
}

async function pressesEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}
