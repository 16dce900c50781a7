import { follows, main, textOf } from '../visit/answering.ts';
import { entersAs, signsOut } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

/** Every page of the GPDS, of supports and of milestones, as whoever runs it; then the ideas of actions. */
export async function walksThroughMeetings(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Thomas Nguyen');
  await walk.goes('/suivi', 'follow-ups');
  const codes = await main(page).locator('tbody th a').allInnerTexts();
  const [longest, older] = [codes.at(-1)!, codes.at(-2)!];
  await receives(walk);
  await meets(walk);
  await walk.goes(`/suivi/${older}`, 'file');
  const support = await main(page).locator('a[href*="/accompagnement/"]').last().getAttribute('href');
  await walk.goes(support!, 'support, over, with what to check');
  await walk.goes(`/suivi/${longest}`, 'file, of fourteen months');
  const open = await main(page).locator('a[href*="/accompagnement/"]').first().getAttribute('href');
  await walk.goes(open!, 'support, going on');
  await page.getByLabel('Durée, en heures').fill('beaucoup');
  await walk.clicks('Noter la séance', 'support, refused', 422);
  await walk.goes(`/suivi/${longest}/accompagnement`, 'support to plan');
  await walk.clicks('Prévoir', 'support to plan, refused', 422);
  await walk.goes(`/suivi/${longest}/entretiens`, 'interviews');
  await page.getByLabel(/Le but que l’élève se donne/).fill('Revoir Kevin');
  await walk.clicks('Enregistrer', 'interviews, refused and doubted', 422);
  await walk.goes(`/suivi/${longest}/feuille`, 'family sheet');
  await walk.goes(`/suivi/${longest}/etapes`, 'milestones');
  await main(page).locator('#exit summary').click();
  await follows(page, main(page).locator('#exit').getByRole('button', { name: 'Enregistrer' }));
  await walk.looks('milestones, refused', 422);
  await walk.goes(`/suivi/${longest}/fin`, 'end of a follow-up');
  await walk.clicks('Terminer le suivi', 'end of a follow-up, refused', 422);
  await walk.goes(`/suivi/${longest}/acces`, 'access to a file');
  await walk.clicks('Donner l’accès', 'access to a file, refused', 422);
  await page.getByLabel('À qui, dans l’établissement').selectOption({ index: 1 });
  await page.getByRole('radio').first().check({ force: true });
  await walk.clicks('Donner l’accès', 'access to a file, given');
  await walk.goes(`/suivi/${longest}`, 'file, with a circle');
  await walk.goes(`/suivi/${older}/transfert`, 'transfer');
  await walk.clicks('Faire un code', 'transfer, refused', 422);
  await page.getByRole('checkbox', { name: /savent que le suivi est transmis/ }).check({ force: true });
  await walk.clicks('Faire un code', 'transfer, its code');
  const transfer = await textOf(main(page).locator('.transfer-code'));
  await walk.goes(`/suivi/${older}/transfert`, 'transfer, one waiting');
  await walk.goes('/suivi/reprise', 'taking');
  await page.getByLabel('Code de transfert').fill(transfer);
  await walk.clicks('Voir ce qui vient', 'taking, refused: their own school', 422);
  await takes(walk, transfer);
  await entersAs(page, 'Thomas Nguyen');
  await walk.goes('/suivi/lectures', 'readings');
  await walk.goes('/mon-compte/suivi', 'mails of the follow-up');
  await walk.clicks('Enregistrer', 'mails of the follow-up, chosen');
  await walk.goes('/suivi/passation', 'handover');
  await walk.clicks('Passer la main', 'handover, refused', 422);
  await walksThroughNames(walk);
  await walk.goes('/suivi/appels', 'calls');
  await walk.goes('/suivi/voies', 'law by age');
  await walk.goes('/actions', 'actions');
  await walk.goes('/actions?niveau=ecole&champ=remédiation', 'actions, none');
  await walk.goes('/actions/A062', 'action');
}

/** The correspondence file, closed then open; the slips that do without it; a register, by hand and pasted. */
async function walksThroughNames(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/suivi/etiquettes', 'slips');
  await walk.goes('/suivi/releve', 'register, no file open');
  await page.getByText('Ouvrir de nouveaux suivis').click();
  const cell = main(page).getByLabel(/^Demi-journées d’absence :/);
  await cell.first().fill('61');
  await walk.clicks('Enregistrer le relevé', 'register, refused', 422);
  await walk.goes('/suivi/correspondance', 'correspondence, closed');
  await main(page).getByText('Créer le fichier de l’établissement').click();
  await walk.looks('correspondence, to create');
  await main(page).getByRole('button', { name: 'Tirer une phrase au hasard' }).click();
  const [first, again] = [
    main(page).getByLabel(/^Phrase de passe\s*Notez/),
    main(page).getByLabel(/^La même/),
  ];
  await again.fill('autre chose');
  await main(page).getByRole('button', { name: 'Créer le fichier' }).click();
  await main(page).getByText('ne sont pas les mêmes').waitFor();
  await walk.looks('correspondence, to create, refused');
  await again.fill(await first.inputValue());
  await main(page).getByRole('button', { name: 'Créer le fichier' }).click();
  await main(page).getByLabel(/^Nom,/).first().fill('Anastasopoulos');
  await main(page)
    .getByLabel(/^Prénom,/)
    .first()
    .focus();
  await walk.looks('correspondence, open');
  await walk.goes('/suivi', 'follow-ups, with names');
  await walk.goes('/suivi/releve', 'register, a file open');
  await main(page)
    .getByLabel(/^Tableau d’élèves/)
    .fill('Élève;Classe;Demi-journées;INE\nAnastasopoulos;5e;6;123456789AB\nDURAND Kevin;4e;=1;');
  await main(page).getByRole('button', { name: 'Lire le tableau' }).click();
  await main(page).getByText('2 élèves lus').waitFor();
  await walk.looks('register, a table read');
  await main(page).getByRole('button', { name: 'Reporter les nombres dans le relevé' }).click();
  await main(page).getByText('Ce qui partira, exactement').waitFor();
  await walk.looks('register, what will be sent');
  page.once('dialog', (dialog) => dialog.accept());
  await main(page).getByRole('button', { name: 'Fermer le fichier' }).click();
  await main(page).getByRole('link', { name: 'votre fichier de correspondance' }).waitFor();
}

async function meets(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/gpds', 'meetings');
  await page.getByLabel('Jour de la réunion').fill('');
  await walk.clicks('Préparer', 'meetings, refused', 422);
  await walk.goes('/gpds', 'meetings, again');
  await walk.clicks('Préparer', 'agenda');
  const agenda = page.url();
  await walk.clicks('Ajouter', 'agenda, refused', 422);
  await walk.goes(agenda, 'agenda, again');
  await follows(page, main(page).getByRole('link', { name: 'Commencer la réunion' }));
  await walk.looks('situation');
  await page.getByLabel('L’acte, en une phrase', { exact: false }).fill('Appeler Mme Durand');
  await walk.clicks('Enregistrer et passer à la suivante', 'situation, refused and doubted', 422);
  await page.goto(agenda);
  const second = await textOf(main(page).locator('.agenda a[data-follow-up]').nth(1));
  await walk.goes(`${agenda}/situations/${second}`, 'situation, the second');
  await walk.clicks('Enregistrer et passer à la suivante', 'situation, the third');
  await walk.goes(agenda, 'agenda, one discussed');
  await walk.clicks('Terminer et lire le compte rendu', 'minutes');
  await walk.goes('/gpds', 'meetings, over');
}

/** Alerts, as somebody who gives one. */
export async function walksThroughAlerts(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Karim Vasseur');
  await walk.goes('/suivi', 'follow-ups, of a teacher');
  await walk.goes('/suivi/alertes/nouvelle', 'alert');
  await walk.clicks('Envoyer l’alerte', 'alert, refused', 422);
  await page.getByLabel('Code de l’élève').fill('');
  await page.getByLabel('Ou sa classe').selectOption('4e');
  await page.getByRole('checkbox').first().check({ force: true });
  await page.getByLabel('Un mot, si besoin').fill('Kevin est parti');
  await walk.clicks('Envoyer l’alerte', 'alert, doubted', 422);
  await page.getByLabel('Un mot, si besoin').fill('Parle de suicide');
  await walk.clicks('Envoyer l’alerte', 'alert, of a danger', 422);
  await walk.clicks('J’ai demandé le relais', 'alert, a relay noted');
  await page.getByLabel('Ou sa classe').selectOption('4e');
  await page.getByRole('checkbox').first().check({ force: true });
  await walk.clicks('Envoyer l’alerte', 'my alerts, one sent');
  await walk.goes('/suivi/alertes', 'my alerts');
}

/** Alerts, as whoever receives them. */
async function receives(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/suivi/alertes/recues', 'alerts received');
  await follows(page, main(page).locator('.alerts a').first());
  await walk.looks('alert received');
  await walk.clicks('Décider et répondre', 'alert received, refused', 422);
  await page.getByRole('radio', { name: /rester attentifs/ }).check({ force: true });
  await page.getByRole('checkbox').first().check({ force: true });
  await walk.clicks('Décider et répondre', 'follow-ups, an alert decided');
  await walk.goes('/suivi/alertes/recues', 'alerts received, one decided');
  await follows(page, main(page).locator('.alerts a').last());
  await walk.looks('alert received, decided');
}

/** What the head of a school sees of the follow-up, before and after they say they chair the GPDS. */
export async function walksAsAHead(walk: Walk): Promise<void> {
  await entersAs(walk.page, 'Étienne Rakoto');
  await walk.goes('/suivi', 'follow-ups, of a head');
  await walk.goes('/suivi/presidence', 'chair, not yet');
  await walk.clicks('Je préside le GPDS', 'chair');
  await walk.goes('/suivi', 'follow-ups, of a chair');
  await walk.goes('/suivi/passation', 'handover, by a head');
  await walk.goes('/suivi/lectures', 'readings, of a school');
  await walk.goes('/suivi/cadre', 'gate');
}

/** The référente of another school looks at what a code would bring; nothing is taken. */
async function takes(walk: Walk, transfer: string): Promise<void> {
  const { page } = walk;
  await signsOut(page);
  await entersAs(page, 'Yasmine Le Goff');
  await page.goto('/suivi/reprise');
  await page.getByLabel('Code de transfert').fill(transfer);
  await walk.clicks('Voir ce qui vient', 'taking, what comes');
  await signsOut(page);
}
