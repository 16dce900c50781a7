import { follows, main, textOf } from '../visit/answering.ts';
import { entersAs } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

/** What is given to a young person, on the side of whoever gives it and of whoever answers. */
export async function walksWithYoungPeople(staff: Walk, young: Walk): Promise<void> {
  await entersAs(staff.page, 'Thomas Nguyen');
  await staff.page.goto('/suivi');
  const file = await main(staff.page).locator('tbody th a').first().innerText();
  await staff.goes(`/suivi/${file}/questionnaires`, 'questionnaires, none');
  await staff.page.getByLabel('Moment').selectOption('');
  await staff.clicks('Donner un code', 'questionnaires, refused', 422);
  await staff.page.getByLabel('Moment').selectOption('before');
  await staff.clicks('Donner un code', 'code to give');
  const code = await textOf(main(staff.page).locator('.slip__code'));
  await staff.goes(`/suivi/${file}/questionnaires`, 'questionnaires, one given');

  const { page } = young;
  await young.goes('/q', 'code of a questionnaire');
  await young.clicks('Ouvrir', 'code of a questionnaire, refused', 422);
  await young.goes(`/q?code=${code}`, 'code of a questionnaire, scanned');
  await young.clicks('Ouvrir', 'welcome of a questionnaire');
  await follows(page, main(page).getByRole('link', { name: 'Je commence' }));
  await young.looks('first question for a young person');
  await young.clicks('Plutôt oui', 'second question for a young person');
  await young.goes('/q/questions/1', 'first question for a young person, answered');
  await young.goes('/q/relire', 'answers of a young person, some left');
  for (let number = 2; number <= 8; number += 1) {
    await page.goto(`/q/questions/${number}`);
    await follows(
      page,
      main(page)
        .locator('.young-answer')
        .nth(number % 5),
    );
  }
  await young.looks('answers of a young person');
  await young.goes('/q/aide', 'help for a young person');
  await young.clicks('Oui, je veux', 'an adult asked for');
  await young.goes('/q/debut', 'welcome of a questionnaire, begun');
  await young.goes('/q/questions/8', 'last question for a young person');
  await young.clicks('Faire une pause', 'pause of a young person');
  await page.goto(`/q?code=${code}`);
  await follows(page, main(page).getByRole('button', { name: 'Ouvrir' }));
  await page.goto('/q/relire');
  await young.clicks('Envoyer mes réponses', 'thanks');
  await staff.goes('/suivi', 'follow-ups, an adult asked for');
  await staff.goes('/suivi/effacements', 'erasures');
  await readsWhatIsKept(staff, young, file);
  await staff.goes('/suivi', 'follow-ups, opposed and corrected');
}

/** The sheet of information, then what is kept as whoever holds the sheet reads it. */
async function readsWhatIsKept(staff: Walk, holder: Walk, file: string): Promise<void> {
  await staff.goes(`/suivi/${file}/information`, 'information');
  await staff.page.getByLabel('ont été informés le').fill('');
  await staff.clicks('Noter', 'information, refused', 422);
  await staff.clicks('Faire la feuille', 'sheet of information');
  const [code, secret] = await main(staff.page).locator('.slip__code').allInnerTexts();

  const { page } = holder;
  await holder.goes(`/acces?code=${code}`, 'own file to open');
  await holder.clicks('Ouvrir', 'own file to open, refused', 422);
  await page.getByLabel('Mot secret').fill(secret!);
  await holder.clicks('Ouvrir', 'own file');
  await holder.clicks('Prendre un nouveau mot secret', 'secret for the next time');
  await holder.goes('/acces/correction', 'correction');
  await holder.clicks('Demander la correction', 'correction, refused', 422);
  await page.getByLabel('Les signes regardés').check({ force: true });
  await page.getByLabel('L’élève', { exact: true }).check({ force: true });
  await holder.clicks('Demander la correction', 'own file, a correction asked');
  await holder.goes('/acces/lectures', 'readings, asked about');
  await holder.clicks('Demander', 'readings, asked about, refused', 422);
  await page.getByLabel('La famille').check({ force: true });
  await holder.clicks('Demander', 'own file, readings asked about');
  await holder.goes('/acces/opposition', 'opposition');
  await holder.clicks('Je m’oppose', 'opposition, refused', 422);
  await page.getByLabel('La famille').check({ force: true });
  await holder.clicks('Je m’oppose', 'opposition, recorded');
  await holder.goes('/acces/dossier', 'own file, opposed');
  await holder.clicks('Refermer', 'own file to open, closed');
}
