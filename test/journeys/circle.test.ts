import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

journey(
  'Each place of a circle does its part of one follow-up, is in its log, and is out at the next page once withdrawn',
  async (visits) => {
    const referent = await (await visits.open()).newPage();
    await entersAs(referent, 'Thomas Nguyen');
    await referent.goto('/suivi');
    const code = (await textOf(main(referent).locator('tbody th a').last())).slice(0, 6);
    const file = `/suivi/${code}`;
    const as = async (name: string): Promise<Page> => {
      const page = await (await visits.open(PHONE)).newPage();
      await entersAs(page, name);
      return page;
    };
    const observer = await as('Karim Vasseur');
    await observer.goto(file);
    await assertSays(observer, /Page introuvable/);

    await gives(referent, file, { name: 'Karim Vasseur' }, 'Observateur ou observatrice');
    await gives(referent, file, { name: 'Hélène Marchetti' }, 'Tuteur ou tutrice');
    await gives(referent, file, { name: 'Inès Delattre' }, 'Membre du GPDS');
    await gives(referent, file, { email: 'aurelie.kowalski@example.fr' }, 'Partenaire invité');

    await observer.goto('/suivi');
    await follows(observer, main(observer).getByRole('link', { name: code }));
    assert.equal(await main(observer).getByText('Les décisions').count(), 0, 'no decision for an observer');
    await observer.goto(`${file}/signaux`);
    await observer.locator('.signal-rating input[value="1"]').first().check({ force: true });
    await follows(observer, button(observer, 'Enregistrer'));
    await assertSays(observer, /Au fil du temps/);

    const tutor = await as('Hélène Marchetti');
    await tutor.goto(file);
    await follows(tutor, main(tutor).locator('a[href*="/accompagnement/"]').first());
    await tutor.getByLabel('Durée, en heures').fill('0,5');
    await follows(tutor, button(tutor, 'Noter la séance'));
    await assertSays(tutor, /0,5 h/);
    await tutor.goto(`${file}/accompagnement`);
    await assertSays(tutor, /Page introuvable/);

    const member = await as('Inès Delattre');
    await member.goto(`${file}/accompagnement`);
    await member.getByLabel('Ce qui est proposé à l’élève').selectOption({ label: 'Aide au travail' });
    await follows(member, button(member, 'Prévoir'));
    assert.equal(await headingOf(member), 'Aide au travail');

    const guest = await as('Aurélie Kowalski');
    await guest.goto(file);
    await assertSays(guest, /Les décisions/);
    assert.equal(await main(guest).locator('form').count(), 0, 'a guest writes nothing');
    assert.equal(await main(guest).getByText('Les signaux').count(), 0);

    await referent.goto(`${file}/acces`);
    for (const name of ['Karim Vasseur', 'Hélène Marchetti', 'Inès Delattre', 'Aurélie Kowalski'])
      assert.ok((await main(referent).locator('tbody').innerText()).includes(name), `${name} is in the log`);
    await follows(referent, main(referent).getByRole('button', { name: 'Retirer l’accès de Karim Vasseur' }));
    await observer.goto(file);
    await assertSays(observer, /Page introuvable/);
    for (const name of ['Hélène Marchetti', 'Inès Delattre', 'Aurélie Kowalski'])
      await follows(referent, main(referent).getByRole('button', { name: `Retirer l’accès de ${name}` }));
  },
);

async function gives(
  page: Page,
  file: string,
  { name, email }: { name?: string; email?: string },
  role: string,
): Promise<void> {
  await page.goto(`${file}/acces`);
  if (name) {
    const list = page.getByLabel('À qui, dans l’établissement');
    const option = (await list.locator('option').allInnerTexts()).find((text) => text.startsWith(name));
    assert.ok(option, name);
    await list.selectOption({ label: option });
  }
  if (email) await page.getByLabel('Ou l’adresse de quelqu’un d’ailleurs').fill(email);
  await page.getByRole('radio', { name: role }).check({ force: true });
  await follows(page, button(page, 'Donner l’accès'));
  assert.doesNotMatch(await page.title(), /^Erreur/);
}
