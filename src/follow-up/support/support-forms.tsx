import type { Fact, Procedure } from '../../content/index.ts';
import { dayText, errorOf, type FieldError, TextField } from '../../web/index.ts';
import { SelectField } from '../select-field.tsx';
import { STOP_REASONS } from '../vocabulary.ts';
import { RuleSource } from './rule-source.tsx';
import type { Support } from './support.ts';

export type TypedSupport = {
  session?: { on: string; hours: string };
  stop?: { on: string; reason: string };
};
type FormProps = {
  action: string;
  today: string;
  typed: TypedSupport;
  problems: readonly FieldError[];
};

/** `id` makes a session kept once, however often it is sent. */
export function SessionForm({ action, id, today, typed, problems }: FormProps & { id: string }) {
  return (
    <form method="post" action={`${action}/seances`} novalidate>
      <h2>Noter une séance</h2>
      <input type="hidden" name="session" value={id} />
      <div class="meeting__decision">
        <TextField
          name="session-on"
          type="date"
          label="Le"
          value={typed.session?.on ?? today}
          error={errorOf(problems, 'session-on')}
        />
        <TextField
          name="session-hours"
          label="Durée, en heures"
          value={typed.session?.hours ?? '1'}
          error={errorOf(problems, 'session-hours')}
          autocomplete="off"
        />
      </div>
      <button class="fr-btn" type="submit">
        Noter la séance
      </button>
    </form>
  );
}

export function StopForm({ action, support, today, typed, problems }: FormProps & { support: Support }) {
  const begun = support.startedOn !== null;
  const choices = Object.fromEntries(
    Object.entries(STOP_REASONS).filter(([id]) => (id === 'never-begun') !== begun),
  );
  return (
    <details open={typed.stop !== undefined}>
      <summary>Terminer cet accompagnement</summary>
      <form method="post" action={`${action}/fin`} novalidate>
        <SelectField
          name="reason"
          label="Comment cela s’est terminé"
          choices={choices}
          value={typed.stop?.reason ?? ''}
          error={errorOf(problems, 'reason')}
        />
        <TextField
          name="stop-on"
          type="date"
          label="Le"
          value={typed.stop?.on ?? today}
          error={errorOf(problems, 'stop-on')}
          class="date-field"
        />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Terminer
        </button>
      </form>
    </details>
  );
}

/** What to check, each line with the rule it comes from. */
export function ProcedureForm({
  action,
  procedure,
  support,
  facts,
  writes,
}: {
  action: string;
  procedure: Procedure;
  support: Support;
  facts: ReadonlyMap<string, Fact>;
  writes: boolean;
}) {
  return (
    <form class="procedure" method="post" action={`${action}/verifications`} id="verifications">
      <h2>À vérifier</h2>
      <p>{procedure.about}</p>
      <fieldset class="procedure__lines">
        <legend class="fr-sr-only">Ce que vous avez vérifié</legend>
        {procedure.lines.map(({ id, text, source }) => {
          const on = support.checked.get(id);
          return (
            <div class="procedure__line">
              <label class="choice">
                <input type="checkbox" name="line" value={id} checked={on !== undefined} disabled={!writes} />
                <span>
                  {text}
                  {on && <span class="agenda__why">vérifié le {dayText(on)}</span>}
                </span>
              </label>
              <RuleSource source={source} facts={facts} />
            </div>
          );
        })}
      </fieldset>
      {writes && (
        <button class="fr-btn fr-btn--secondary" type="submit">
          Garder ces vérifications
        </button>
      )}
    </form>
  );
}
