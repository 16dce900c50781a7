import type { Signal } from '../../content/index.ts';
import { errorOf, type FieldError, TextField } from '../../web/index.ts';
import { type Doubt, DoubtsToConfirm } from '../../writing/index.ts';
import { SelectField } from '../select-field.tsx';
import { LEVELS } from '../vocabulary.ts';
import { LONGEST_WORD, MOST_SIGNALS, type TypedAlert } from './alert.ts';
import { signName } from './alert-text.ts';

/** One screen: which pupil, what was seen, when, and a word when one is needed. */
export function AlertForm({
  schools,
  signals,
  typed,
  problems,
  doubts,
}: {
  schools: readonly { uai: string; name: string }[];
  signals: readonly Signal[];
  typed: TypedAlert;
  problems: FieldError[];
  doubts: Doubt[];
}) {
  return (
    <form method="post" action="/suivi/alertes" novalidate>
      <input type="hidden" name="id" value={typed.id} />
      {schools.length === 1 ? (
        <input type="hidden" name="school" value={schools[0]!.uai} />
      ) : (
        <SelectField
          name="school"
          label="Établissement"
          choices={Object.fromEntries(schools.map(({ uai, name }) => [uai, name]))}
          value={typed.school}
          error={errorOf(problems, 'school')}
        />
      )}
      <div class="alert-form__who">
        <TextField
          name="code"
          label="Code de l’élève"
          hint="Si vous le connaissez"
          value={typed.code}
          error={errorOf(problems, 'code')}
          autocomplete="off"
          maxlength={12}
        />
        <SelectField
          name="level"
          label="Ou sa classe"
          hint="Obligatoire sans code"
          choices={LEVELS}
          value={typed.level}
          error={errorOf(problems, 'level')}
        />
      </div>
      <Signs signals={signals} chosen={typed.signals} error={errorOf(problems, 'signes')} />
      <TextField
        name="observedOn"
        type="date"
        label="Vu le"
        hint="Obligatoire"
        value={typed.observedOn}
        error={errorOf(problems, 'observedOn')}
        class="date-field"
      />
      <TextField
        name="word"
        label="Un mot, si besoin"
        hint={`${LONGEST_WORD} signes au plus. Ni nom, ni santé, ni famille.`}
        value={typed.word}
        error={errorOf(problems, 'word')}
        maxlength={LONGEST_WORD}
        autocomplete="off"
      />
      <DoubtsToConfirm doubts={doubts} text={typed.word} />
      <button class="fr-btn" type="submit">
        Envoyer l’alerte
      </button>
    </form>
  );
}

function Signs({
  signals,
  chosen,
  error,
}: {
  signals: readonly Signal[];
  chosen: readonly string[];
  error: string | undefined;
}) {
  return (
    <fieldset class="alert-form__signs" id="signes" aria-describedby={error ? 'signes-erreur' : undefined}>
      <legend>
        Ce que j’ai vu <span class="fr-hint-text">De 1 à {MOST_SIGNALS} signes</span>
      </legend>
      {error && (
        <p class="fr-error-text" id="signes-erreur">
          {error}
        </p>
      )}
      <div class="alert-form__choices">
        {signals.map((signal) => (
          <label class="choice">
            <input type="checkbox" name="signal" value={signal.id} checked={chosen.includes(signal.id)} />
            <span>{signName(signal)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
