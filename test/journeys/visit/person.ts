import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './answering.ts';

/** From anywhere to the code page, the e-mail of the demonstration, and back with the code. */
export async function signsInByEmail(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByRole('textbox', { name: /Adresse électronique/ }).fill(email);
  await follows(page, button(page, 'Recevoir un code'));
  assert.equal(await headingOf(page), 'Entrez le code reçu');
  await follows(page, main(page).getByRole('link', { name: 'Lire le courriel de la démonstration' }));
  const code = await readsTheCode(page, email);
  await follows(page, main(page).getByRole('link', { name: 'Entrer un code' }));
  await page.getByRole('textbox', { name: /Code à six chiffres/ }).fill(code);
  await follows(page, button(page, 'Se connecter'));
}

/** The latest mail to this address is the highest on the page. */
async function readsTheCode(page: Page, email: string): Promise<string> {
  const mail = page.getByRole('article').filter({ hasText: email }).first();
  const [code] = /\b\d{6}\b/.exec(await textOf(mail)) ?? [];
  assert.ok(code, `a mail to ${email} holds a code`);
  return code;
}

export type Introduction = { name: string; profession: string; school: string };

/** The three steps of the first visit. */
export async function introducesThemselves(
  page: Page,
  { name, profession, school }: Introduction,
): Promise<void> {
  assert.equal(await headingOf(page), 'Qui êtes-vous ?');
  await page.getByRole('textbox', { name: /Comment souhaitez-vous/ }).fill(name);
  await page.getByRole('radio', { name: profession, exact: true }).check({ force: true });
  await follows(page, button(page, 'Continuer'));

  assert.equal(await headingOf(page), 'Où travaillez-vous ?');
  await page.getByRole('searchbox', { name: /Chercher un établissement/ }).fill(school.split(' ').at(-1)!);
  await follows(page, button(page, 'Chercher'));
  await follows(page, button(page, `Choisir ${school}`));

  assert.equal(await headingOf(page), 'Vos données, en clair');
  await assertSays(page, /Ni à vous évaluer dans votre carrière, ni à recruter/);
  await follows(page, button(page, 'J’ai lu, continuer'));
  assert.equal(await headingOf(page), `Bonjour ${name}`);
}

/** A character of the demonstration, in one click. */
export async function entersAs(page: Page, name: string): Promise<void> {
  await page.goto('/connexion');
  await follows(page, button(page, `Entrer avec le compte de ${name}`));
}

export async function signsOut(page: Page): Promise<void> {
  await follows(page, page.getByRole('banner').getByRole('button', { name: 'Se déconnecter' }));
  await assertSays(page, /Votre session est fermée/);
}
