import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

describe('A questionnaire on a phone, by a code', () => {
  journey('With JavaScript: begun, paused, ended on a tablet, an adult asked for', (visits) =>
    answersOnTwoDevices(visits, 'Thomas Nguyen', { javaScriptEnabled: true }),
  );
  journey('Without JavaScript, the same', (visits) =>
    answersOnTwoDevices(visits, 'Yasmine Le Goff', { javaScriptEnabled: false }),
  );
  journey('With the keyboard alone, and read aloud where the device has a French voice', hearsAndTypes);
});

async function answersOnTwoDevices(visits: Visits, referent: string, device: BrowserContextOptions) {
  const staff = await (await visits.open(device)).newPage();
  await entersAs(staff, referent);
  const { file, code } = await givesACode(staff);

  const phone = await (await visits.open({ ...PHONE, ...device })).newPage();
  await opens(phone, code);
  await assertSays(phone, /Personne dans ton établissement/);
  await follows(phone, main(phone).getByRole('link', { name: 'Je commence' }));
  await says(phone, 1, 'Souvent');
  await says(phone, 2, 'Je ne sais pas, ou je préfère ne pas répondre');
  await says(phone, 3, 'Jamais');
  await follows(phone, main(phone).getByRole('link', { name: 'Question d’avant' }));
  await says(phone, 3, 'Presque toujours');
  await follows(phone, button(phone, 'Faire une pause'));
  await assertSays(phone, /avec le même code/);
  await phone.goto('/q/questions/4');
  assert.equal(await headingOf(phone), 'Ton code', 'the phone has forgotten');

  const tablet = await (await visits.open({ viewport: { width: 768, height: 1024 }, ...device })).newPage();
  await tablet.goto('/q');
  await tablet.getByLabel('Ton code').fill(code.toLowerCase().replace('-', ' '));
  await follows(tablet, button(tablet, 'Ouvrir'));
  await follows(tablet, main(tablet).getByRole('link', { name: 'Je reprends' }));
  await says(tablet, 4, 'Parfois');
  await asksForAnAdult(tablet);
  for (let number = 5; number <= 8; number += 1) await says(tablet, number, 'Parfois');
  assert.equal(await headingOf(tablet), 'Relire mes réponses');
  await assertSays(tablet, /Pas de réponse/);
  await follows(tablet, button(tablet, 'Envoyer mes réponses'));
  assert.equal(await headingOf(tablet), 'Merci !');
  await assertSays(tablet, /3114[\s\S]*119[\s\S]*3018/);

  await phone.goto(`/q?code=${code}`);
  await follows(phone, button(phone, 'Ouvrir'));
  await assertSays(phone, /Ce code ne marche pas/);
  await seesOnlyThatItWasDone(staff, file);
}

async function givesACode(staff: Page, moment = 'before'): Promise<{ file: string; code: string }> {
  await staff.goto('/suivi');
  const file = await main(staff).locator('tbody th a').last().innerText();
  await staff.goto(`/suivi/${file}`);
  await follows(staff, main(staff).getByRole('link', { name: 'Donner un questionnaire' }));
  await staff.getByLabel('Questionnaire').selectOption({ label: 'Ce que je vis au collège ou au lycée' });
  await staff.getByLabel('Moment').selectOption(moment);
  await follows(staff, button(staff, 'Donner un code'));
  return { file, code: await textOf(main(staff).locator('.slip__code')) };
}

async function opens(page: Page, code: string): Promise<void> {
  await page.goto(`/q?code=${code}`);
  await follows(page, button(page, 'Ouvrir'));
}

const SCALE = ['Jamais', 'Parfois', 'Souvent', 'Presque toujours'];

/** Answers the question on screen. */
async function says(page: Page, number: number, answer: string): Promise<void> {
  await assertSays(page, new RegExp(`Question ${number} sur 8`));
  await follows(page, main(page).getByRole('button', { name: answer }));
}

/** Help is there at once; nothing is asked of the school before the next button. */
async function asksForAnAdult(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Je ne vais pas bien' }));
  await assertSays(page, /Jour et nuit/);
  assert.equal(await main(page).locator('a[href="tel:3114"]').count(), 1);
  await follows(page, button(page, 'Oui, je veux qu’un adulte vienne me parler'));
  assert.equal(await headingOf(page), 'C’est demandé');
  await follows(page, main(page).getByRole('link', { name: 'Revenir aux questions' }));
  await follows(page, main(page).getByRole('link', { name: 'Je reprends' }));
}

async function seesOnlyThatItWasDone(staff: Page, file: string): Promise<void> {
  await staff.goto('/suivi');
  await assertSays(staff, new RegExp(`Relais demandé par l’élève lui-même, ${file}`));
  for (const path of [`/suivi/${file}`, `/suivi/${file}/questionnaires`]) {
    await staff.goto(path);
    await assertSays(staff, /Ce que je vis au collège ou au lycée, au début : rempli le/);
    const text = await textOf(main(staff));
    for (const answer of SCALE) assert.ok(!text.includes(answer), `${path} shows « ${answer} »`);
  }
}

async function hearsAndTypes(visits: Visits): Promise<void> {
  const staff = await (await visits.open()).newPage();
  await entersAs(staff, 'Thomas Nguyen');
  const { code } = await givesACode(staff, 'after');
  const silent = await (await visits.open(PHONE)).newPage();
  await opens(silent, code);
  await silent.goto('/q/questions/1');
  assert.equal(await silent.locator('[data-read-aloud]').isVisible(), false, 'no French voice here');

  const context = await visits.open(PHONE);
  await context.addInitScript({ content: A_VOICE });
  const page = await context.newPage();
  await opens(page, code);
  await page.goto('/q/questions/1');
  const listen = page.getByRole('button', { name: 'Écouter' });
  await listen.waitFor();
  await listen.press('Enter');
  const heard = await page.evaluate(() => document.documentElement.dataset.heard ?? '');
  const question = await headingOf(page);
  assert.ok(heard.startsWith(question), `heard « ${heard} »`);
  assert.match(heard, /Presque toujours\. Je ne sais pas/);

  await page.goto('/q/questions/2');
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused.startsWith('Souvent')) break;
  }
  await Promise.all([page.waitForURL('**/q/questions/3'), page.keyboard.press('Enter')]);
  await page.goto('/q/questions/2');
  const chosen = main(page).getByRole('button', { name: 'Souvent ta réponse' });
  assert.equal(await chosen.count(), 1, 'the answer given is said to be so');
}

/** What a device with a French voice of its own gives the page; what is said is kept on the root. */
const A_VOICE = `
  const voice = { name: 'Voix', lang: 'fr-FR', localService: true, default: true, voiceURI: 'voix' };
  const define = (name, value) => Object.defineProperty(window, name, { value });
  define('SpeechSynthesisUtterance', function (text) { this.text = text; });
  define('speechSynthesis', {
    speaking: false,
    getVoices: () => [voice],
    addEventListener: () => undefined,
    cancel: () => undefined,
    speak: ({ text }) => { document.documentElement.dataset.heard = text; },
  });
`;
