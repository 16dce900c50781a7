import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, main } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const STAY = 'Garder ouvert 20 minutes de plus';
const TWICE = 2;

journey(
  'Before the correspondence file closes, an alert says so without taking the focus, and it stays open as often as asked',
  async (visits) => {
    const page = await opensAFile(visits);
    const elsewhere = main(page).getByRole('link', { name: 'Dire ce que j’ai vu d’un élève' });
    await elsewhere.focus();
    for (let time = 1; time <= TWICE; time += 1) {
      await passes(page, 18.5);
      const alert = main(page)
        .locator('.names__closing')
        .filter({ hasText: 'se ferme dans deux minutes au plus' });
      await alert.waitFor();
      assert.ok(await isFocused(page, 'Dire ce que j’ai vu d’un élève'), 'the focus has not moved');
      // As a screen reader does, without a key or a click that the page would take for activity.
      await alert.getByRole('button', { name: STAY }).evaluate((stay: HTMLElement) => {
        stay.focus();
        stay.click();
      });
      await main(page).locator('.names__said').filter({ hasText: 'Votre fichier reste ouvert' }).waitFor();
      assert.equal(await button(page, STAY).count(), 0);
      assert.ok(await isFocused(page, 'Dire ce que j’ai vu d’un élève'), 'the focus is back where it was');
      assert.ok((await minutesSinceUsed(page))! < 1);
    }
    await passes(page, 18.5);
    await button(page, STAY).waitFor();
    await page.keyboard.press('Shift');
    await button(page, STAY).waitFor({ state: 'detached' });
    assert.ok((await minutesSinceUsed(page))! < 1, 'any key keeps it open');
    assert.ok(await button(page, 'Fermer le fichier').isVisible());
  },
);

journey(
  'Left alone, the correspondence file closes, and nothing keeps open what had to close',
  async (visits) => {
    const page = await opensAFile(visits);
    await passes(page, 18.5);
    await button(page, STAY).waitFor();
    // The machine slept: the first key comes too late.
    await passes(page, 21, { told: false });
    await page.keyboard.press('Shift');
    await main(page).locator('.names__said').filter({ hasText: 's’est fermé après 20 minutes' }).waitFor();
    assert.equal(await button(page, STAY).count(), 0);
    assert.equal(await minutesSinceUsed(page), null, 'nothing readable is left in the browser');
  },
);

async function opensAFile(visits: Visits): Promise<Page> {
  const page = await (await visits.open()).newPage();
  await entersAs(page, 'Thomas Nguyen');
  await page.goto('/suivi/correspondance');
  await page.getByText('Créer le fichier de l’établissement').click();
  for (const label of [/^Phrase de passe\s*Notez/, /^La même phrase/])
    await main(page).getByLabel(label).fill('ancre cerise moulin tortue');
  await button(page, 'Créer le fichier').click();
  await main(page).locator('.names__table').waitFor();
  await page.goto('/suivi');
  await button(page, 'Fermer le fichier').waitFor();
  return page;
}

/** Time is not waited for: what the browser keeps of the last use is put back, and the tabs told that it changed. */
async function passes(page: Page, minutes: number, { told = true } = {}): Promise<void> {
  await page.evaluate(
    ([minutes, told]) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('correspondance', 1);
        request.onsuccess = () => {
          const store = request.result.transaction('kept', 'readwrite').objectStore('kept');
          const open = store.get('open');
          open.onsuccess = () => {
            const usedAt = Date.now() - Number(minutes) * 60_000;
            store.put({ ...open.result, usedAt }, 'open').onsuccess = () => {
              request.result.close();
              if (told) new BroadcastChannel('correspondance').postMessage('changed');
              resolve();
            };
          };
        };
      }),
    [minutes, told] as const,
  );
}

async function minutesSinceUsed(page: Page): Promise<number | null> {
  return page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        const request = indexedDB.open('correspondance', 1);
        request.onsuccess = () => {
          const open = request.result.transaction('kept').objectStore('kept').get('open');
          open.onsuccess = () => {
            request.result.close();
            resolve(open.result ? (Date.now() - open.result.usedAt) / 60_000 : null);
          };
        };
      }),
  );
}

async function isFocused(page: Page, words: string): Promise<boolean> {
  return page.evaluate((words) => document.activeElement?.textContent?.trim() === words, words);
}
