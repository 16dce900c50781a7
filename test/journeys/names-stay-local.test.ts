import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { dayOf } from '../../src/calendar/index.ts';
import { assertSays, button, follows, main, textOf } from './visit/answering.ts';
import { theApplication } from './visit/application.ts';
import { journey } from './visit/browser.ts';
import { characterNamed } from './visit/client.ts';
import { entersAs, signsOut } from './visit/person.ts';
import { Capture, connect, namesFound, storedInBrowser, storedInDatabase } from './visit/traces.ts';

/** Invented, and unlike any word of the site: what is found is a leak. */
const PUPILS = [
  { lastName: 'Quatrebarbès', firstName: 'Zéphyrine' },
  { lastName: 'N’Zolani-Bréchon', firstName: 'Oussmane' },
  { lastName: 'Wojtkowiakova', firstName: 'Maëlyssandre' },
];
const NEWCOMER = { lastName: 'Delacroizière', firstName: 'Théophanie' };
const NAMES = [...PUPILS, NEWCOMER].flatMap(({ lastName, firstName }) => [lastName, firstName]);
const BIRTH_DATE = '14/03/2012';
const NUMBER = '190283746AB';

journey(
  'With the correspondence file open, a whole meeting shows names and lets none out of the page',
  async (visits, t) => {
    const { dataDir, printed } = await theApplication();
    const context = await visits.open({ acceptDownloads: true });
    const capture = new Capture(context);
    const page = await context.newPage();
    await entersAs(page, 'Thomas Nguyen');
    const file = await makesTheFile(page);
    const passphrase = await closesAndOpensAgain(page, file);
    await pastesATable(page);
    const inBrowser = await storedInBrowser(page);
    await meetsWithNames(page);
    await printsWithNames(page);
    inBrowser.push(...(await storedInBrowser(page)));
    await leaves(page);
    await capture.done();

    const places: (readonly [string, string | Buffer])[] = [
      ...capture.places,
      ...inBrowser,
      ['file on the disk', readFileSync(file)],
      ['outputs of the application', printed()],
      ...(await storedInDatabase(dataDir)),
    ];
    const secrets = [...NAMES, BIRTH_DATE, NUMBER, passphrase];
    t.diagnostic(
      `${secrets.length} secrets looked for in ${places.length} places, ${capture.requests} requests`,
    );
    assert.ok(capture.requests > 60 && places.some(([where]) => where.startsWith('local database')));
    assert.deepEqual(namesFound(secrets, places), []);
  },
);

journey('A planted leak is seen, wherever it is and however it is written', async (visits) => {
  const { dataDir } = await theApplication();
  const [name] = NAMES;
  const context = await visits.open();
  const capture = new Capture(context);
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.evaluate(async (planted) => {
    const base64 = btoa(unescape(encodeURIComponent(`xx${planted}`)));
    document.title = planted;
    console.log(planted);
    localStorage.setItem('planted', planted.toUpperCase());
    sessionStorage.setItem('planted', planted.normalize('NFD'));
    await cookieStore.set('planted', encodeURIComponent(planted));
    await fetch(`/sante?q=${encodeURIComponent(planted.toLowerCase())}`, {
      headers: { 'x-planted': base64 },
    });
    await fetch('/essai', { method: 'POST', body: new URLSearchParams({ planted }) });
    await new Promise((resolve) => {
      const request = indexedDB.open('planted', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('planted');
      request.onsuccess = () => {
        const transaction = request.result.transaction('planted', 'readwrite');
        transaction.objectStore('planted').put({ sealed: new TextEncoder().encode(planted).buffer }, 1);
        transaction.oncomplete = resolve;
      };
    });
  }, name!);
  await capture.done();
  const found = namesFound([name!], [...capture.places, ...(await storedInBrowser(page))]).join('\n');
  for (const where of [
    'in an address: address of GET /sante',
    'in base64: headers of GET /sante',
    'in an address: body of POST /essai',
    'as it is: console',
    'in an address: cookies',
    ': local storage',
    'as it is: session storage',
    'as it is: local database planted',
  ])
    assert.ok(found.includes(where), `${where}, in:\n${found}`);

  const client = await connect(dataDir);
  await client.query('create table planted (plain text, bytes bytea)');
  await client.query('insert into planted values ($1, $2)', [name!.toLowerCase(), Buffer.from(name!)]);
  const stored = namesFound([name!], await storedInDatabase(dataDir));
  await client.query('drop table planted');
  await client.end();
  assert.deepEqual(stored.toSorted(), [
    `${name}, as it is: table public.planted`,
    `${name}, in hexadecimal: table public.planted`,
  ]);
});

journey(
  'The server refuses what looks like an identity, gives it back, and stores none of it',
  async (visits) => {
    const { dataDir, printed } = await theApplication();
    const thomas = await characterNamed(visits.address, 'Thomas Nguyen');
    const [field] = /absences-[A-Z0-9-]+/.exec((await thomas.get('/suivi/releve')).html) ?? [];
    assert.ok(field, 'a follow-up is under way');
    const secrets = ['Barthélémousse', '17/05/2011', '283746190CD', 'barthelemousse@exemple-local.fr'];
    const period = { observedOn: dayOf(new Date()), due: '36' };
    for (const secret of secrets) {
      for (const fields of [
        { [field]: secret },
        { nom: secret, [field]: '3' },
        { [`niveau-${secret}`]: '3e' },
      ]) {
        const { status, html } = await thomas.post('/suivi/releve', { ...period, ...fields });
        assert.equal(status, 422, JSON.stringify(fields));
        assert.match(html, /ressemble à un nom/);
        assert.ok(html.includes(secret), `${secret} is given back`);
      }
    }
    const places = [...(await storedInDatabase(dataDir)), ['outputs of the application', printed()] as const];
    assert.deepEqual(namesFound(secrets, places), []);
  },
);

/** Names three follow-ups under way, and saves the file; returns where. */
async function makesTheFile(page: Page): Promise<string> {
  // The window of the system that chooses where to save cannot be driven; browsers without it download.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto('/suivi/correspondance');
  await page.getByText('Créer le fichier de l’établissement').click();
  await button(page, 'Tirer une phrase au hasard').click();
  const first = main(page).getByLabel(/^Phrase de passe\s*Notez/);
  drawn = await first.inputValue();
  assert.equal(drawn.split(' ').length, 7);
  await main(page)
    .getByLabel(/^La même phrase/)
    .fill('une autre phrase de passe');
  await button(page, 'Créer le fichier').click();
  await assertSays(page, /ne sont pas les mêmes/);
  await main(page)
    .getByLabel(/^La même phrase/)
    .fill(drawn);
  await button(page, 'Créer le fichier').click();
  await main(page).getByRole('heading', { name: 'Les noms de votre fichier' }).waitFor();
  const rows = main(page).locator('.names__table tbody tr');
  for (const [index, { lastName, firstName }] of PUPILS.entries()) {
    await rows.nth(index).getByLabel(/^Nom,/).fill(lastName);
    await rows
      .nth(index)
      .getByLabel(/^Prénom,/)
      .fill(firstName);
  }
  await rows.nth(0).getByLabel(/^Nom,/).focus();
  await main(page).getByText(`${PUPILS.length} noms`).waitFor();
  return savesTheFile(page);
}

let drawn = '';

async function savesTheFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Enregistrer le fichier').click(),
  ]);
  // Nothing is left to save, once the file is written.
  await button(page, 'Enregistrer le fichier').waitFor({ state: 'hidden' });
  return download.path();
}

/** A wrong passphrase says so and changes nothing; the right one shows the names again. */
async function closesAndOpensAgain(page: Page, file: string): Promise<string> {
  await button(page, 'Fermer le fichier').click();
  await main(page)
    .getByLabel(/^Fichier de correspondance/)
    .setInputFiles(file);
  const passphrase = main(page).getByLabel('Phrase de passe', { exact: true }).first();
  await passphrase.fill('ce n’est pas cette phrase');
  await passphrase.press('Enter');
  await main(page).getByText('La phrase n’est pas celle de ce fichier, ou le fichier est abîmé.').waitFor();
  assert.equal(await main(page).locator('.names__table').count(), 0);
  await passphrase.fill(drawn);
  await button(page, 'Ouvrir').click();
  await main(page).locator('.names__table').waitFor();
  await page.goto('/suivi');
  await seesNames(page, PUPILS);
  return drawn;
}

/** The names are on the page, beside their codes: without this, finding none elsewhere would say nothing. */
async function seesNames(page: Page, pupils: readonly (typeof NEWCOMER)[]): Promise<void> {
  for (const { lastName, firstName } of pupils) {
    await main(page).getByText(`${firstName} ${lastName}`).first().waitFor();
  }
}

async function pastesATable(page: Page): Promise<void> {
  await page.goto('/suivi/releve');
  const line = ({ lastName, firstName }: typeof NEWCOMER, counts: string) =>
    `${lastName.toUpperCase()};${firstName};3E A;${BIRTH_DATE};${NUMBER};${counts}`;
  const titles = 'Nom;Prénom;Classe;Né(e) le;INE;Demi-journées;Non justifiées;Sanctions';
  const table = [titles, line(PUPILS[0]!, '8;5;1'), line(NEWCOMER, '14;12;0'), line(PUPILS[2]!, '1;0;=1+1')];
  await main(page)
    .getByLabel(/^Tableau d’élèves/)
    .fill('Bonjour');
  await button(page, 'Lire le tableau').click();
  await assertSays(page, /Aucune ligne de titres n’est reconnue/);
  await main(page)
    .getByLabel(/^Tableau d’élèves/)
    .fill(table.join('\n'));
  await button(page, 'Lire le tableau').click();
  await assertSays(page, /Colonnes laissées de côté : INE/);
  await assertSays(page, /ne sont pas des nombres.*ligne 4/);
  await main(page)
    .getByLabel(`Suivi de ${NEWCOMER.firstName} ${NEWCOMER.lastName.toUpperCase()}`)
    .selectOption('nouveau');
  await button(page, 'Reporter les nombres dans le relevé').click();
  await main(page).getByText('Ce qui partira, exactement').waitFor();
  await main(page).getByText('Le texte de l’envoi, signe pour signe').click();
  const announced = (await textOf(main(page).locator('.register__text'))).split(' & ').sort();
  await savesTheFile(page);
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST'),
    follows(page, button(page, 'Enregistrer le relevé')),
  ]);
  const posted = [...new URLSearchParams(sent.postData() ?? '')].map((pair) => pair.join('='));
  assert.deepEqual(posted.toSorted(), announced, 'what was announced is what was sent');
  await assertSays(page, /2 suivis ont de nouveaux niveaux, un suivi est ouvert/);
  await seesNames(page, [NEWCOMER]);
}

/** Agenda, situations, a name typed by slip, decisions, minutes. */
async function meetsWithNames(page: Page): Promise<void> {
  await page.goto('/gpds');
  await follows(page, button(page, 'Préparer'));
  const meeting = page.url();
  await seesNames(page, [NEWCOMER]);
  const link = main(page).locator('.agenda a').filter({ hasText: NEWCOMER.lastName });
  const remove = main(page).getByRole('button', {
    name: new RegExp(`^Retirer : .*${NEWCOMER.lastName}`, 'i'),
  });
  assert.equal(await remove.count(), 1, 'a button says whom it is about to those who hear it');
  await follows(page, link);
  await seesNames(page, [NEWCOMER]);
  const act = page.getByLabel('L’acte, en une phrase', { exact: false });
  await page.getByLabel('Quoi').selectOption({ label: 'Tutorat' });
  await page.getByLabel('Qui', { exact: true }).selectOption({ index: 1 });
  const slip = `Appeler ${NEWCOMER.firstName} lundi`;
  await act.fill(slip);
  await main(page)
    .getByRole('button', { name: /^Enregistrer/ })
    .first()
    .click();
  await main(page).getByRole('alert').filter({ hasText: 'Rien n’est parti' }).waitFor();
  assert.equal(await act.inputValue(), slip, 'what was typed is still there');
  await act.fill('Un quart d’heure chaque lundi');
  await follows(
    page,
    main(page)
      .getByRole('button', { name: /^Enregistrer/ })
      .first(),
  );
  await page.goto(meeting);
  await follows(page, button(page, 'Terminer et lire le compte rendu'));
  await seesNames(page, [NEWCOMER]);
}

/** Minutes, the sheet of a family and slips, as they are printed. */
async function printsWithNames(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await seesNames(page, [NEWCOMER]);
  await page.goto('/suivi');
  const code = await textOf(main(page).locator('tbody a').filter({ hasText: PUPILS[0]!.lastName }));
  await page.goto(`/suivi/${code.slice(0, 6)}/feuille`);
  await seesNames(page, [PUPILS[0]!]);
  await page.goto('/suivi/etiquettes');
  await seesNames(page, PUPILS);
  await page.emulateMedia({ media: 'screen' });
}

async function leaves(page: Page): Promise<void> {
  await page.goto('/suivi');
  await signsOut(page);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), [], 'nothing of the file stays');
  await entersAs(page, 'Thomas Nguyen');
  await page.goto('/suivi');
  await main(page).locator('tbody a').first().waitFor();
  assert.equal(await main(page).locator('.names__name').count(), 0, 'somebody who signs in sees codes');
}
