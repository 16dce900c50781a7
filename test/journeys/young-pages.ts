import { follows, main, textOf } from './answering.ts';
import type { Walk } from './every-page.ts';
import { entersAs } from './person.ts';

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
}
