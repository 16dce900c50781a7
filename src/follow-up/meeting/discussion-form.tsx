import { dayText, errorOf, type FieldError, TextField } from '../../web/index.ts';
import { type Doubt, DoubtsToConfirm } from '../../writing/index.ts';
import { SelectField } from '../select-field.tsx';
import { DECISION_KINDS, DECISION_OUTCOMES, DOERS, LEVERS, MOST_LEVERS } from '../vocabulary.ts';
import { type Colleague, type Decision, LONGEST_ACT, type Typed } from './decisions/decision.ts';
import { decisionText } from './decisions/decision-text.ts';

/** Everything a meeting says of one situation, in one form: nothing typed is lost, whatever is missing. */
export function DiscussionForm({
  action,
  decisions,
  meetingDay,
  colleagues,
  typed,
  problems,
  doubts,
  last,
}: {
  action: string;
  decisions: readonly Decision[];
  meetingDay: string;
  colleagues: readonly Colleague[];
  typed: Typed;
  problems: readonly FieldError[];
  doubts: readonly Doubt[];
  last: boolean;
}) {
  const waiting = decisions.filter(({ outcome }) => outcome === null);
  const overdue = waiting.filter(({ due }) => due <= meetingDay);
  const coming = waiting.filter(({ due }) => due > meetingDay);
  return (
    <form method="post" action={action} novalidate>
      {overdue.length > 0 && (
        <section>
          <h2>Ce qui était décidé</h2>
          {overdue.map((decision) => (
            <LookBack decision={decision} typed={typed} />
          ))}
        </section>
      )}
      {coming.length > 0 && (
        <details class="printed-open">
          <summary>
            {coming.length === 1 ? 'Une décision en cours' : `${coming.length} décisions en cours`}
          </summary>
          {coming.map((decision) => (
            <LookBack decision={decision} typed={typed} />
          ))}
        </details>
      )}
      <LeversField typed={typed} error={errorOf(problems, 'leviers')} />
      <section id="decider">
        <h2>Décider</h2>
        <input type="hidden" name="decision" value={typed.decision.id} />
        <div class="meeting__decision">
          <SelectField
            name="kind"
            label="Quoi"
            choices={DECISION_KINDS}
            value={typed.decision.kind}
            error={errorOf(problems, 'kind')}
          />
          <SelectField
            name="who"
            label="Qui"
            choices={DOERS}
            groups={[
              {
                label: 'Collègues',
                choices: Object.fromEntries(
                  colleagues.map(({ id, name, work }) => [`p:${id}`, `${name} (${work})`]),
                ),
              },
            ]}
            value={typed.decision.who}
            error={errorOf(problems, 'who')}
          />
          <TextField
            name="due"
            type="date"
            label="Pour le"
            value={typed.decision.due}
            error={errorOf(problems, 'due')}
          />
        </div>
        <TextField
          name="act"
          label="L’acte, en une phrase"
          hint={`${LONGEST_ACT} signes au plus, sans nom, ni santé, ni famille. Par exemple : « vingt minutes chaque jeudi pour préparer la semaine ».`}
          value={typed.decision.act}
          error={errorOf(problems, 'act')}
          maxlength={LONGEST_ACT}
          autocomplete="off"
        />
        <DoubtsToConfirm doubts={doubts} text={typed.decision.act} />
      </section>
      <p class="meeting__send">
        <button class="fr-btn" type="submit" name="suite" value="suivante">
          {last ? 'Enregistrer et revenir à l’ordre du jour' : 'Enregistrer et passer à la suivante'}
        </button>
        <button class="fr-btn fr-btn--secondary" type="submit" name="suite" value="encore">
          Enregistrer et décider encore
        </button>
      </p>
    </form>
  );
}

function LookBack({ decision, typed }: { decision: Decision; typed: Typed }) {
  return (
    <fieldset class="look-back">
      <legend>
        {decisionText(decision)}, pour le {dayText(decision.due)}
      </legend>
      <div class="look-back__choices">
        {Object.entries(DECISION_OUTCOMES).map(([value, text]) => (
          <label class="choice">
            <input
              type="radio"
              name={`bilan-${decision.id}`}
              value={value}
              checked={typed.outcomes.get(decision.id) === value}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function LeversField({ typed, error }: { typed: Typed; error: string | undefined }) {
  return (
    <fieldset class="levers" id="leviers" aria-describedby={error ? 'leviers-erreur' : undefined}>
      <legend>
        <h2>Ce que l’École peut bouger</h2>
        <span class="fr-hint-text">{MOST_LEVERS} leviers au plus</span>
      </legend>
      {error && (
        <p class="fr-error-text" id="leviers-erreur">
          {error}
        </p>
      )}
      <div class="levers__choices">
        {Object.entries(LEVERS).map(([value, text]) => (
          <label class="choice">
            <input
              type="checkbox"
              name="lever"
              value={value}
              checked={typed.levers.some((lever) => lever === value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
