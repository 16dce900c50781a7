import { dayOf, daysAfter } from '../../calendar/index.ts';
import { dayText } from '../../web/index.ts';
import type { Campaign } from '../desk/campaign.ts';
import { DAYS_BETWEEN_REMINDERS, mayRemind } from './reminder.ts';

/** A mail to those who agreed and have something left; once a week at most. */
export function ReminderForm({ campaign, today }: { campaign: Campaign; today: string }) {
  return (
    <section>
      <h2>Rappeler</h2>
      <p>
        Un courriel part aux personnes qui l’ont accepté et n’ont pas tout terminé, une fois par semaine au
        plus. Vous ne saurez pas à combien.
      </p>
      {mayRemind(campaign, today) ? (
        <form method="post" action={`/groupes/${campaign.id}/rappel`}>
          <button class="fr-btn fr-btn--secondary" type="submit">
            Envoyer un rappel
          </button>
        </form>
      ) : (
        <p>
          {campaign.remindedAt
            ? `Le dernier est parti le ${dayText(dayOf(campaign.remindedAt))} ; le prochain sera possible le ${dayText(daysAfter(dayOf(campaign.remindedAt), DAYS_BETWEEN_REMINDERS))}.`
            : `Possible à partir du ${dayText(campaign.from)}, premier jour du groupe.`}
        </p>
      )}
    </section>
  );
}
