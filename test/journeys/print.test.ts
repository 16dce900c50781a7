import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, follows, main } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

/** The width of A4 between the margins of a sheet, in pixels of a style sheet. */
const SHEET_WIDTH = Math.floor(((210 - 2 * 14) / 25.4) * 96);

async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length;
}

/** What a page says once printed, and at the foot of each sheet. */
async function printed(page: Page): Promise<{ text: string; foot: string; wider: number }> {
  const before = page.viewportSize()!;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: SHEET_WIDTH, height: 1000 });
  const [text, foot, wider] = await Promise.all([
    main(page).innerText(),
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--sheet')),
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ]);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
  return { text: text.replaceAll('\u00a0', ' '), foot: foot.replaceAll('\u00a0', ' '), wider };
}

journey('What a GPDS prints says its school and its day, and nothing to press', async (visits) => {
  const page = await (await visits.open()).newPage();
  await entersAs(page, 'Thomas Nguyen');
  await page.goto('/gpds');
  await follows(page, button(page, 'Préparer'));
  await follows(page, button(page, /^Ajouter les \d+ autres$/));
  assert.equal(await main(page).locator('.agenda li').count(), 12);
  const agenda = await printed(page);
  assert.match(agenda.text, /Collège des Quatre-Vents/);
  assert.doesNotMatch(agenda.text, /Retirer|Ajouter|Changer le jour|Commencer|Réunions du GPDS/);
  assert.match(agenda.foot, /GPDS du \d+(er)? \S+ 20\d\d · Collège des Quatre-Vents · .*20\d\d"$/);
  assert.equal(await sheetsOf(page), 1, 'twelve situations, and room to write, on one sheet');

  await follows(page, main(page).getByRole('link', { name: 'Commencer la réunion' }));
  const situation = await printed(page);
  assert.match(situation.text, /Ce que l’École peut bouger/);
  assert.doesNotMatch(situation.text, /Enregistrer|Coter les signaux|Suivante/);
  assert.equal(await sheetsOf(page), 1, 'one situation, one sheet');

  await page.goto('/suivi/appels');
  const calls = await printed(page);
  assert.match(calls.text, /On ne sait pas\s+Essais, le : 1\./);
  assert.doesNotMatch(calls.text, /Noter/);
});

journey('Effects are printed whole: figures, what they are counted on, and no table cut', async (visits) => {
  const page = await (await visits.open()).newPage();
  await page.goto('/statistiques');
  const open = await printed(page);
  for (const said of ['Effectif', 'Au moins', 'Intervalles à 95 %', 'Du premier signe à la fin'])
    assert.ok(open.text.includes(said), said);
  assert.equal(open.wider, 0);
  await entersAs(page, 'Claire Okafor');
  for (const slug of ['parcours', 'efficacite', 'signaux', 'sorties', 'usage']) {
    await page.goto(`/effets/${slug}`);
    const { text, foot, wider } = await printed(page);
    assert.equal(wider, 0, slug);
    assert.match(text, /Comment c’est compté/);
    assert.doesNotMatch(text, /Afficher|Télécharger/);
    assert.match(foot, /Collège des Quatre-Vents · toutes les années · \d+(er)? \S+ 20\d\d"$/);
  }
});
