import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf, daysAfter } from '../../src/calendar/index.ts';
import { readPdf } from '../pdf-reader.ts';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

describe('A school looks at its policy', { concurrency: true }, () => {
  journey(
    'Several answer, with a script and without; closed, what they see differently comes first',
    answers,
  );
  journey(
    'A head chooses the third priority with its ideas; the board gets it as a PDF, beside last year',
    decides,
  );
});

const STATEMENTS = 21;
const AXES = 5;

async function answers(visits: Visits): Promise<void> {
  const phone = { viewport: { width: 360, height: 740 } };
  const [aide, coordinator, head] = await Promise.all(
    [{ ...phone }, { ...phone, javaScriptEnabled: false }, { javaScriptEnabled: false }].map(
      async (options) => (await visits.open(options)).newPage(),
    ),
  );
  await Promise.all([
    answersEverything(aide!, 'Mathieu Benali', 'Pas encore'),
    answersEverything(coordinator!, 'Aurélie Kowalski', 'En place et réajusté'),
  ]);
  await coordinator!.goto('/auto-diagnostic');
  await assertSays(coordinator!, /Vous avez répondu/);
  assert.equal(await main(coordinator!).getByRole('link', { name: 'Clore les réponses' }).count(), 0);

  await entersAs(head!, 'Étienne Rakoto');
  await head!.goto('/auto-diagnostic');
  await follows(head!, main(head!).getByRole('link', { name: 'Clore les réponses' }));
  await assertSays(head!, /personne ne peut plus répondre/);
  await follows(head!, button(head!, 'Clore et voir les résultats'));
  await assertSays(head!, /Environ 10 personnes ont répondu/);
  const first = await textOf(main(head!).getByRole('heading', { level: 2 }).first());
  assert.equal(first, 'Ce dont il faut parler');
  await assertSays(head!, /vous êtes partagés|Les vues sont partagées/i);
  assert.doesNotMatch(await main(head!).innerText(), /Benali|Kowalski/);

  await aide!.reload();
  await follows(aide!, main(aide!).getByRole('link', { name: /Voir les résultats/ }));
  assert.equal(await headingOf(aide!), await headingOf(head!), 'everybody of the school reads the same');
  assert.equal(await main(aide!).getByRole('link', { name: 'Choisir une priorité' }).count(), 0);
}

/** Page after page, then « je ne sais pas » for the line left out. */
async function answersEverything(page: Page, who: string, step: string): Promise<void> {
  await entersAs(page, who);
  await page.goto('/auto-diagnostic');
  await follows(page, main(page).getByRole('link', { name: 'Répondre' }));
  for (let axis = 1; axis <= AXES; axis += 1) {
    const lines = await page.locator('.diagnosis-line').all();
    for (const line of axis === 1 ? lines.slice(1) : lines)
      await line.getByRole('radio', { name: new RegExp(`^${step}(?! et)`) }).check({ force: true });
    await follows(page, main(page).getByRole('button', { name: /^Garder et (continuer|relire)/ }));
  }
  assert.equal(await main(page).locator('.diagnosis-review dt').count(), STATEMENTS);
  await follows(page, button(page, 'Envoyer mes réponses'));
  await assertSays(page, /Une ligne est sans réponse/);
  await main(page)
    .getByRole('checkbox', { name: /répondre « je ne sais pas »/ })
    .check({ force: true });
  await follows(page, button(page, 'Envoyer mes réponses'));
  await assertSays(page, /Elles ne portent plus votre nom/);
}

async function decides(visits: Visits): Promise<void> {
  const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
  await entersAs(page, 'Claire Okafor');
  await page.goto('/auto-diagnostic');
  await follows(page, main(page).getByRole('link', { name: /Voir les résultats/ }));
  await assertSays(page, /Vous le voyez très différemment/);
  await follows(page, main(page).getByRole('link', { name: 'Choisir une priorité' }));
  const title = 'orientation';
  await main(page)
    .getByRole('radio', { name: new RegExp(title) })
    .first()
    .check({ force: true });
  await follows(page, button(page, 'Continuer'));
  const idea = main(page).getByRole('checkbox').first();
  const ideaTitle = await textOf(main(page).locator('label:has([name=action]) strong').first());
  await idea.check({ force: true });
  await page.getByLabel('Ce que nous ferons').fill('Préparer chaque vœu avec un adulte choisi');
  await page.getByLabel('Qui s’en occupe').fill('Voir avec Mme Durand');
  await page.getByLabel('Pour le').fill(daysAfter(dayOf(new Date()), 60));
  await page.getByLabel('À quoi nous le verrons').fill('Nombre de vœux discutés');
  await follows(page, button(page, 'Garder cette priorité'));
  await assertSays(page, /semblent nommer quelqu’un/);
  assert.ok(await idea.isChecked(), 'nothing is lost');
  await page.getByLabel('Qui s’en occupe').fill('Une PsyEN et les professeurs principaux');
  await follows(page, button(page, 'Garder cette priorité'));
  await assertSays(page, /Préparer chaque vœu avec un adulte choisi/);
  assert.ok(await main(page).getByRole('link', { name: ideaTitle }).first().isVisible());
  assert.equal(
    await main(page).getByRole('link', { name: 'Choisir une priorité' }).count(),
    0,
    'three, no more',
  );
  await assertSays(page, /davantage en place qu’avant/);

  const link = await main(page).getByRole('link', { name: /PDF/ }).first().getAttribute('href');
  const pdf = readPdf(await (await page.request.get(link!)).body());
  const text = pdf.pages
    .map((one) => one.text)
    .join('\n')
    .replaceAll('\u00a0', ' ');
  assert.match(text, /Préparer chaque vœu avec un adulte choisi/);
  assert.match(text, /davantage en place qu’avant/);
  assert.ok(text.includes(ideaTitle.replaceAll('\u00a0', ' ')));
}
