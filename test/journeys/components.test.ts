import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, follows, main, textOf } from './visit/answering.ts';
import { announcedOf, componentsOf, unsaidOf } from './visit/ax-tree.ts';
import { journey } from './visit/browser.ts';
import { beginsASeries, type Client, characterNamed, unknown } from './visit/client.ts';
import { entersAs } from './visit/person.ts';

// What scripts build or change, as assistive technologies receive it (RGAA 7.1): a name, a role, a value, a state, and what
// changes said where it changes. That a screen reader then says it well is heard by hand (docs/accessibility.md).

journey(
  'Places to exchange: each list has its element for a name, its place for a value, and an exchange is said',
  async (visits) => {
    const client = await characterNamed(visits.address, 'Aurélie Kowalski');
    const path = await findsThingsToOrder(client);
    const context = await visits.open();
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    await page.goto(path);
    const lists = main(page).locator('[data-one-place-each] select');
    const elements = await main(page).locator('[data-one-place-each] label').allInnerTexts();
    await lists.nth(0).selectOption('1');
    await lists.nth(1).selectOption('2');
    await lists.nth(2).selectOption('1');
    await says(page, /^polite: À replacer : «/);
    await lists.nth(0).selectOption('2');
    await says(page, /^polite: À replacer : «/);
    await lists.nth(1).selectOption('1');
    await says(page, /^polite: (Échange|À replacer) : «/);
    const combos = (await componentsOf(page)).filter(({ role }) => /combobox/i.test(role));
    assert.deepEqual(
      combos.map(({ name }) => name),
      elements.map((element) => element.replaceAll('\u00a0', ' ').trim()).map(spaced),
    );
    assert.deepEqual(
      combos.map(({ value }) => value),
      await lists.evaluateAll((all) =>
        (all as HTMLSelectElement[]).map((one) => one.selectedOptions[0]!.text),
      ),
    );
    assert.deepEqual(await unsaidOf(page), []);
  },
);

journey(
  'The correspondence file and what it lays over pages are named, and say what happens',
  async (visits) => {
    const page = await (await visits.open()).newPage();
    await entersAs(page, 'Thomas Nguyen');
    await page.goto('/suivi/correspondance');
    await main(page).getByRole('heading', { name: 'Ouvrir votre fichier' }).waitFor();
    assert.deepEqual(await unsaidOf(page), []);
    await button(page, 'Ouvrir').click();
    const refused = (await componentsOf(page)).find(({ states }) => states.includes('invalid=true'));
    assert.match(refused?.name ?? '', /^Fichier de correspondance/);

    await page.getByText('Créer le fichier de l’établissement').click();
    assert.ok((await componentsOf(page)).some(({ states }) => states.includes('expanded=true')));
    for (const label of [/^Phrase de passe\s*Notez/, /^La même phrase/])
      await main(page).getByLabel(label).fill('ancre cerise moulin tortue');
    await button(page, 'Créer le fichier').click();
    await main(page).locator('.names__table').waitFor();
    await says(page, /^polite: Fichier créé\./);
    const field = main(page).locator('.names__table tbody tr').first();
    await field.getByLabel(/^Nom,/).fill('Quenneville');
    await field.getByLabel(/^Prénom,/).fill('Léa');
    await field.getByLabel(/^Nom,/).focus();
    await main(page).getByText('un nom').first().waitFor();
    const written = (await componentsOf(page)).find(({ value }) => value === 'Quenneville');
    assert.match(written?.name ?? '', /^Nom, [A-Z0-9]{2}-[A-Z0-9]{3}/);
    assert.deepEqual(await unsaidOf(page), []);

    await page.goto('/suivi');
    await main(page).locator('.names__name').filter({ hasText: 'Léa Quenneville' }).first().waitFor();
    const link = (await componentsOf(page)).find(({ name }) => name.includes('Léa Quenneville'));
    assert.equal(link?.role, 'link', 'the name laid over a code is heard with its link');
    assert.deepEqual(await unsaidOf(page), []);

    await page.goto('/suivi/releve');
    const table = main(page).getByLabel(/^Tableau d’élèves/);
    await table.fill('Bonjour');
    await button(page, 'Lire le tableau').click();
    await says(page, /^polite: Aucune ligne de titres/);
    await table.fill('Nom;Prénom;Classe;Demi-journées\nQUENNEVILLE;Léa;3E A;8\nAUTRE;Nora;3E B;2');
    await button(page, 'Lire le tableau').click();
    await button(page, 'Reporter les nombres dans le relevé').waitFor();
    const matched = (await componentsOf(page)).filter(({ name }) => /^Suivi de /.test(name));
    assert.equal(matched.length, 2);
    assert.deepEqual(await unsaidOf(page), []);
    await button(page, 'Reporter les nombres dans le relevé').click();
    await main(page).getByText('Ce qui partira, exactement').waitFor();
    assert.ok((await announcedOf(page)).length > 0);
    assert.deepEqual(await unsaidOf(page), []);

    await page.goto('/suivi');
    page.once('dialog', (dialog) => dialog.accept());
    await button(page, 'Fermer le fichier').click();
    await says(page, /^polite: Votre fichier est fermé/);
    assert.equal(
      await page.locator('.names__said').evaluate((said) => said === document.activeElement),
      true,
    );
  },
);

journey('The hour of a case study has its texts named, and says what is saved', async (visits) => {
  const page = await (await visits.open()).newPage();
  await entersAs(page, 'Sofia Pereira');
  await page.goto('/certificat/etudes-de-cas/ec-deux-rives-huit-jeunes');
  await follows(page, button(page, /^Ouvrir le dossier/));
  assert.deepEqual(await unsaidOf(page), []);
  const diagnosis = page.getByLabel('Mon diagnostic');
  await diagnosis.fill('Deux élèves manquent le lundi.');
  await diagnosis.evaluate((area: HTMLElement) => area.blur());
  const texts = (await componentsOf(page)).filter(({ role }) => role === 'textbox');
  assert.equal(texts[0]?.value, 'Deux élèves manquent le lundi.');
  assert.match(texts[0]!.name, /^Mon diagnostic/);
  await says(page, /^polite: .*enregistré/i);
});

journey(
  'A workshop followed live keeps its controls named on the phone, and says what comes',
  async (visits) => {
    const desk = await (await visits.open()).newPage();
    await entersAs(desk, 'Mei-Lin Garnier');
    await desk.goto('/ateliers');
    await follows(desk, main(desk).locator('a[href^="/ateliers/cas/"]').first());
    await desk.getByLabel('Un repère pour vous').fill('équipe de 4e');
    await follows(desk, button(desk, 'Obtenir un code'));
    const screen = `${new URL(desk.url()).pathname}/ecran`;
    const code = await textOf(main(desk).locator('.leading__code strong'));
    const phone = await (await visits.open({ viewport: { width: 360, height: 740 } })).newPage();
    await phone.goto('/atelier');
    await phone.getByLabel('Code de l’atelier').fill(code);
    await follows(phone, button(phone, 'Entrer'));
    await phone.getByRole('radio', { name: 'CPE' }).check();
    await follows(phone, button(phone, 'Entrer dans l’atelier'));
    await desk.goto(screen);
    assert.deepEqual([...(await unsaidOf(phone)), ...(await unsaidOf(desk))], []);
    const welcomed = await announcedOf(phone);
    await follows(desk, button(desk, 'Présenter le cas'));
    await follows(desk, button(desk, 'Ouvrir le premier vote'));
    await main(phone).locator('[name=choix]').first().waitFor();
    assert.deepEqual([...(await unsaidOf(phone)), ...(await unsaidOf(desk))], []);
    const choices = (await componentsOf(phone)).filter(({ role }) => ['radio', 'checkbox'].includes(role));
    assert.ok(choices.length > 1 && choices.every(({ name }) => name !== ''));
    await main(phone).locator('[name=choix]').first().check();
    const [checked] = (await componentsOf(phone)).filter(({ states }) => states.includes('checked=true'));
    assert.equal(checked?.name, choices[0]!.name);
    assert.notDeepEqual(await announcedOf(phone), welcomed, 'what came is said');
  },
);

/** Sooner or later: what is said comes a moment after what was done. */
async function says(page: Page, expected: RegExp): Promise<void> {
  const deadline = performance.now() + 30_000;
  let said: string[] = [];
  while (performance.now() < deadline) {
    said = (await announcedOf(page)).map((one) => one.replaceAll('\u00a0', ' '));
    if (said.some((one) => expected.test(one))) return;
  }
  assert.fail(`${expected} is not announced; this is: ${said.join(' | ')}`);
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');

/** Answers until there is something to put in order; returns where it is. */
async function findsThingsToOrder(client: Client): Promise<string> {
  const toExplore = ['3.1', '2.2', '4.3', '5.2', '1.2', '3.3', '2.3', '5.1', '4.1', '1.3', '3.2', '3.4'];
  for (const competence of [undefined, ...toExplore]) {
    const { status } = await client.post('/evaluations', competence ? { competence } : {});
    if (status !== 303) continue;
    const series = await beginsASeries(client, competence);
    for (let position = 1; ; position += 1) {
      const path = `${series}/questions/${position}`;
      const { status, html } = await client.get(path);
      if (status !== 200) break;
      if (html.includes('data-format="order"')) return path;
      await client.post(`${series}/reponses`, unknown(position));
    }
  }
  assert.fail('no question of the bank is about an order');
}
