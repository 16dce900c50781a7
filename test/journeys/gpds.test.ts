import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { readPdf } from '../pdf-reader.ts';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs, signsOut } from './visit/person.ts';

describe('A whole meeting of the GPDS', () => {
  journey('With JavaScript: agenda, situations, decisions, minutes, and the acts of a colleague', (visits) =>
    meets(visits, {
      referent: 'Thomas Nguyen',
      colleague: 'Inès Delattre',
      least: 4,
      javaScriptEnabled: true,
    }),
  );
  journey('Without JavaScript, the same on a phone', (visits) =>
    meets(visits, {
      referent: 'Yasmine Le Goff',
      colleague: 'Sofia Pereira',
      least: 2,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    }),
  );
});

type Meeting = {
  referent: string;
  colleague: string;
  /** Situations the past of the school puts on the agenda, at least. */
  least: number;
  javaScriptEnabled: boolean;
  viewport?: { width: number; height: number };
};

async function meets(visits: Visits, { referent, colleague, least, ...device }: Meeting): Promise<void> {
  const context = await visits.open(device);
  const page = await context.newPage();
  await entersAs(page, referent);
  await page.goto('/suivi');
  await follows(page, main(page).getByRole('link', { name: 'Réunions du GPDS' }));
  await page.getByLabel('Jour de la réunion').fill('');
  await follows(page, button(page, 'Préparer'));
  assert.match(await page.title(), /^Erreur/);
  await page.getByLabel('Jour de la réunion').fill(today());
  await follows(page, button(page, 'Préparer'));
  const meeting = page.url();
  const codes = await agendaOf(page);
  assert.ok(codes.length >= least, `${codes.length} situations on the agenda`);

  await changesTheAgenda(page, codes);
  const [first, second] = await agendaOf(page);
  await follows(page, main(page).getByRole('link', { name: 'Commencer la réunion' }));
  assert.match(await headingOf(page), new RegExp(first!));
  await decides(page, colleague);
  assert.match(await headingOf(page), new RegExp(second!), 'the next situation follows');
  await follows(page, main(page).getByRole('link', { name: `Précédente : ${first}` }));
  await assertSays(page, /décision.* en cours/);
  await saysWhatWasDone(page);

  await page.goto(meeting);
  await follows(page, button(page, 'Terminer et lire le compte rendu'));
  assert.match(await headingOf(page), /^Compte rendu du GPDS/);
  await assertSays(page, /Un quart d’heure chaque lundi/);
  await assertSays(page, /Pour la prochaine réunion/);
  const minutes = await context.request.get(`${page.url()}.pdf`);
  assert.equal(minutes.headers()['content-type'], 'application/pdf');
  const { root } = readPdf(Buffer.from(await minutes.body()));
  assert.ok(root.text.includes(first!) && root.text.includes('Un quart d’heure chaque lundi'));
  await page.goto(`${meeting}/situations/${first}`);
  await assertSays(page, /Page introuvable/);

  await signsOut(page);
  await entersAs(page, colleague);
  await page.goto('/suivi');
  await assertSays(page, /Mes actes/);
  const act = main(page).getByRole('listitem').filter({ hasText: 'Un quart d’heure chaque lundi' });
  await follows(page, act.getByRole('button', { name: /^Fait\s: / }));
  assert.equal(await act.count(), 0, 'an act told of is no longer asked for');
}

/** Removes the last situation, puts it back, and moves it one step earlier. */
async function changesTheAgenda(page: Page, codes: string[]): Promise<void> {
  const last = codes.at(-1)!;
  await follows(page, main(page).getByRole('button', { name: `Retirer : ${last}` }));
  assert.deepEqual(await agendaOf(page), codes.slice(0, -1));
  await follows(page, button(page, 'Ajouter'));
  assert.match(await page.title(), /^Erreur/);
  await page.getByLabel('Ajouter une situation').selectOption(last);
  await follows(page, button(page, 'Ajouter'));
  assert.deepEqual(await agendaOf(page), codes);
  await follows(page, main(page).getByRole('button', { name: `Plus tôt : ${last}` }));
  assert.deepEqual(await agendaOf(page), [...codes.slice(0, -2), last, codes.at(-2)!]);
}

/** A decision refused, then doubted, then kept: what was typed stays, whatever is wrong. */
async function decides(page: Page, colleague: string): Promise<void> {
  const act = page.getByLabel('L’acte, en une phrase', { exact: false });
  const saves = () => follows(page, button(page, 'Enregistrer et passer à la suivante'));
  await main(page).getByLabel('Un adulte repère, disponible').check();
  await act.fill('Appeler Mme Durand, élève née le 12/03/2012');
  await saves();
  await assertSays(page, /ressemble à une date de naissance/);
  await assertSays(page, /Choisissez qui s’en charge/);
  assert.ok(await main(page).getByLabel('Un adulte repère, disponible').isChecked());
  await act.fill('Appeler Mme Durand mardi');
  await page.getByLabel('Quoi').selectOption({ label: 'Tutorat' });
  const names = await page.getByLabel('Qui', { exact: true }).locator('option').allInnerTexts();
  const name = names.find((option) => option.startsWith(colleague));
  assert.ok(name, `${colleague} can be entrusted with an act`);
  await page.getByLabel('Qui', { exact: true }).selectOption({ label: name });
  await saves();
  await assertSays(page, /pourrait dire le nom de quelqu’un \(« Durand »\)/);
  assert.equal(await act.inputValue(), 'Appeler Mme Durand mardi');
  await act.fill('Un quart d’heure chaque lundi');
  await saves();
}

/** What was decided earlier, told in the same form, without deciding anything more. */
async function saysWhatWasDone(page: Page): Promise<void> {
  const overdue = main(page).locator('section').filter({ hasText: 'Ce qui était décidé' });
  if ((await overdue.count()) > 0) await overdue.getByLabel('Fait', { exact: true }).first().check();
  await follows(page, button(page, 'Enregistrer et décider encore'));
  assert.doesNotMatch(await page.title(), /^Erreur/);
}

async function agendaOf(page: Page): Promise<string[]> {
  const links = await main(page).locator('.agenda a[data-follow-up]').all();
  return Promise.all(links.map(textOf));
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}
