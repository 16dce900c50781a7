import { follows, main } from '../visit/answering.ts';
import { entersAs } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

/** Every page of groups: as the trainer who proposes them, then as somebody who joins one. */
export async function walksThroughGroups(trainer: Walk, member: Walk): Promise<void> {
  const code = await proposes(trainer);
  await joins(member, code);
  await reads(trainer);
}

async function proposes(walk: Walk): Promise<string> {
  const { page } = walk;
  await entersAs(page, 'Mei-Lin Garnier');
  await walk.goes('/ensemble', 'together, as a trainer');
  await walk.goes('/groupes', 'desk');
  await walk.goes('/groupes/nouveau', 'group to propose');
  await walk.clicks('Continuer : choisir les contenus', 'group to propose, refused', 422);
  await page.getByLabel('Nom du groupe').fill('Premiers appels');
  await page.getByRole('checkbox', { name: 'Coopérer avec les parents' }).check({ force: true });
  await walk.clicks('Continuer : choisir les contenus', 'contents of a group');
  await page.getByRole('radio', { name: 'Aucun' }).check({ force: true });
  await walk.clicks('Enregistrer', 'contents of a group, refused', 422);
  await page.getByRole('checkbox').first().check({ force: true });
  await walk.clicks('Enregistrer', 'new group');
  const group = new URL(page.url()).pathname;
  const code = await main(page).locator('.invite__code strong').innerText();
  await walk.goes(`${group}/equipe`, 'new team view');
  await walk.goes(`${group}/plan`, 'new training plan');
  await walk.clicks('Proposer un plan', 'new training plan, proposed');
  await main(page).getByText('Ajouter une ligne').click();
  await walk.clicks('Ajouter', 'new training plan, refused', 422);
  await walk.goes(`${group}/modifier`, 'group to change');
  await page.getByLabel('Nom du groupe').fill('');
  await walk.clicks('Enregistrer', 'group to change, refused', 422);
  await walk.goes(`/rejoindre/${code}`, 'own group, not to join');
  return code;
}

async function joins(walk: Walk, code: string): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Thomas Nguyen');
  await walk.goes('/ensemble', 'together');
  await walk.goes('/mes-groupes', 'my groups, none');
  await walk.goes('/rejoindre', 'code of a group');
  await walk.clicks('Voir le groupe', 'code of a group, refused', 422);
  await page.getByLabel('Code du groupe').fill(code);
  await walk.clicks('Voir le groupe', 'invitation');
  await walk.clicks('Rejoindre ce groupe', 'my groups, one');
  await main(page).locator('.own-group__sharing summary').click();
  await walk.looks('my groups, what is shared');
  await walk.clicks('Quitter ce groupe', 'my groups, left');
}

/** The group of the demonstration, with enough people to say something of it. */
async function reads(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/groupes', 'desk, again');
  await follows(page, main(page).getByRole('link', { name: 'Garder le lien avec les familles' }));
  await walk.looks('group');
  const group = new URL(page.url()).pathname;
  await walk.clicks('Envoyer un rappel', 'group, reminded');
  await walk.goes(`${group}/equipe`, 'team view');
  await main(page).getByText('Les seize compétences').click();
  await walk.looks('team view, unfolded');
  await walk.goes(`${group}/plan`, 'training plan');
  await main(page).locator('.plan-line summary').first().click();
  await walk.looks('training plan, a line open');
  await page.getByLabel('Au', { exact: true }).first().fill('2020-01-01');
  await walk.clicks('Enregistrer', 'training plan, refused', 422);
  await walk.goes(group, 'group, again');
  await walk.clicks('Archiver', 'group, archived');
  await walk.clicks('Rouvrir', 'group, open again');
}
