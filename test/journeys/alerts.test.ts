import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { Hand, secondsOf } from './visit/hand.ts';
import { entersAs, signsOut } from './visit/person.ts';

const WORD = 'Ne vient plus manger avec les autres depuis lundi, reste seul à la sortie des cours';
const PHONE = { width: 360, height: 740 };

describe('An alert, from a phone to the answer', () => {
  journey('With JavaScript: a teacher says what they see, the référent opens a follow-up', (visits) =>
    alerts(visits, {
      author: 'Hélène Marchetti',
      referent: 'Thomas Nguyen',
      javaScriptEnabled: true,
      decides: async (page) => {
        await page.getByRole('radio', { name: 'Ouvrir un suivi' }).check({ force: true });
        await page.getByLabel('Tranche d’âge').selectOption('under-16');
        await advises(page);
        assert.match(await headingOf(page), /^[A-Z2-9]{2}-[A-Z2-9]{3}$/);
        await assertSays(page, /Se décourage/);
      },
      told: /L’équipe s’en occupe/,
    }),
  );
  journey('Without JavaScript, answered without a follow-up', (visits) =>
    alerts(visits, {
      author: 'Sofia Pereira',
      referent: 'Yasmine Le Goff',
      javaScriptEnabled: false,
      decides: async (page) => {
        await page.getByRole('radio', { name: /rester attentifs/ }).check({ force: true });
        await advises(page);
        assert.equal(await headingOf(page), 'Suivi des jeunes');
      },
      told: /Restez attentif/,
    }),
  );
  journey('A worrying sign: whom to call at once, and no word of it is kept', worries);
});

async function advises(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /Noter ce que vous voyez/ }).check({ force: true });
  await follows(page, button(page, 'Décider et répondre'));
}

type Alert = {
  author: string;
  referent: string;
  javaScriptEnabled: boolean;
  decides: (page: Page) => Promise<void>;
  told: RegExp;
};

async function alerts(visits: Visits, { author, referent, decides, told, ...device }: Alert): Promise<void> {
  const page = await (await visits.open({ ...device, viewport: PHONE })).newPage();
  await entersAs(page, author);
  await page.goto('/suivi');
  await follows(page, main(page).getByRole('link', { name: 'Dire ce que j’ai vu d’un élève' }));
  const sideways = await page.evaluate('document.documentElement.scrollWidth');
  assert.equal(sideways, PHONE.width, 'nothing to scroll sideways');
  // Four gestures: a class, two signs, send; with a word typed, still within a minute of hand.
  const hand = new Hand(page);
  await hand.chooses(page.getByLabel('Ou sa classe'), { index: 3 });
  for (const sign of ['Se décourage', 'S’isole'])
    await hand.check(page.getByRole('checkbox', { name: sign }));
  await hand.writes(page.getByLabel('Un mot, si besoin'), WORD);
  await hand.press(button(page, 'Envoyer l’alerte'));
  assert.ok(secondsOf(hand.takeCount()) < 60, 'said in less than a minute');
  await assertSays(page, /Alerte n° \d+ envoyée/);
  await assertSays(page, new RegExp(`${referent} la reçoit`));
  const [, number] = /Alerte n° (\d+) envoyée/.exec(await textOf(main(page))) ?? [];
  await assertSays(page, /pas encore lue/);
  await signsOut(page);

  await entersAs(page, referent);
  await page.goto('/suivi');
  await assertSays(page, /alertes? attend/);
  await follows(page, main(page).getByRole('link', { name: new RegExp(`^Alerte n° ${number} `) }));
  await assertSays(page, new RegExp(`par ${author}`));
  await decides(page);
  await page.goto('/suivi/alertes/recues');
  await assertSays(page, new RegExp(`Déjà décidées[\\s\\S]*Alerte n° ${number}`));
  await signsOut(page);

  await entersAs(page, author);
  await page.goto('/suivi/alertes');
  const answer = main(page).locator(`#a-${number}`);
  assert.match(await textOf(answer), told);
  assert.match(await textOf(answer), /Lue, décidé le/);
  await follows(page, answer.getByRole('link', { name: /Noter ce que vous voyez/ }));
  assert.equal(await headingOf(page), 'Voir un changement et le dire en deux phrases');
}

const SECRET = 'Il a parlé de mourir hier';

async function worries(visits: Visits): Promise<void> {
  const context = await visits.open({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await entersAs(page, 'Karim Vasseur');
  await page.goto('/suivi/alertes/nouvelle');
  await main(page).locator('#danger > summary').click();
  for (const number of ['15', '17', '3114', '119', '3018'])
    assert.equal(await main(page).locator(`a[href="tel:${number}"]`).isVisible(), true, number);
  await page.getByLabel('Ou sa classe').selectOption('4e');
  await page.getByRole('checkbox').first().check({ force: true });
  await page.getByLabel('Un mot, si besoin').fill(SECRET);
  await follows(page, button(page, 'Envoyer l’alerte'));
  await assertSays(page, /Rien n’a été enregistré/);
  assert.equal(await main(page).locator('a[href="tel:3114"]').isVisible(), true, 'open, on the same page');
  await follows(page, button(page, 'J’ai demandé le relais'));
  await assertSays(page, /« Relais demandé » est noté/);
  await page.goto('/suivi/alertes');
  await assertSays(page, /Vous n’avez pas donné d’alerte|Alerte n°/);
  const mine = await (await context.request.get('/mes-donnees.json')).text();
  assert.ok(!mine.includes('mourir'), 'nothing of it among what is kept of the author');
  await signsOut(page);
  await entersAs(page, 'Thomas Nguyen');
  await page.goto('/suivi/alertes/recues');
  assert.ok(!(await textOf(main(page))).includes('mourir'));
}
