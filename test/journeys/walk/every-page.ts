import assert from 'node:assert/strict';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { dayOf } from '../../../src/calendar/index.ts';
import {
  fillsInTheAnswer,
  follows,
  headingOf,
  main,
  saysTheyDoNotKnow,
  sendsAnIncompleteAnswer,
} from '../visit/answering.ts';
import type { Visits } from '../visit/browser.ts';
import { beginsASeries, type Client, characterNamed, unknown } from '../visit/client.ts';
import { entersAs, signsInByEmail } from '../visit/person.ts';
import { triesUntilOver } from '../visit/rehearsing.ts';
import { walksThroughAdministration, walksThroughAffiliations } from './administration-pages.ts';
import { walksThroughCaseStudies } from './certificate-pages.ts';
import { walksAsAHead, walksThroughAlerts, walksThroughMeetings } from './follow-up-pages.ts';
import { walksThroughGroups } from './group-pages.ts';
import { walksThroughADiagnosis, walksThroughIdeas } from './policy-pages.ts';
import { walksThroughTheCertificate } from './portfolio-pages.ts';
import { walksThroughWorkshops } from './workshop-pages.ts';
import { walksWithYoungPeople } from './young-pages.ts';

/** « page » or « page, state »: two states of one page may share its title. */
export type Look = (name: string, page: Page, html: string) => Promise<void>;

/** Stops at every page of the site, in every state it has. Walks two by two. */
export async function walkThroughEverything(visits: Visits, look: Look): Promise<void> {
  await Promise.all([
    walksAsAVisitor(visits, look)
      .then(() => walksAsANewcomer(visits, look))
      .then(() => walksThroughEffects(visits, look))
      .then(async () =>
        walksThroughWorkshops(
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open({ viewport: { width: 360, height: 740 } }), look),
        ),
      )
      .then(async () =>
        walksThroughCaseStudies(
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open(), look),
        ),
      )
      .then(async () =>
        walksThroughGroups(
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open(), look),
        ),
      )
      .then(async () =>
        walksThroughTheCertificate(
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open(), look),
        ),
      )
      .then(async () => walksThroughADiagnosis(await Walk.in(await visits.open(), look)))
      .then(async () => walksThroughIdeas(await Walk.in(await visits.open(), look)))
      .then(async () => walksThroughAffiliations(await Walk.in(await visits.open(), look)))
      .then(async () => walksThroughAdministration(await Walk.in(await visits.open(), look))),
    walksThroughQuestions(visits, look)
      .then(() => walksAsAnExpert(visits, look))
      .then(() => walksAsTheMinistry(visits, look))
      .then(() => walksThroughLearning(visits, look))
      .then(() => walksThroughPractice(visits, look))
      .then(async () => walksThroughAlerts(await Walk.in(await visits.open(), look)))
      .then(async () => walksAsAHead(await Walk.in(await visits.open(), look)))
      .then(async () => walksThroughMeetings(await Walk.in(await visits.open(), look)))
      .then(async () =>
        walksWithYoungPeople(
          await Walk.in(await visits.open(), look),
          await Walk.in(await visits.open(), look),
        ),
      )
      .then(() => walksAfterLearning(visits, look)),
  ]);
}

/** A window that shows each page it lands on. */
export class Walk {
  #latest: Response | undefined;

  private constructor(
    readonly page: Page,
    private readonly look: Look,
  ) {
    page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest();
      if (isPage && (response.status() < 300 || response.status() >= 400)) this.#latest = response;
    });
  }

  static async in(context: BrowserContext, look: Look): Promise<Walk> {
    return new Walk(await context.newPage(), look);
  }

  async goes(path: string, name: string, status = 200): Promise<void> {
    await this.page.goto(path);
    await this.looks(name, status);
  }

  async clicks(what: string, name: string, status = 200): Promise<void> {
    await follows(this.page, main(this.page).getByRole('button', { name: what }).first());
    await this.looks(name, status);
  }

  async looks(name: string, status = 200): Promise<void> {
    assert.equal(this.#latest?.status(), status, `${name}: ${this.page.url()}`);
    await this.look(name, this.page, await this.#latest.text());
  }
}

async function walksAsAVisitor(visits: Visits, look: Look): Promise<void> {
  const context = await visits.open();
  const walk = await Walk.in(context, look);
  const { page } = walk;
  await walk.goes('/', 'home');
  for (const number of [1, 2, 3]) {
    await walk.goes(`/essai/${number}`, `trial question ${number}`);
    await sendsAnIncompleteAnswer(page);
    await walk.looks(`trial question ${number}, refused`, 422);
    await saysTheyDoNotKnow(page);
    await walk.looks(`trial feedback ${number}`);
  }
  await walk.goes('/connexion', 'sign-in');
  await walk.clicks('Recevoir un code', 'sign-in, refused', 422);
  await page.getByRole('textbox', { name: /Adresse électronique/ }).fill('visite@example.fr');
  await walk.clicks('Recevoir un code', 'code');
  await walk.clicks('Se connecter', 'code, refused', 422);
  await walk.goes('/demo/courriels', 'mails');
  await walk.goes('/verifier', 'attestation to check');
  await walk.goes('/verifier?code=abc', 'attestation to check, refused', 422);
  await walk.goes('/verifier/0000-0000-0000', 'attestation unknown', 404);
  await walk.goes('/badges/realisations/parcours-1', 'achievement of a path');
  await walk.goes('/connexion', 'sign-in, ways');
  await follows(page, main(page).getByRole('link', { name: /S’identifier avec ProConnect/ }));
  await walk.looks('provider of the demonstration');
  await walk.goes('/connexion/retour/demonstration?code=a&state=b', 'provider, refused', 422);
  await context.clearCookies();
  await walk.goes('/connexion/code', 'code, address to give');
  await walk.clicks('Se connecter', 'code, address refused', 422);
  await walk.goes('/compte-efface', 'erased');
  for (const path of [
    'plan-du-site',
    'accessibilite',
    'mentions-legales',
    'donnees-personnelles',
    'cgu',
    'statistiques',
    'contact',
  ]) {
    await walk.goes(`/${path}`, path);
  }
  await walk.goes('/contenus', 'content');
  await walk.goes('/contenus?competence=3&etat=due', 'content, nothing found');
  await walk.goes('/contenus?competence=3.2&nature=modules', 'content, filtered');
  await walk.goes('/contenus/proposer', 'proposal');
  await walk.goes('/nulle-part', 'absent', 404);
  await walk.goes('/deconnexion', 'wrong method', 405);
}

async function walksAsANewcomer(visits: Visits, look: Look): Promise<void> {
  const context = await visits.open();
  const walk = await Walk.in(context, look);
  const { page } = walk;
  await signsInByEmail(page, 'nouvelle.venue@example.fr');
  await walk.looks('welcome, name and métier');
  await page.getByRole('textbox').fill('');
  await walk.clicks('Continuer', 'welcome, name and métier refused', 422);
  await page.getByRole('textbox').fill('Noor');
  await page.getByRole('radio', { name: 'AESH' }).check({ force: true });
  await walk.clicks('Continuer', 'school');
  await page.getByRole('searchbox').fill('exemple');
  await walk.clicks('Chercher', 'school, found');
  await page.getByRole('searchbox').fill('poudlard');
  await walk.clicks('Chercher', 'school, not found');
  await walk.goes('/bienvenue?etape=etablissement&absent=oui', 'school, not in the list');
  await walk.clicks('Continuer sans établissement', 'notice');
  await walk.clicks('J’ai lu, continuer', 'space, everything to do');
  await walk.goes('/mon-profil', 'profile, nothing known');
  await walk.goes('/mes-reponses', 'answers, none');
  await walk.goes('/mes-donnees', 'data, nothing answered');
  await walk.goes('/mon-profil/competences/1.1', 'competence 1.1, before a stage');
  await follows(page, page.getByRole('banner').getByRole('button', { name: 'Se déconnecter' }));
  await walk.looks('sign-in, after signing out');
}

/** Everything the questions can be: each format, with a case, refused; then what surrounds them. */
async function walksThroughQuestions(visits: Visits, look: Look): Promise<void> {
  const client = await characterNamed(visits.address, 'Aurélie Kowalski');
  const context = await visits.open();
  await context.addCookies(client.cookies());
  const walk = await Walk.in(context, look);
  const met = new Set<string>();
  let [series, position] = [await beginsASeries(client), 1];
  const toExplore = ['3.1', '2.2', '4.3', '5.2', '1.2', '3.3', '2.3', '5.1', '4.1', '1.3', '3.2', '3.4'];
  while (met.size < KINDS) {
    const path = `${series}/questions/${position}`;
    const { status, html } = await client.get(path);
    if (status !== 200) {
      const competence = toExplore.shift();
      assert.ok(competence, `the bank shows only ${[...met].join(', ')}`);
      [series, position] = [await beginsASeries(client, competence), 1];
      continue;
    }
    const unmet = kindsOf(html).filter((kind) => !met.has(kind));
    if (unmet.length > 0) {
      await walk.goes(path, `question, ${unmet.join(' ')}`);
      await sendsAnIncompleteAnswer(walk.page);
      await walk.looks(`question, ${unmet.join(' ')} refused`, 422);
      for (const kind of unmet) met.add(kind);
    }
    assert.equal((await client.post(`${series}/reponses`, unknown(position))).status, 303);
    position += 1;
  }
  await leavesAQuestion(walk, client, context);
}

/** Nine formats, and a case. */
const KINDS = 10;

function kindsOf(html: string): string[] {
  const [, format = ''] = /data-format="([a-z-]+)"/.exec(html) ?? [];
  assert.ok(format, 'a question has a format');
  return /<details class="case"/.test(html) ? [format, 'case'] : [format];
}

async function leavesAQuestion(walk: Walk, client: Client, context: BrowserContext): Promise<void> {
  const open = (await client.get('/mon-espace')).html.includes('>Reprendre') ? null : '2.1';
  const series = await beginsASeries(client, open ?? undefined);
  await readsAnAnswerAgain(walk, series);
  await client.post(`${series}/reponses`, unknown(1));
  await walk.goes('/mon-espace', 'space, a series open');
  await walk.goes(`${series}/pause`, 'pause');
  await walk.goes(`${series}/questions/1`, 'already answered');
  await walk.page.goto(series);
  await context.clearCookies();
  await walk.clicks('Valider et continuer', 'signed out', 401);
}

/** The choice is made in the account, and taken back; nothing is confirmed. */
async function readsAnAnswerAgain(walk: Walk, series: string): Promise<void> {
  const { page } = walk;
  await page.goto('/mon-compte');
  await walk.clicks('Relire chaque réponse avant de l’enregistrer', 'account, answers read again');
  await page.goto(series);
  await saysTheyDoNotKnow(page);
  await walk.looks('answer read again, unknown');
  await walk.clicks('La changer', 'question, an answer to change');
  await fillsInTheAnswer(page);
  await walk.clicks('Valider et relire', 'answer read again');
  await page.goto('/mon-compte');
  await walk.clicks('Ne plus relire avant d’enregistrer', 'account, answers recorded at once');
}

/** A module from its first page to a plan, with what can be refused on the way. */
async function walksThroughLearning(visits: Visits, look: Look): Promise<void> {
  const walk = await Walk.in(await visits.open(), look);
  const { page } = walk;
  await entersAs(page, 'Aurélie Kowalski');
  await walk.goes('/mon-parcours', 'path');
  await walk.goes('/mon-parcours?besoin=gpds', 'path, by need');
  await walk.goes('/mon-parcours?temps=5', 'path, five minutes');
  await walk.goes('/plans', 'plans, none');
  await walk.goes('/revisions', 'reviews, none');
  await walk.goes('/mon-parcours', 'path, again');
  await follows(page, main(page).locator('.listing a').first());
  await walk.looks('module');
  const module = new URL(page.url()).pathname;
  await walk.goes(`${module}/imprimer`, 'module, whole');
  await walk.goes(module, 'module, again');
  await walk.clicks('Commencer', 'module, a section');
  while ((await page.getByRole('radio').count()) === 0) {
    await follows(page, main(page).getByRole('button', { name: 'Continuer' }));
  }
  await walk.looks('exercise');
  await walk.clicks('Valider', 'exercise, refused', 422);
  for (const state of ['tried', 'over']) {
    if ((await page.getByRole('radio').count()) === 0) break;
    await page.getByRole('radio').first().check({ force: true });
    await walk.clicks('Valider', `exercise, ${state}`);
  }
  await walk.goes(`/plans/nouveau?module=${module.split('/').at(-1)}`, 'plan');
  await page.getByLabel('Date à laquelle').fill('');
  await walk.clicks('Garder ce plan', 'plan, refused', 422);
  await page.getByLabel('Date à laquelle').fill(dayOf(new Date()));
  for (const ideas of ['situation-idee', 'act-idee']) {
    await page.locator(`[name=${ideas}]`).first().check({ force: true });
  }
  await walk.clicks('Garder ce plan', 'plans, one due');
  await walk.clicks('Enregistrer', 'plans, refused', 422);
  await page.locator('[name=outcome][value=not-yet]').first().check({ force: true });
  await walk.clicks('Enregistrer', 'plan not done yet');
  await walk.clicks('Voir ce qui peut aider', 'plan not done yet, refused', 422);
  await page.getByRole('radio').first().check({ force: true });
  await walk.clicks('Voir ce qui peut aider', 'plan not done yet, what may help');
  await follows(page, main(page).getByRole('link', { name: 'L’accrocher à un moment sûr' }));
  await walk.looks('plan, taken up again');
  await walk.clicks('Garder ce plan', 'plans, one taken up again');
  await follows(page, main(page).getByRole('link', { name: 'Le montrer à quelqu’un' }).first());
  await walk.looks('plan to show');
  await walk.clicks('Montrer ce plan', 'plan to show, refused', 422);
  await page.getByRole('radio', { name: 'Mathieu Benali' }).check({ force: true });
  await walk.clicks('Montrer ce plan', 'plan shown');
  await walk.goes('/accompagnements', 'plans shown to me, none');
  await walk.goes('/mes-progres', 'progress, little');
  await walk.goes('/mon-parcours', 'path, a module begun and a plan due');
  await walk.goes('/plans', 'plans');
  await follows(page, main(page).getByRole('link', { name: 'Supprimer ce plan' }).first());
  await walk.looks('plan, to remove');
  await walksThroughAConversation(walk);
}

/** A conversation in each of its states: proposed, at its beginning, after a reply, at its end, read whole. */
async function walksThroughAConversation(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes('/dialogues', 'dialogues');
  await walk.goes('/dialogues?besoin=gpds', 'dialogues, by need');
  await walk.goes('/dialogues/le-gpds-qui-tourne-en-rond', 'dialogue');
  await walk.clicks('Commencer', 'exchange, the first');
  const play = new URL(page.url()).pathname;
  await page
    .locator('[name=reply]')
    .first()
    .evaluate((reply) => reply.setAttribute('value', '9'));
  await follows(page, page.locator('[name=reply]').first());
  await walk.looks('exchange, refused', 422);
  await follows(page, page.locator('[name=reply]').nth(1));
  await walk.looks('exchange, after a reply');
  await unfolds(page);
  await walk.looks('exchange, unfolded');
  await walk.goes('/dialogues/le-gpds-qui-tourne-en-rond', 'dialogue, going on');
  await walk.goes(play, 'exchange, again');
  while ((await page.locator('.reply').count()) > 0) await follows(page, page.locator('.reply').first());
  await walk.looks('exchange, the last');
  await walk.goes(`${play}/fin`, 'end of a dialogue');
  await unfolds(page);
  await walk.looks('end of a dialogue, unfolded');
  await walk.goes(`${play}/fin?choix=2&autre=1`, 'end of a dialogue, another way');
  await walk.goes(`${play}/transcription`, 'transcript');
  await walk.goes('/dialogues/le-gpds-qui-tourne-en-rond', 'dialogue, played');
}

async function unfolds(page: Page): Promise<void> {
  await main(page)
    .locator('details')
    .evaluateAll((folded) => {
      for (const details of folded as HTMLDetailsElement[]) details.open = true;
    });
}

/** Decisions and their rehearsals, coach kits, and a path kept in one's own order. */
async function walksThroughPractice(visits: Visits, look: Look): Promise<void> {
  const walk = await Walk.in(await visits.open(), look);
  const { page } = walk;
  await entersAs(page, 'Aurélie Kowalski');
  await walk.goes('/decisions', 'decisions');
  await walk.goes('/decisions?besoin=partenaires', 'decisions, by need');
  await walk.goes('/decisions/partenaire-mlds', 'decision');
  await walk.goes('/decisions/partenaire-mlds/repetition', 'rehearsal');
  await walk.clicks('Valider', 'rehearsal, refused', 422);
  for (const state of ['tried', 'tried again']) {
    if ((await page.getByRole('radio').count()) === 0) break;
    await page.getByRole('radio').first().check({ force: true });
    await walk.clicks('Valider', `rehearsal, ${state}`);
  }
  for (const name of ['a later moment', 'the last moment']) {
    await follows(page, main(page).getByRole('link', { name: 'Moment suivant' }));
    await walk.looks(`rehearsal, ${name}`);
    await triesUntilOver(page);
  }
  await follows(page, main(page).getByRole('link', { name: 'Continuer à voix haute' }));
  await walk.looks('rehearsal, aloud');
  await walk.clicks('C’est dit', 'rehearsal, finished');
  await walk.goes('/decisions/nulle-part', 'absent, decision', 404);
  await walk.goes('/entre-pairs', 'coach kits');
  await walk.goes('/entre-pairs/4.2', 'coach kit');
  await walk.goes('/mon-parcours', 'path, before hiding');
  await walk.clicks('Masquer', 'path, just hidden');
  await walk.goes('/mon-parcours/ordre', 'path, order');
  await walk.clicks('Monter', 'path, order changed');
}

/** What is left for others by those who learn: a plan shown, reminders, an attestation, an opinion. */
async function walksAfterLearning(visits: Visits, look: Look): Promise<void> {
  const colleague = await Walk.in(await visits.open(), look);
  await entersAs(colleague.page, 'Mathieu Benali');
  await colleague.goes('/accompagnements', 'plans shown to me');
  await colleague.clicks('Envoyer ce mot', 'plans shown to me, refused', 422);
  await colleague.page.getByRole('textbox').fill('Bravo !');
  await colleague.clicks('Envoyer ce mot', 'plans shown to me, a word written');

  const walk = await Walk.in(await visits.open(), look);
  const { page } = walk;
  await entersAs(page, 'Inès Delattre');
  await walk.goes('/mon-compte/rappels', 'reminders');
  await walk.clicks('Enregistrer', 'reminders, saved');
  await walk.goes('/avis', 'opinion');
  await follows(page, main(page).getByRole('listitem').getByRole('link').first());
  await walk.looks('survey');
  await walk.clicks('Envoyer', 'survey, refused', 422);
  await walk.goes('/mes-progres', 'progress');
  await walk.clicks('Établir une attestation', 'progress, attested');
  const names = ['Ce que voit qui la vérifie', 'Retirer'];
  for (const name of names) {
    await walk.goes('/mes-progres', `progress, before « ${name} »`);
    await follows(
      page,
      main(page)
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first(),
    );
    await walk.looks(`attestation, ${name}`);
  }
}

/** What only those with a national view see. */
async function walksAsTheMinistry(visits: Visits, look: Look): Promise<void> {
  const walk = await Walk.in(await visits.open(), look);
  await entersAs(walk.page, 'Judith Amsellem');
  await walk.goes('/contenus/a-revoir', 'content to review');
}

async function walksAsAnExpert(visits: Visits, look: Look): Promise<void> {
  const walk = await Walk.in(await visits.open(), look);
  const { page } = walk;
  await entersAs(page, 'Inès Delattre');
  await walk.looks('space, everything done');
  await walk.goes('/mon-parcours', 'path, modules finished');
  await walk.goes('/plans', 'plans, lived');
  await walk.goes('/revisions', 'review');
  await follows(page, main(page).getByRole('link', { name: 'Voir la réponse' }));
  await walk.looks('review, the answer');
  await walk.clicks('Avec effort', 'review, the next one');
  await walk.goes('/mon-profil', 'profile');
  await walk.goes('/mon-profil/competences/3.1', 'competence 3.1, explored');
  await walk.goes('/mon-profil/competences/5.3', 'competence 5.3');
  await walk.goes('/mes-reponses', 'answers');
  const series = main(page).getByRole('listitem').getByRole('link');
  const inDepth = await series.filter({ hasText: 'En profondeur' }).first().getAttribute('href');
  const stage = await series.filter({ hasText: 'Positionnement' }).first().getAttribute('href');
  await walk.goes(inDepth!, 'explanations in depth');
  await walk.goes(stage!, 'explanations');
  await walk.goes(`${stage}?ouvrir=tout`, 'explanations, unfolded');
  await follows(
    page,
    main(page)
      .getByRole('link', { name: /^Signaler un problème/ })
      .first(),
  );
  await walk.looks('report');
  await walk.clicks('Envoyer', 'report, refused', 422);
  await page.getByRole('textbox').fill('Une faute dans la troisième réponse.');
  await walk.clicks('Envoyer', 'report sent');
  await walk.goes('/mes-donnees', 'data');
  await walk.goes('/mes-donnees/suppression', 'erasure');
  await walk.clicks('Effacer mon compte', 'erasure, refused', 422);
  await walk.goes('/mon-compte', 'account');
  await walk.goes('/mon-compte?modifier=nom', 'account name');
  await page.getByRole('textbox').fill('');
  await walk.clicks('Enregistrer', 'account name, refused', 422);
  await walk.goes('/mon-compte?modifier=metier', 'account métier');
  await walk.clicks('Enregistrer', 'account, saved');
  await walk.goes('/mon-compte?modifier=etablissement&recherche=exemple', 'account school');
  await walk.goes('/connexion', 'sign-in, already signed in');
  assert.equal(await headingOf(page), 'Se connecter');
  await walk.goes('/nulle-part', 'absent, signed in', 404);
}

/** What can be said of groups, and where their figures are given. */
async function walksThroughEffects(visits: Visits, look: Look): Promise<void> {
  const head = await Walk.in(await visits.open(), look);
  await entersAs(head.page, 'Claire Okafor');
  await head.goes('/effets', 'effects');
  for (const slug of ['parcours', 'efficacite', 'signaux', 'sorties', 'usage']) {
    await head.goes(`/effets/${slug}`, `effects, ${slug}`);
  }
  await head.goes('/effets/chiffres', 'figures of the school');
  await head.page.getByLabel('Élèves inscrits').fill('');
  await head.clicks('Enregistrer', 'figures of the school, refused', 422);
  await head.goes('/mon-efficacite', 'feeling able');
  await head.clicks('Envoyer mes réponses', 'feeling able, refused', 422);
  const academie = await Walk.in(await visits.open(), look);
  await entersAs(academie.page, 'Samuel Ortega');
  await academie.goes('/effets/efficacite?lieu=france', 'effects, the country');
  await academie.goes('/effets/import', 'figures to import');
  await academie.clicks('Importer', 'figures to import, refused', 422);
  await academie.clicks('Importer la comparaison', 'figures to import, comparison, refused', 422);
}
