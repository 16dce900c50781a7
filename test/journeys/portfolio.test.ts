import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { dayOf } from '../../src/calendar/index.ts';
import { verifyBadge } from '../badge-verifier.ts';
import { assertSays, button, follows, headingOf, main } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

const today = () => dayOf(new Date());

journey(
  'A practice is seen, confirmed, kept and shown by a badge anybody can check, until the peer takes it back',
  async (visits) => {
    const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
    const candidate = await (await visits.open(phone)).newPage();
    const peer = await (await visits.open({ javaScriptEnabled: false })).newPage();
    await entersAs(candidate, 'Karim Vasseur');
    await asks(candidate);
    await entersAs(peer, 'Claire Okafor');
    await confirms(peer);
    await candidate.goto('/mon-profil/competences/3.1');
    await assertSays(candidate, /Pratique confirmée par un pair le/);
    await keepsIt(candidate);

    const { badge, token } = await makesABadge(candidate);
    const read = async (url: string) => (await candidate.request.get(url)).text();
    const { keys } = JSON.parse(await read(`${visits.address}/badges/cles`));
    const verdict = await verifyBadge(token, keys, { fetchStatus: read, now: new Date() });
    assert.ok('credential' in verdict, JSON.stringify(verdict));
    assert.match(verdict.credential.name, /^Pratique confirmée par un pair/);
    assert.doesNotMatch(JSON.stringify(verdict.credential), /Vasseur|Okafor|Expertise/);

    await peer.goto('/certificat/observations');
    await follows(peer, button(peer, /Retirer ma confirmation/));
    assert.deepEqual(await verifyBadge(token, keys, { fetchStatus: read, now: new Date() }), {
      refused: 'revoked',
    });
    await candidate.goto(badge);
    assert.equal(await headingOf(candidate), 'Ce badge a été retiré');
    await candidate.goto('/certificat/dossier/pairs');
    await assertSays(candidate, /a retiré sa confirmation/);
  },
);

async function asks(page: Page): Promise<void> {
  await page.goto('/certificat/dossier/pairs/nouvelle?competence=3.1');
  await page.locator('#jour').fill(today());
  await page.locator('#occasion').fill('Un entretien de retour, vingt minutes');
  await page.getByRole('radio', { name: /niveau 4/i }).check({ force: true });
  await page.getByRole('radio', { name: 'Claire Okafor' }).check({ force: true });
  await follows(page, button(page, 'Envoyer la demande'));
  await assertSays(page, /qui ne l’a pas encore ouvert/);
}

async function confirms(page: Page): Promise<void> {
  await page.goto('/demo/courriels');
  await assertSays(page, /vous demande de confirmer une pratique/);
  await page.goto('/certificat/observations');
  await follows(page, main(page).getByRole('link', { name: 'Répondre à Karim Vasseur' }));
  await main(page).locator('[name=acte]').first().check({ force: true });
  await main(page)
    .getByRole('radio', { name: /Oui, niveau 4/ })
    .check({ force: true });
  await main(page).locator('#mot').fill('J’ai vu Karim attendre la réponse de Kevin.');
  await follows(page, button(page, 'Confirmer à mon nom'));
  await assertSays(page, /pourrait dire le nom de quelqu’un/);
  assert.ok(await main(page).locator('[name=acte]').first().isChecked(), 'nothing is lost');
  await main(page).locator('#mot').fill('J’ai vu une réponse attendue en silence.');
  await follows(page, button(page, 'Confirmer à mon nom'));
  await assertSays(page, /Ce que j’ai confirmé/);
}

async function keepsIt(page: Page): Promise<void> {
  await page.goto('/certificat/dossier');
  await follows(page, main(page).getByRole('link', { name: /entretien de retour/ }));
  await follows(page, button(page, 'Garder dans mon dossier'));
  await page.goto('/certificat/dossier/ou-j-en-suis');
  await assertSays(page, /pratique confirmée par Claire Okafor/);
  const pdf = await page.request.get('/certificat/dossier.pdf');
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
}

async function makesABadge(page: Page): Promise<{ badge: string; token: string }> {
  await page.goto('/badges');
  await follows(page, main(page).getByRole('link', { name: /^Pratique confirmée/ }));
  await assertSays(page, /Ce qu’il ne dira pas/);
  await follows(page, button(page, 'Faire signer ce badge'));
  const file = main(page).getByRole('link', { name: 'Le fichier du badge' }).first();
  const path = (await file.getAttribute('href'))!;
  return { badge: path.replace('/badge.jwt', ''), token: await (await page.request.get(path)).text() };
}
