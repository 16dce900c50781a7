import { dayOf } from '../../../src/calendar/index.ts';
import { follows, main } from '../visit/answering.ts';
import { entersAs } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

const today = () => dayOf(new Date());

/** A candidate who plans, is seen at work and keeps it; the colleague who saw. */
export async function walksThroughTheCertificate(walk: Walk, peer: Walk): Promise<void> {
  await entersAs(walk.page, 'Paul Haddad');
  await walk.goes('/certificat/dossier', 'portfolio, empty');
  await walksThroughASession(walk);
  await asksAPeer(walk);
  await answersAsAPeer(peer);
  await walk.goes('/certificat/dossier/pairs', 'practice seen by peers, confirmed');
  await follows(walk.page, main(walk.page).getByRole('link', { name: 'Ce que cette observation montre' }));
  await walk.looks('piece of a portfolio');
  for (const box of await walk.page.locator('[name=competence]:checked').all()) await box.uncheck();
  await walk.clicks('Garder dans mon dossier', 'piece of a portfolio, refused', 422);
  await walk.page.locator('[name=competence]').first().check({ force: true });
  await walk.clicks('Garder dans mon dossier', 'portfolio');
  await walk.goes('/certificat/dossier/ou-j-en-suis', 'where one stands');
  await walk.page.locator('#common').fill('beaucoup');
  await walk.clicks('Noter ces heures', 'where one stands, refused', 422);
  await walksThroughBadges(walk);
  await walk.goes('/certificat/dossier/pairs', 'practice seen by peers, again');
  await follows(walk.page, main(walk.page).getByRole('link', { name: 'Retirer' }).first());
  await walk.looks('confirmation to take back');
}

async function walksThroughASession(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/certificat/seances', 'sessions, none');
  await walk.goes('/certificat/seances/nouvelle', 'session to plan');
  await page.locator('#titre').fill('Parler avec Kevin');
  await page.locator('#but').fill('Les stages');
  await page.locator('#niveau').selectOption('3e');
  await page.locator('#nombre').fill('9');
  await walk.clicks('Garder cette séance', 'session to plan, refused', 422);
  await page.locator('#titre').fill('Parler de son stage');
  await walk.clicks('Garder cette séance', 'session');
  const session = new URL(page.url()).pathname;
  await walk.goes(`${session}/modifier`, 'session to change');
  await walk.goes(`${session}/apres`, 'session to tell');
  await walk.clicks('Garder', 'session to tell, refused', 422);
  await page.locator('#jour').fill(today());
  await page.locator('#reponse-1').fill('Trois ont parlé les premiers.');
  await walk.clicks('Garder', 'session, told');
  await walk.goes('/certificat/seances', 'sessions');
  await walk.goes(`${session}/suppression`, 'session to remove');
}

async function asksAPeer(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/certificat/dossier/pairs', 'practice seen by peers, none');
  await walk.goes('/certificat/dossier/pairs/nouvelle', 'confirmation to ask');
  await walk.clicks('Envoyer la demande', 'confirmation to ask, refused', 422);
  await page.locator('#competence').selectOption('3.1');
  await page.locator('#jour').fill(today());
  await page.locator('#occasion').fill('Un entretien de vingt minutes');
  await page.getByRole('radio', { name: /niveau 5/i }).check({ force: true });
  await page.getByRole('radio', { name: 'Awa Lambert' }).check({ force: true });
  await walk.clicks('Envoyer la demande', 'practice seen by peers, asked');
}

async function answersAsAPeer(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Awa Lambert');
  await walk.goes('/certificat/observations', 'practices to confirm');
  await follows(page, main(page).getByRole('link', { name: 'Répondre' }).first());
  await walk.looks('practice to confirm');
  await walk.clicks('Confirmer à mon nom', 'practice to confirm, refused', 422);
  await page.locator('[name=acte]').first().check({ force: true });
  await page.getByRole('radio', { name: /Oui, niveau 4/ }).check({ force: true });
  await walk.clicks('Confirmer à mon nom', 'practices to confirm, one confirmed');
}

async function walksThroughBadges(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/badges', 'badges, none');
  await follows(
    page,
    main(page)
      .getByRole('link', { name: /^Pratique confirmée/ })
      .first(),
  );
  await walk.looks('badge to make');
  await walk.clicks('Faire signer ce badge', 'badges');
  await follows(page, main(page).getByRole('link', { name: 'Ce que voit qui le reçoit' }).first());
  await walk.looks('badge');
  await walk.goes('/badges', 'badges, again');
  await follows(page, main(page).getByRole('link', { name: 'Retirer' }).first());
  await walk.looks('badge to take back');
  const badge = new URL(page.url()).pathname.split('/')[2];
  await walk.clicks('Retirer', 'badges, one taken back');
  await walk.goes(`/badges/${badge}`, 'badge taken back');
}
