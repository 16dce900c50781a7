import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import {
  answers,
  assertSays,
  button,
  follows,
  headingOf,
  isOnAQuestion,
  main,
  questionOf,
  saysTheyDoNotKnow,
  sendsAnIncompleteAnswer,
  textOf,
} from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { introducesThemselves, signsInByEmail, signsOut } from './visit/person.ts';
import { readTable } from './visit/table.ts';

const MARION = {
  name: 'Marion Estève',
  profession: 'CPE',
  school: 'Collège des Quatre-Vents',
};
const DOMAINS = 5;
const STAGE = 8;
const PAUSE_AFTER = 4;
const NOTICE =
  /Estimation provisoire : les difficultés ont été fixées par des experts .* Ne peut servir ni à évaluer, ni à recruter, ni à certifier\./;

describe('The whole journey', { concurrency: true }, () => {
  journey(
    'With JavaScript, somebody goes from the home page to an erased account through everything Assess offers',
    (visits) => wholeJourney(visits, { javaScriptEnabled: true, email: 'marion.esteve@example.fr' }),
  );
  journey('Without JavaScript, the same journey completes', (visits) =>
    wholeJourney(visits, { javaScriptEnabled: false, email: 'marion.sans.script@example.fr' }),
  );
});

async function wholeJourney(
  visits: Visits,
  { javaScriptEnabled, email }: { javaScriptEnabled: boolean; email: string },
): Promise<void> {
  const atSchool = await visits.open({ javaScriptEnabled });
  let page = await atSchool.newPage();

  await page.goto('/');
  await triesThreeQuestions(page);

  await signsInByEmail(page, email);
  await introducesThemselves(page, MARION);

  await follows(page, button(page, 'Commencer'));
  await answersHalfAStage(page);
  const [heading, question] = [await headingOf(page), await questionOf(page)];
  await pausesAndSignsOut(page);

  const atHome = await visits.open({ javaScriptEnabled });
  page = await atHome.newPage();
  await signsInByEmail(page, email);
  await follows(page, main(page).getByRole('link', { name: 'Reprendre', exact: true }));
  assert.equal(await headingOf(page), heading, 'back at the same place');
  assert.equal(await questionOf(page), question, 'back at the same question');

  await answersTheRest(page);
  await readsTheExplanations(page);
  await readsWhatIsKnown(page);
  await downloadsTheProfile(page);
  const inDepth = await exploresACompetence(page);
  await reportsAProblem(page);

  await downloadsTheirData(page, email, STAGE + inDepth);
  const copied = await visits.open({ javaScriptEnabled, storageState: await atHome.storageState() });
  const elsewhere = await copied.newPage();
  await elsewhere.goto('/mon-profil');
  assert.equal(await headingOf(elsewhere), 'Ce que je sais', 'the session is open on another device');
  await erasesTheAccount(page);
  await elsewhere.reload();
  assert.equal(await headingOf(elsewhere), 'Se connecter', 'and closed with the account');
  await startsAfresh(atHome, email);
}

async function triesThreeQuestions(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Essayer trois questions' }));
  for (const number of [1, 2, 3]) {
    assert.equal(await headingOf(page), `Question ${number} sur 3`);
    await sendsAnIncompleteAnswer(page);
    await answers(page);
    assert.equal(await headingOf(page), `Explications de la question ${number}`);
    await assertSays(page, /À retenir\./);
    await assertSays(page, /Réponse (juste|en partie juste)|À revoir/);
    await assertSays(page, /Sources/);
    if (number < 3) await follows(page, main(page).getByRole('link', { name: 'Question suivante' }));
  }
  await follows(page, main(page).getByRole('link', { name: 'Commencer une première étape' }));
  assert.equal(await headingOf(page), 'Se connecter');
}

async function answersHalfAStage(page: Page): Promise<void> {
  for (let position = 1; position <= PAUSE_AFTER; position += 1) {
    assert.equal(await headingOf(page), `Question ${position} sur ${STAGE}`);
    if (position === 2) await saysTheyDoNotKnow(page);
    else {
      await sendsAnIncompleteAnswer(page);
      await answers(page, position);
    }
  }
  assert.equal(await headingOf(page), `Question ${PAUSE_AFTER + 1} sur ${STAGE}`);
}

async function pausesAndSignsOut(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Faire une pause ou m’arrêter là' }));
  await assertSays(page, /Vos 4 réponses sont enregistrées/);
  await follows(page, main(page).getByRole('link', { name: 'Faire une pause', exact: true }));
  await assertSays(page, /Vous en êtes à la question 5 sur 8/);
  await signsOut(page);
}

async function answersTheRest(page: Page): Promise<void> {
  for (let position = PAUSE_AFTER + 1; position <= STAGE; position += 1) {
    assert.equal(await headingOf(page), `Question ${position} sur ${STAGE}`);
    await answers(page, position);
  }
}

/** Folded one by one, then all at once. */
async function readsTheExplanations(page: Page): Promise<void> {
  assert.equal(await headingOf(page), 'C’est fait, merci');
  await assertSays(page, NOTICE);
  const questions = main(page).locator('summary', { hasText: /^Question \d/ });
  assert.equal(await questions.count(), STAGE);
  const remember = main(page).getByText('À retenir.').first();
  assert.ok(!(await remember.isVisible()));
  await questions.first().click();
  await remember.waitFor({ state: 'visible' });

  await follows(page, main(page).getByRole('link', { name: /^Tout déplier/ }));
  const text = await textOf(main(page));
  assert.equal(text.match(/À retenir\./g)?.length, STAGE, 'something to remember from each question');
  assert.equal(text.match(/^Sources$/gm)?.length, STAGE, 'where it comes from, for each question');
  await assertSays(page, /Vous avez répondu « je ne sais pas »/);
}

async function readsWhatIsKnown(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Voir tout ce que je sais' }));
  assert.equal(await headingOf(page), 'Ce que je sais');
  assert.ok(await main(page).locator('svg.band').first().isVisible(), 'the band is drawn');
  const domains = page.getByRole('table', { name: /cinq domaines/ }).getByRole('rowheader');
  assert.equal(await domains.count(), DOMAINS);
  await assertSays(page, NOTICE);
  await assertSays(page, /le plus probable : /);
}

async function downloadsTheProfile(page: Page): Promise<void> {
  const pdf = await fileOf(page, 'Télécharger en PDF');
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
}

/** Returns how many questions it took. */
async function exploresACompetence(page: Page): Promise<number> {
  const toExplore = main(page).locator('#competences').getByRole('link').first();
  const competence = await textOf(toExplore);
  await follows(page, toExplore);
  assert.equal(await headingOf(page), competence);
  await follows(page, button(page, 'Explorer cette compétence'));
  let answered = 0;
  while (isOnAQuestion(page)) {
    answered += 1;
    assert.ok(answered <= 12, 'a competence is explored in twelve questions at most');
    assert.equal(await headingOf(page), `Question ${answered} (12 au plus)`);
    await answers(page, answered);
  }
  assert.equal(await headingOf(page), 'C’est fait, merci');
  return answered;
}

async function reportsAProblem(page: Page): Promise<void> {
  await follows(page, page.getByRole('banner').getByRole('link', { name: /Application Persévérance/ }));
  await follows(page, main(page).getByRole('link', { name: 'Mes réponses' }));
  const series = main(page).getByRole('listitem').getByRole('link');
  assert.equal(await series.count(), 2);
  await follows(page, series.filter({ hasText: 'Positionnement' }));
  await main(page).locator('summary', { hasText: 'Question 3' }).click();
  await follows(page, main(page).getByRole('link', { name: 'Signaler un problème sur la question 3' }));

  const empty = await follows(page, button(page, 'Envoyer'));
  assert.equal(empty.status(), 422);
  const message = page.getByRole('textbox', { name: /Qu’est-ce qui ne va pas/ });
  const tooLong = 'Trop long. '.repeat(100);
  await message.fill(tooLong);
  assert.equal((await follows(page, button(page, 'Envoyer'))).status(), 422);
  assert.equal((await message.inputValue()).trim(), tooLong.trim(), 'the message is still there');

  await message.fill('La réponse « d » se défend aussi.\nVoir le <règlement> de l’établissement.');
  await follows(page, button(page, 'Envoyer'));
  assert.equal(await headingOf(page), 'Merci, c’est noté');
  await follows(page, main(page).getByRole('link', { name: 'Revenir aux explications' }));
  assert.equal(await headingOf(page), 'C’est fait, merci');
}

async function downloadsTheirData(page: Page, email: string, answered: number): Promise<void> {
  await follows(page, page.getByRole('link', { name: 'Mes données' }).first());
  await assertSays(page, new RegExp(`${answered} réponses`));

  const data = await readPersonalFile(page);
  assert.equal(data.personne.nom_affiché, MARION.name);
  assert.equal(data.personne.adresse_électronique, email);
  assert.deepEqual(
    data.évaluations.map(({ statut }) => statut),
    ['terminée', 'terminée'],
  );
  const questions = data.évaluations.flatMap((evaluation) => evaluation.questions);
  assert.equal(questions.filter(({ réponse }) => réponse !== null).length, answered);
  assert.equal(data.signalements.length, 1);
  assert.match(data.signalements[0]!.message, /<règlement>/);

  const table = (await fileOf(page, 'Mes réponses en tableau (CSV)')).toString('utf8');
  assert.equal(table.charCodeAt(0), 0xfeff, 'spreadsheets recognise the accents');
  const [columns, ...rows] = readTable(table.slice(1));
  assert.ok(columns?.includes('Texte de la question'));
  assert.equal(rows.length, answered);
  assert.ok(rows.every((row) => row.length === columns?.length));
}

type PersonalFile = {
  personne: { nom_affiché: string; adresse_électronique: string };
  évaluations: { statut: string; questions: { réponse: object | null }[] }[];
  signalements: { message: string }[];
};

async function readPersonalFile(page: Page): Promise<PersonalFile> {
  const file = await fileOf(page, 'Toutes mes données (JSON)');
  return JSON.parse(file.toString('utf8')) as PersonalFile;
}

async function fileOf(page: Page, link: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await main(page).getByRole('link', { name: link }).click();
  return readFile(await (await downloading).path());
}

async function erasesTheAccount(page: Page): Promise<void> {
  await follows(page, main(page).getByRole('link', { name: 'Effacer mon compte', exact: true }));
  const confirmation = page.getByRole('textbox', { name: /Pour confirmer/ });
  const erase = button(page, 'Effacer mon compte pour toujours');
  await confirmation.fill('oui');
  assert.equal((await follows(page, erase)).status(), 422);
  await assertSays(page, /Rien n’a été effacé/);

  await confirmation.fill('effacer');
  await follows(page, erase);
  assert.equal(await headingOf(page), 'Votre compte est effacé');
}

async function startsAfresh(context: BrowserContext, email: string): Promise<void> {
  const page = await context.newPage();
  await signsInByEmail(page, email);
  await introducesThemselves(page, { ...MARION, name: 'Marion E.' });
  await page.goto('/mes-donnees');
  await assertSays(page, /aucune réponse pour l’instant/i);
  const data = await readPersonalFile(page);
  assert.deepEqual([data.évaluations, data.signalements], [[], []]);
}
