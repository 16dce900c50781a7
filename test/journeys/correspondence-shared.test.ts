import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readCorrespondence, writeCorrespondence } from '../../src/follow-up/names/correspondence.ts';
import { openSealedFile, sealFile } from '../../src/follow-up/names/sealed-file.ts';
import { button, main } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const PASSPHRASE = 'ancre cerise moulin tortue';

/** The disk of the school: a real file of the browser, chosen in place of the window of the system, which cannot be driven. */
const FILE = 'ecole.json';

journey('A file a colleague saved meanwhile is not written over: both are put together', async (visits) => {
  const page = await (await visits.open()).newPage();
  // As text: what compiles the tests adds to functions what a page does not have.
  await page.addInitScript({
    content: `window.showSaveFilePicker = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('${FILE}', { create: true });`,
  });
  await entersAs(page, 'Thomas Nguyen');
  await page.goto('/suivi/correspondance');
  await page.getByText('Créer le fichier de l’établissement').click();
  await main(page)
    .getByLabel(/^Phrase de passe\s*Notez/)
    .fill(PASSPHRASE);
  await main(page)
    .getByLabel(/^La même phrase/)
    .fill(PASSPHRASE);
  await button(page, 'Créer le fichier').click();
  const names = main(page).locator('.names__table tbody tr');
  await names.nth(0).getByLabel(/^Nom,/).fill('Anastasopoulos');
  await names.nth(1).getByLabel(/^Nom,/).fill('Quenneville');
  await names.nth(0).getByLabel(/^Nom,/).focus();
  await main(page).getByText('2 noms').waitFor();
  await saves(page, /version 1\./);

  const code = await colleagueSaves(page, 'Vanhoutteghem');
  await names.nth(0).getByLabel(/^Nom,/).fill('Anastasopoulou');
  await names.nth(1).getByLabel(/^Nom,/).focus();
  page.once('dialog', (dialog) => dialog.dismiss());
  await button(page, 'Enregistrer le fichier').click();
  await main(page).getByText('Rien n’a été enregistré').waitFor();
  assert.deepEqual((await onDisk(page)).map(({ lastName }) => lastName).includes('Anastasopoulou'), false);

  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.message();
    return dialog.accept();
  });
  await saves(page, /Les changements des deux y sont\. *$/);
  assert.match(asked, /Quelqu’un a enregistré ce fichier/);
  const saved = await onDisk(page);
  assert.deepEqual(saved.map(({ lastName }) => lastName).toSorted(), [
    'Anastasopoulou',
    'Quenneville',
    'Vanhoutteghem',
  ]);
  await main(page)
    .locator('.names__table')
    .getByLabel(new RegExp(`^Nom, ${code}`))
    .waitFor();
  await names
    .nth(1)
    .getByLabel(/^Prénom,/)
    .fill('Léa');
  await names.nth(0).getByLabel(/^Nom,/).focus();
  await saves(page, /version 4\./);
});

async function saves(page: Page, says: RegExp): Promise<void> {
  await button(page, 'Enregistrer le fichier').click();
  await main(page).locator('.names__said').filter({ hasText: says }).waitFor();
}

async function textOnDisk(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, FILE);
}

async function onDisk(page: Page) {
  const opening = await openSealedFile(await textOnDisk(page), PASSPHRASE);
  assert.ok('text' in opening);
  return readCorrespondence(opening.text)!;
}

/** Somebody else opens the file, names one more code, and saves: another state of the same file. */
async function colleagueSaves(page: Page, lastName: string): Promise<string> {
  const opening = await openSealedFile(await textOnDisk(page), PASSPHRASE);
  assert.ok('text' in opening);
  const pupils = readCorrespondence(opening.text)!;
  const code = 'ZZ-Z99';
  const more = [...pupils, { code, lastName, firstName: '', className: '' }];
  const sealed = await sealFile(writeCorrespondence(more, { number: 2, mark: 'colleague' }), opening.key);
  await page.evaluate(
    async ([name, text]) => {
      const folder = await navigator.storage.getDirectory();
      const writing = await (await folder.getFileHandle(name!)).createWritable();
      await writing.write(text!);
      await writing.close();
    },
    [FILE, sealed],
  );
  return code;
}
