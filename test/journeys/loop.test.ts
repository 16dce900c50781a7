import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { dayOf } from '../../src/calendar/index.ts';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { Client, characterNamed } from './visit/client.ts';
import { entersAs } from './visit/person.ts';

const today = () => dayOf(new Date());

async function writesAPlan(page: Page, situation: string): Promise<void> {
  await page.goto('/plans/nouveau');
  await main(page).locator('#situation').fill(situation);
  await main(page).locator('#act').fill('lui parle');
  await page.getByLabel('Date à laquelle').fill(today());
  await follows(page, button(page, 'Garder ce plan'));
}

journey(
  'A reminder comes to the mails of the demonstration, and its link stops them signed out',
  async (visits) => {
    const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
    const mail = main(page)
      .getByRole('article')
      .filter({ hasText: 'ines.delattre@example.fr' })
      .filter({ hasText: 'Trois minutes' });
    for (let seconds = 0; ; seconds += 3) {
      await page.goto('/demo/courriels');
      if ((await mail.count()) > 0) break;
      assert.ok(seconds < 180, 'the mail arrives');
      await pause(3_000);
    }
    const text = await textOf(mail.first());
    assert.match(text, /List-Unsubscribe-Post : List-Unsubscribe=One-Click/);
    assert.doesNotMatch(text, /Delattre(?!@)|niveau/);
    await follows(
      page,
      mail
        .first()
        .getByRole('link', { name: /desinscription/ })
        .first(),
    );
    assert.equal(await headingOf(page), 'Ne plus recevoir de rappels ?');
    await follows(page, button(page, 'Arrêter les rappels'));
    assert.equal(await headingOf(page), 'Les rappels sont arrêtés');
    await entersAs(page, 'Inès Delattre');
    await page.goto('/mon-compte/rappels');
    assert.ok(await main(page).getByLabel('Jamais').isChecked());
    await main(page).getByLabel('Deux fois par mois').check();
    await main(page).getByLabel('Le jour').selectOption('jeudi');
    await follows(page, button(page, 'Enregistrer'));
    await assertSays(page, /C’est enregistré/);
    assert.ok(await main(page).getByLabel('Deux fois par mois').isChecked());
  },
);

journey('A plan not done yet leads to what got in the way, and to help', async (visits) => {
  const page = await (await visits.open({ viewport: { width: 360, height: 740 } })).newPage();
  await entersAs(page, 'Léa Fontaine');
  await writesAPlan(page, 'un élève quitte la cour');
  await main(page).getByLabel('Pas encore').check();
  await follows(page, button(page, 'Enregistrer'));
  assert.equal(await headingOf(page), 'Pas encore. Et maintenant ?');
  await follows(page, button(page, 'Voir ce qui peut aider'));
  await assertSays(page, /Choisissez une réponse/);
  await main(page).getByLabel('Je n’ai pas eu le temps').check();
  await follows(page, button(page, 'Voir ce qui peut aider'));
  await follows(page, main(page).getByRole('link', { name: 'Le même plan, en plus petit' }));
  await assertSays(page, /réduisez l’acte/);
  assert.equal(await main(page).locator('#situation').inputValue(), 'un élève quitte la cour');
});

journey('A plan is shown to one colleague, who writes a word; nobody else sees it', async (visits) => {
  const owner = await (await visits.open({ javaScriptEnabled: false })).newPage();
  await entersAs(owner, 'Awa Lambert');
  await writesAPlan(owner, 'une élève vient trois fois en une semaine');
  await follows(owner, main(owner).getByRole('link', { name: 'Le montrer à quelqu’un' }).first());
  const sharing = new URL(owner.url()).pathname;
  await follows(owner, button(owner, 'Montrer ce plan'));
  await assertSays(owner, /Choisissez une personne/);
  await main(owner).getByLabel('Camille Roussel').check();
  await follows(owner, button(owner, 'Montrer ce plan'));
  assert.equal(await headingOf(owner), 'Ce plan est montré à quelqu’un');

  const colleague = await (await visits.open()).newPage();
  await entersAs(colleague, 'Camille Roussel');
  await colleague.goto('/plans');
  await follows(colleague, main(colleague).getByRole('link', { name: 'Un plan que l’on vous montre' }));
  await assertSays(
    colleague,
    /Awa Lambert[\s\S]*« Si une élève vient trois fois en une semaine, alors je lui parle\. »/,
  );
  await follows(colleague, button(colleague, 'Envoyer ce mot'));
  await assertSays(colleague, /Écrivez un encouragement ou une question/);
  await main(colleague).getByLabel('Votre mot').fill('Bravo, et si vous alliez la voir ?');
  await follows(colleague, button(colleague, 'Envoyer ce mot'));
  await assertSays(colleague, /Vous avez écrit : « Bravo, et si vous alliez la voir \? »/);

  const other = await characterNamed(visits.address, 'Paul Haddad');
  const id = sharing.split('/')[2]!;
  for (const path of [`/plans/${id}/partage`, `/plans/${id}/suite`]) {
    assert.equal((await other.get(path)).status, 404, path);
  }
  assert.equal((await other.post(`/accompagnements/${id}`, { mot: 'Moi aussi' })).status, 404);
  assert.equal((await other.post(`/accompagnements/${id}/refus`)).status, 404);

  await owner.goto('/plans');
  await assertSays(
    owner,
    /Montré à camille\.roussel@example\.fr[\s\S]*« Bravo, et si vous alliez la voir \? »/,
  );
  await owner.goto(sharing);
  await follows(owner, button(owner, 'Ne plus le montrer'));
  await colleague.reload();
  await assertSays(colleague, /Personne ne vous montre de plan/);
});

journey(
  'What was finished is shown and attested; anybody may check the code, until it is taken back',
  async (visits) => {
    const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
    await entersAs(page, 'Inès Delattre');
    await page.goto('/mon-parcours');
    await follows(page, main(page).getByRole('link', { name: 'Mes progrès' }));
    assert.equal(await headingOf(page), 'Mes progrès');
    await assertSays(page, /\d+ exercices trouvés au premier essai/);
    await assertSays(page, /n’est pas chronométré/);
    await follows(page, button(page, 'Établir une attestation'));
    const link = main(page)
      .getByRole('link', { name: /Ce que voit qui la vérifie/ })
      .first();
    const checked = (await link.getAttribute('href'))!;
    const visitor = new Client(visits.address);
    const seen = await visitor.get(checked);
    assert.equal(seen.status, 200);
    assert.match(seen.html, /I\. D\./);
    assert.doesNotMatch(seen.html, /Inès|Delattre/);
    await follows(
      page,
      main(page)
        .getByRole('link', { name: /^Retirer/ })
        .first(),
    );
    await follows(page, button(page, 'Retirer'));
    const after = await visitor.get(checked);
    assert.match(after.html, /retirée/);
    assert.doesNotMatch(after.html, /I\. D\./);
  },
);

journey('An opinion is given, passed over or refused for good, and never in the way', async (visits) => {
  await opines(visits);
});

async function opines(visits: Visits): Promise<void> {
  const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
  await entersAs(page, 'Inès Delattre');
  await page.goto('/mon-parcours');
  const invitation = main(page).getByRole('link', { name: '2 questions' });
  await follows(page, invitation);
  assert.equal(await headingOf(page), 'Votre avis sur ce module');
  await follows(page, button(page, 'Envoyer'));
  await assertSays(page, /Choisissez au moins une réponse/);
  await main(page).getByLabel('Plutôt oui').first().check();
  await follows(page, button(page, 'Envoyer'));
  await assertSays(page, /Merci\. Vos réponses sont gardées sans votre nom/);
  await page.goto('/mon-parcours');
  await follows(page, invitation);
  await follows(page, button(page, 'Pas cette fois'));
  assert.equal(await headingOf(page), 'Mon parcours');
  assert.equal(await invitation.count(), 0, 'both occasions are over');
  await page.goto('/avis');
  await follows(page, button(page, 'Ne plus jamais me le demander'));
  await assertSays(page, /ne vous est plus demandé/);
}
