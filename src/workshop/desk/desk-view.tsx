import type { Workshop } from '../../content/index.ts';
import { checkText } from '../../writing/index.ts';
import { disagreementText, lettersText } from '../live/words.ts';
import type { Scene } from './scene.ts';
import { StepForms } from './step-forms.tsx';
import { GroupTable, OptionList } from './tally-view.tsx';

/** What whoever leads has under the eyes: where the workshop is, what to do next, what to say, what was proposed. */
export function Desk({ scene, today }: { scene: Scene; today: string }) {
  const { workshop, present, last, material } = scene;
  const step = material?.kind === 'case' ? guideStep(material.case, scene) : null;
  return (
    <>
      <p>
        <strong>
          {present.people} {present.people > 1 ? 'personnes' : 'personne'}
        </strong>
        {present.people > 0 && `, ${present.professions} ${present.professions > 1 ? 'métiers' : 'métier'}`}
        {workshop.begunAt && (
          <>
            {' · '}commencé à {hourText(workshop.begunAt)}
            {', '}
            <span data-clock={String(workshop.begunAt.getTime())} />
          </>
        )}
      </p>
      <StepForms scene={scene} from="pupitre" />
      {step && (
        <section class="leading__guide">
          <h2>
            {step.title} ({step.minutes} min)
          </h2>
          <p>{step.do}</p>
          <p class="leading__say">{step.say}</p>
          <p>
            <strong>À regarder :</strong> {step.watch}
          </p>
        </section>
      )}
      {workshop.stage === 'rounds' && last && (
        <section>
          <h2>{last.body.question}</h2>
          <OptionList body={last.body} tally={last.tally} followed={last.followed} />
          {last.state !== 'open' && last.tally && (
            <>
              <p class="room-verdict">{disagreementText(last.tally, scene.professions)}</p>
              <GroupTable body={last.body} tally={last.tally} professions={scene.professions} />
              <h3>À lire quand la salle est partagée</h3>
              <p>{last.body.disagreement}</p>
              {last.body.points.length > 0 && (
                <p>
                  Se {last.body.points.length > 1 ? 'défendent' : 'défend'} avec les faits du cas :{' '}
                  {lettersText(last.body.points)}.
                </p>
              )}
            </>
          )}
        </section>
      )}
      {(workshop.stage === 'commitments' || scene.commitments.length > 0) && (
        <Proposals scene={scene} today={today} />
      )}
    </>
  );
}

const HOUR = new Intl.DateTimeFormat('fr-FR', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
export const hourText = (moment: Date) => HOUR.format(moment).replace(':', ' h ');

/** The step of the guide that goes with the moment. */
function guideStep({ guide, rounds }: Workshop, { workshop, last }: Scene) {
  const { steps } = guide;
  const first = steps.findIndex(({ round }) => round !== undefined);
  switch (workshop.stage) {
    case 'welcome':
      return steps[0] ?? null;
    case 'reading':
      return steps[Math.max(0, first - 1)] ?? null;
    case 'rounds':
      return steps.find(({ round }) => round === rounds[(last?.number ?? 1) - 1]?.id) ?? null;
    case 'commitments':
    case 'ended':
      return steps.at(-1) ?? null;
  }
}

/** Proposals to read before they are shown; what a text may give away is said beside it. */
function Proposals({ scene: { workshop, commitments }, today }: { scene: Scene; today: string }) {
  const shown = commitments.filter(({ status }) => status === 'accepted');
  const waiting = commitments.filter(({ status }) => status === 'proposed');
  const action = (id: string) => `/ateliers/${workshop.id}/engagements/${id}`;
  return (
    <section>
      <h2>Ce que nous ferons</h2>
      {waiting.length === 0 && <p>Aucune proposition n’attend.</p>}
      <ul class="leading__proposals">
        {waiting.map(({ id, text }) => (
          <li>
            <p>« {text} »</p>
            <Doubts text={text} today={today} />
            <form method="post" action={action(id)}>
              <button
                class="fr-btn fr-btn--sm"
                type="submit"
                name="decision"
                value="afficher"
                id={`oui-${id}`}
              >
                Afficher<span class="fr-sr-only"> « {text} »</span>
              </button>{' '}
              <button
                class="fr-btn fr-btn--secondary fr-btn--sm"
                type="submit"
                name="decision"
                value="ecarter"
                id={`non-${id}`}
              >
                Écarter<span class="fr-sr-only"> « {text} »</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <>
          <h3>Affichées</h3>
          <ul class="leading__proposals">
            {shown.map(({ id, text }) => (
              <li>
                <p>« {text} »</p>
                <form method="post" action={action(id)}>
                  <button
                    class="fr-btn fr-btn--tertiary fr-btn--sm"
                    type="submit"
                    name="decision"
                    value="ecarter"
                    id={`non-${id}`}
                  >
                    Retirer<span class="fr-sr-only"> « {text} »</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const ABOUT = { name: 'un nom', health: 'la santé', family: 'une famille' } as const;

function Doubts({ text, today }: { text: string; today: string }) {
  const { doubts } = checkText(text, { field: '', what: '', longest: 140, today });
  if (doubts.length === 0) return null;
  return (
    <p class="leading__doubt">
      Pourrait dire{' '}
      {doubts.map(({ about, words }) => `${ABOUT[about]} (« ${words.join(' », « ')} »)`).join(', ')} : à
      vérifier.
    </p>
  );
}
