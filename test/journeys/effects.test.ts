import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf, schoolYearOf } from '../../src/calendar/index.ts';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs, signsOut } from './visit/person.ts';

/** The year under way: the demonstration has figures of the three before. */
const YEAR = schoolYearOf(dayOf(new Date()));

describe('From what a team notes to what can be said of it', { concurrency: true }, () => {
  journey(
    'A head gives the figures of the school, corrects them, and reads what they say',
    async (visits) => {
      const page = await (await visits.open({ javaScriptEnabled: false, viewport: PHONE })).newPage();
      await entersAs(page, 'Étienne Rakoto');
      await opensEffects(page);
      await follows(page, main(page).getByRole('link', { name: 'Les sorties sans solution' }));
      await follows(page, main(page).getByRole('link', { name: 'Donner les chiffres' }));
      await page.getByLabel('Sortis sans solution').fill('9999');
      await follows(page, button(page, 'Enregistrer'));
      assert.match(await page.title(), /^Erreur/);
      assert.equal(await page.getByLabel('Sortis sans solution').inputValue(), '9999');
      await page.getByLabel('Sortis sans solution').fill('33');
      await follows(page, button(page, 'Enregistrer'));
      assert.equal(await headingOf(page), 'Les sorties sans solution');
      await assertSays(page, /passée de 10,6 % à 8,4 %/);
      assert.equal(
        await main(page)
          .getByText(/objectif/i)
          .count(),
        0,
        'no aim for one school',
      );
      await signsOut(page);
    },
  );

  journey('An académie imports figures, is told of a wrong line, then compares', async (visits) => {
    const page = await (await visits.open()).newPage();
    await entersAs(page, 'Samuel Ortega');
    await opensEffects(page);
    await follows(page, main(page).getByRole('link', { name: 'Les sorties sans solution' }));
    await follows(page, main(page).getByRole('link', { name: 'Importer les chiffres' }));
    await page
      .getByLabel('Tableau (CSV)')
      .fill(`uai;annee;inscrits;sortis_sans_solution;source\n0000202A;${YEAR - 4};380;40;Base`);
    await follows(page, button(page, 'Importer'));
    await assertSays(page, /Ligne 2 : UAI/);
    await page
      .getByLabel('Totaux par année')
      .fill(`annee;inscrits;sortis_sans_solution\n${YEAR - 3};1000;90\n${YEAR - 1};1000;88`);
    await page.getByLabel('Source', { exact: false }).fill('Observatoire inventé');
    await follows(page, button(page, 'Importer la comparaison'));
    await assertSays(page, /Choisissez la licence/);
    await page.getByLabel('Licence').selectOption('Licence Ouverte 2.0');
    await follows(page, button(page, 'Importer la comparaison'));
    await assertSays(page, /Écart entre les deux/);
    await assertSays(page, /Objectif :/);
    await signsOut(page);
  });

  journey(
    'The ministry goes from the country to an académie; everybody reads the statistics',
    async (visits) => {
      const page = await (await visits.open()).newPage();
      await entersAs(page, 'Judith Amsellem');
      await opensEffects(page);
      await follows(page, main(page).getByRole('link', { name: 'Se sentir capable' }));
      await assertSays(page, /instrument exploratoire/);
      await page.getByLabel('Lieu').selectOption({ label: 'Académie de Lille' });
      await follows(page, button(page, 'Afficher'));
      await assertSays(page, /Académie de Lille · toutes les années/);
      await assertSays(page, /ffectifs trop faibles/);
      await signsOut(page);
      await follows(page, page.getByRole('contentinfo').getByRole('link', { name: 'Statistiques' }));
      assert.equal(await headingOf(page), 'Statistiques');
      await assertSays(page, /multiple de cinq/);
    },
  );

  journey('By keyboard alone, a colleague says what they feel able to do', async (visits) => {
    const page = await (await visits.open()).newPage();
    await entersAs(page, 'Paul Haddad');
    await page.goto('/mon-efficacite');
    await follows(page, button(page, 'Envoyer mes réponses'));
    assert.match(await page.title(), /^Erreur/);
    for (const first of await page.locator('.capable input:first-child[value="1"]').all()) {
      await first.focus();
      await page.keyboard.press('ArrowDown');
    }
    await follows(page, button(page, 'Envoyer mes réponses'));
    await assertSays(page, /Vous avez répondu une première fois/);
  });
});

const PHONE = { width: 360, height: 740 };

async function opensEffects(page: Page): Promise<void> {
  await follows(page, page.getByRole('banner').getByRole('link', { name: 'Les effets' }));
  assert.equal(await headingOf(page), 'Les effets');
}
