import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs, signsOut } from './visit/person.ts';
import { type Wire, wireTo } from './visit/wire.ts';

const DOSSIER = '/certificat/etudes-de-cas/ec-lazare-dix-mois-dehors';
const PHONE = { viewport: { width: 360, height: 740 } };

describe('An hour with a dossier', { concurrency: true }, () => {
  journey('A server that goes away, a second window and a sign-out in the middle lose no word', losesNothing);
  journey('With JavaScript, from the first page to the reading of a colleague', (visits) =>
    studiesAndIsRead(visits, { javaScriptEnabled: true }, ['Hélène Marchetti', 'Karim Vasseur']),
  );
  journey('Without JavaScript, the same on a phone', (visits) =>
    studiesAndIsRead(visits, { javaScriptEnabled: false, ...PHONE }, ['Sofia Pereira', 'Mathieu Benali']),
  );
  journey('Without JavaScript, whoever was signed out finds their text on the page that says so', signedOut);
  journey('A text written on paper is copied, with the time one says', copiesFromPaper);
  journey('A trainer writes the dates of their académie, which everybody sees', entersDates);
});

const diagnosis = (page: Page) => page.getByLabel('Mon diagnostic');
const proposals = (page: Page) => page.getByLabel('Mes propositions');
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('cas')));

async function starts(page: Page): Promise<string> {
  await page.goto(DOSSIER);
  await follows(page, button(page, 'Ouvrir le dossier, l’horloge part'));
  return page.url();
}

async function losesNothing(visits: Visits): Promise<void> {
  const wire = await wireTo(visits.address);
  try {
    await loseNothingOn(wire, await visits.open({ baseURL: wire.address }));
  } finally {
    await wire.cut();
  }
}

async function loseNothingOn(wire: Wire, context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await entersAs(page, 'Paul Haddad');
  const address = await starts(page);
  assert.match((await page.getByRole('timer').textContent()) ?? '', /^(60:00|59:\d\d)$/);
  await diagnosis(page).fill('Écrit avant la coupure.');
  await follows(page, button(page, 'Enregistrer'));

  await wire.cut();
  await diagnosis(page).fill('Écrit avant la coupure. Et pendant.');
  await proposals(page).fill('Une proposition écrite pendant la coupure.');
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/chrome-error/);
  await wire.mend();
  await page.goto(address);
  await assertSays(page, /Un texte est gardé sur cet appareil/);
  assert.equal(await diagnosis(page).inputValue(), 'Écrit avant la coupure.', 'nothing is chosen for them');
  await button(page, 'Reprendre le texte de cet appareil').click();
  await page.getByText(/^Enregistré à \d\d:\d\d\.$/).waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  await page.reload();
  assert.equal(await diagnosis(page).inputValue(), 'Écrit avant la coupure. Et pendant.');
  assert.equal(await proposals(page).inputValue(), 'Une proposition écrite pendant la coupure.');

  const second = await context.newPage();
  await second.goto(address);
  await proposals(second).fill('Écrit dans la seconde fenêtre.');
  await follows(second, button(second, 'Enregistrer'));
  await diagnosis(page).fill('Écrit dans la première fenêtre.');
  await follows(page, button(page, 'Enregistrer'));
  await assertSays(page, /Une autre fenêtre a enregistré un autre texte/);
  assert.equal(await diagnosis(page).inputValue(), 'Écrit dans la première fenêtre.');
  assert.equal(
    await page.getByLabel('Propositions de l’autre fenêtre').inputValue(),
    'Écrit dans la seconde fenêtre.',
  );
  await proposals(page).fill('Écrit dans la seconde fenêtre, repris ici.');
  await follows(page, button(page, 'Enregistrer'));
  assert.equal(await diagnosis(page).inputValue(), 'Écrit dans la première fenêtre.');

  await diagnosis(page).fill('Écrit juste avant de se déconnecter.');
  await signsOut(page);
  assert.deepEqual(await kept(page), [], 'nothing stays on the device');
  await entersAs(page, 'Paul Haddad');
  await page.goto(address);
  assert.equal(await diagnosis(page).inputValue(), 'Écrit juste avant de se déconnecter.');
}

async function studiesAndIsRead(
  visits: Visits,
  device: { javaScriptEnabled: boolean; viewport?: { width: number; height: number } },
  [author, reader]: readonly [string, string],
): Promise<void> {
  const page = await (await visits.open(device)).newPage();
  await entersAs(page, author);
  await page.goto('/certificat');
  await follows(page, main(page).getByRole('link', { name: 'Étudier un dossier en une heure' }));
  await follows(page, main(page).getByRole('link', { name: /^Lazare/ }));
  await follows(page, button(page, 'Ouvrir le dossier, l’horloge part'));
  const address = page.url();
  await page.locator('#d3 summary').click();
  assert.ok(await page.locator('#d3 .prose').isVisible(), 'a document opens without leaving the page');
  await diagnosis(page).fill('Lazare demande à revenir.\nSon statut n’est pas clair.');
  await follows(page, button(page, 'Mettre en pause'));
  assert.equal(await headingOf(page), 'En pause');
  await follows(page, button(page, 'Reprendre, l’horloge repart'));
  await proposals(page).fill('Le recevoir cette semaine.');
  await follows(page, button(page, 'J’ai fini'));
  await assertSays(page, /plus une pause/);
  await assertSays(page, /Son statut n’est pas clair\./);

  await follows(page, main(page).getByRole('link', { name: 'Relire mon texte avec la grille' }));
  await follows(page, button(page, 'Enregistrer ma grille'));
  await assertSays(page, /critères restent sans réponse/);
  const criteria = await fillsTheGrid(page, 'En partie');
  await follows(page, button(page, 'Enregistrer ma grille'));
  await assertSays(page, new RegExp(`Remplie : 0 présents, ${criteria} en partie, 0 absents`));
  await page.goto(`${address}/reponse`);
  await assertSays(page, /Ce qu’une lecture rapide laisse passer/);
  await page.goto(`${address}/presentation`);
  if (device.javaScriptEnabled) {
    await button(page, 'Commencer').click();
    await page.getByRole('timer').filter({ hasText: '9:5' }).waitFor();
  } else await assertSays(page, /Prenez une montre/);
  await follows(page, main(page).getByRole('link', { name: 'Puis les questions du jury' }));
  const [expected, hidden] = ['Ce qu’une réponse solide contient', 'not before an answer'];
  assert.equal(await main(page).getByText(expected).count(), 0, hidden);
  await page.getByLabel(/Ma réponse/).fill('Je partirais de ses deux messages.');
  await follows(page, button(page, 'Enregistrer, et voir ce qui est attendu'));
  assert.equal(await main(page).getByText(expected).count(), 1);

  await page.goto(`${address}/lectures`);
  await page.getByRole('radio', { name: reader }).check({ force: true });
  await follows(page, button(page, 'Montrer cette étude'));
  await isReadBy(visits, reader, author, device);
  await page.reload();
  await assertSays(page, /Voici sa lecture de votre texte/);
  await assertSays(page, /On voit l’essentiel\./);
  await follows(page, main(page).getByRole('button', { name: /^Ne plus montrer/ }));
  assert.equal(await main(page).getByText('Voici sa lecture').count(), 0);
}

async function fillsTheGrid(page: Page, answer: string): Promise<number> {
  const choices = page.getByRole('radio', { name: new RegExp(`^${answer}`) });
  const count = await choices.count();
  assert.ok(count >= 6, 'a grid has six criteria at least');
  for (let index = 0; index < count; index += 1) await choices.nth(index).check({ force: true });
  return count;
}

async function isReadBy(visits: Visits, reader: string, author: string, device: object): Promise<void> {
  const page = await (await visits.open(device)).newPage();
  await entersAs(page, reader);
  await page.goto('/certificat/relectures');
  await follows(page, main(page).getByRole('link', { name: new RegExp(`^${author}`) }));
  await assertSays(page, /Lazare demande à revenir\./);
  const checked = await page.getByRole('radio', { checked: true }).count();
  assert.equal(checked, 0, 'the grid of the author is not shown');
  await fillsTheGrid(page, 'Présent');
  await page.getByLabel(/Un mot/).fill('On voit l’essentiel.');
  await follows(page, button(page, 'Enregistrer ma lecture'));
  await assertSays(page, /Votre lecture est enregistrée/);
}

async function signedOut(visits: Visits): Promise<void> {
  const context = await visits.open({ javaScriptEnabled: false });
  const page = await context.newPage();
  await entersAs(page, 'Léa Fontaine');
  const address = await starts(page);
  await diagnosis(page).fill('Vingt minutes de travail.');
  const cookies = await context.cookies();
  await context.clearCookies();
  await follows(page, button(page, 'Enregistrer'));
  assert.equal(await headingOf(page), 'Votre session est terminée, votre texte est ici');
  await context.addCookies(cookies);
  await follows(page, button(page, 'Enregistrer'));
  assert.equal(page.url(), address);
  assert.equal(await diagnosis(page).inputValue(), 'Vingt minutes de travail.');
}

async function copiesFromPaper(visits: Visits): Promise<void> {
  const page = await (await visits.open()).newPage();
  await entersAs(page, 'Awa Lambert');
  await page.goto(DOSSIER);
  await follows(page, main(page).getByRole('link', { name: 'Imprimer les documents' }));
  assert.ok((await page.locator('.sheet').count()) >= 6);
  await page.goBack();
  await follows(page, button(page, 'Recopier un texte écrit sur papier'));
  assert.equal(await page.getByRole('timer').count(), 0);
  await diagnosis(page).fill('Recopié de ma feuille.');
  await follows(page, button(page, 'J’ai fini'));
  await assertSays(page, /Écrivez un nombre de minutes/);
  await page.getByLabel(/Le temps passé sur papier/).fill('65');
  await follows(page, button(page, 'J’ai fini'));
  await assertSays(page, /faite sur papier, en 65 minutes selon vous/);
}

async function entersDates(visits: Visits): Promise<void> {
  const page = await (await visits.open()).newPage();
  await entersAs(page, 'Mei-Lin Garnier');
  await page.goto('/certificat/calendrier');
  await follows(page, main(page).getByRole('link', { name: 'Saisir des dates' }));
  await page.getByLabel('Ouverture des inscriptions').fill('2027-03-01');
  await page.getByLabel('Clôture des inscriptions').fill('2027-02-01');
  await page.getByLabel(/Où s’inscrire/).fill('Service des examens');
  await page.getByLabel(/Source/).fill('Note de service inventée');
  await follows(page, button(page, 'Enregistrer'));
  await assertSays(page, /La clôture vient après l’ouverture/);
  await page.getByLabel('Clôture des inscriptions').fill('2027-03-20');
  await follows(page, button(page, 'Enregistrer'));
  await assertSays(page, /Du 1er mars 2027 au 20 mars 2027/);

  const candidate = await (await visits.open(PHONE)).newPage();
  await entersAs(candidate, 'Thomas Nguyen');
  await candidate.goto('/certificat/calendrier');
  await assertSays(candidate, /Du 1er mars 2027 au 20 mars 2027/);
  await assertSays(candidate, /Dates passées/);
  await assertSays(candidate, /À vérifier auprès du rectorat/);
  assert.equal(
    await main(candidate)
      .getByRole('link', { name: /Corriger|Saisir/ })
      .count(),
    0,
  );
}
