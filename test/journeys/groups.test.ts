import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

describe('A group, from a trainer’s desk to the phone of a colleague', { concurrency: true }, () => {
  journey('With JavaScript, proposed, joined, followed and left', (visits) =>
    proposesAndJoins(visits, {
      title: 'Ouvrir un choix',
      member: 'Hélène Marchetti',
      javaScriptEnabled: true,
    }),
  );
  journey('Without JavaScript, the same', (visits) =>
    proposesAndJoins(visits, {
      title: 'Un choix, sans script',
      member: 'Karim Vasseur',
      javaScriptEnabled: false,
    }),
  );
  journey(
    'A head reads what the team needs, moves a line of the plan, and takes the plan away as a PDF',
    bringsThePlan,
  );
});

type Told = { title: string; member: string; javaScriptEnabled: boolean };

async function proposesAndJoins(visits: Visits, { title, member, javaScriptEnabled }: Told): Promise<void> {
  const trainer = await (await visits.open({ javaScriptEnabled })).newPage();
  await entersAs(trainer, 'Mei-Lin Garnier');
  await trainer.goto('/ensemble');
  await follows(trainer, main(trainer).getByRole('link', { name: 'Les groupes que je propose' }));
  await follows(trainer, main(trainer).getByRole('link', { name: 'Proposer un groupe' }));
  await trainer.getByLabel('Nom du groupe').fill(title);
  await trainer.getByLabel(/Mot d’accueil/).fill('Une heure en tout.');
  await trainer
    .getByRole('checkbox', { name: /orientation|Orientation|choix/ })
    .first()
    .check({ force: true });
  await follows(trainer, button(trainer, 'Continuer : choisir les contenus'));
  await trainer.getByRole('radio', { name: /^Aucun/ }).check({ force: true });
  await trainer.getByRole('checkbox').first().check({ force: true });
  await follows(trainer, button(trainer, 'Enregistrer'));
  assert.equal(await headingOf(trainer), title);
  await assertSays(trainer, /Personne ne l’a encore rejoint/);
  const link = await main(trainer).locator('.invite a.address').getAttribute('href');
  assert.ok(link);

  const phone = await (
    await visits.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  ).newPage();
  await phone.goto(link);
  assert.equal(await headingOf(phone), 'Se connecter', 'one signs in first');
  await follows(phone, button(phone, `Entrer avec le compte de ${member}`));
  assert.equal(await headingOf(phone), title, 'and comes back to the group');
  await assertSays(phone, /vos niveaux et vos plans restent à vous/);
  assert.equal(
    await phone.getByRole('checkbox', { checked: true }).count(),
    0,
    'nothing is agreed to beforehand',
  );
  await phone.getByRole('checkbox', { name: /Montrer mon nom/ }).check({ force: true });
  await follows(phone, button(phone, 'Rejoindre ce groupe'));
  await assertSays(phone, /Vous avez rejoint le groupe/);
  await assertSays(phone, /À faire/);

  await trainer.reload();
  await assertSays(trainer, /1 personne l’a rejoint/);
  await assertSays(trainer, new RegExp(`voulu être nommées\\s+${member}`));
  assert.doesNotMatch(await main(trainer).innerText(), /Ont commencé/, 'one person is not told apart');

  const group = main(phone).locator('.own-group').filter({ hasText: title });
  await group.locator('summary').click();
  await group.getByRole('checkbox', { name: /Montrer mon nom/ }).uncheck({ force: true });
  await follows(phone, group.getByRole('button', { name: 'Enregistrer ces choix' }));
  await trainer.reload();
  assert.doesNotMatch(await main(trainer).innerText(), new RegExp(member));
  await group.locator('summary').click();
  await follows(phone, group.getByRole('button', { name: /^Quitter ce groupe/ }));
  await assertSays(phone, /Vous avez quitté le groupe/);
  await trainer.reload();
  await assertSays(trainer, /Personne ne l’a encore rejoint/);
}

async function bringsThePlan(visits: Visits): Promise<void> {
  const page = await (await visits.open({ javaScriptEnabled: false })).newPage();
  await entersAs(page, 'Claire Okafor');
  await page.goto('/groupes');
  await follows(page, main(page).getByRole('link', { name: 'Réussir les retours' }));
  await assertSays(page, /8 personnes l’ont rejoint/);
  await follows(page, main(page).getByRole('link', { name: 'Vue d’équipe' }));
  await assertSays(page, /7 personnes comptées/);
  await assertSays(page, /Ne peut servir ni à évaluer, ni à recruter/);
  await assertSays(page, /Besoin : « Coopérer et construire des parcours »/);
  await assertSays(page, /Appui : « Accompagner l’élève et sa famille »/);
  assert.doesNotMatch(await main(page).innerText(), /Nadia Ferrand|Hugo Castel/);
  await follows(page, main(page).getByRole('link', { name: 'Plan de formation' }));
  const titles = () => main(page).locator('.plan-line h2').allInnerTexts();
  const [first, second] = await titles();
  await follows(
    page,
    main(page)
      .getByRole('button', { name: /^Descendre/ })
      .first(),
  );
  assert.deepEqual((await titles()).slice(0, 2), [second, first]);
  const link = await main(page).getByRole('link', { name: /PDF/ }).getAttribute('href');
  const pdf = await page.request.get(link!);
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  assert.ok((await pdf.body()).subarray(0, 5).equals(Buffer.from('%PDF-')));
}
