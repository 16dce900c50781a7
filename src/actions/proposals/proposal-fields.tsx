import { ACTION_FIELDS, ACTION_LEVELS, ACTION_THEMES } from '../../content/index.ts';
import { errorOf, type FieldError, TextArea, TextField } from '../../web/index.ts';
import { MOST_THEMES, type ProposalTexts } from './proposal.ts';

/** The fields of an action, for its author and for who reads it again. */
export function ProposalFields({
  typed,
  problems,
}: {
  typed: ProposalTexts;
  problems: readonly FieldError[];
}) {
  return (
    <>
      <TextField
        name="title"
        label="Titre"
        hint="120 signes au plus."
        value={typed.title}
        error={errorOf(problems, 'title')}
        maxlength={120}
      />
      <TextArea
        name="summary"
        label="Ce que vous faites"
        hint="Deux ou trois phrases : pour quels élèves, quoi, quand, avec qui. 600 signes au plus."
        value={typed.summary}
        error={errorOf(problems, 'summary')}
        rows={5}
      />
      <TextArea
        name="details"
        label="Les étapes (facultatif)"
        hint="Une par ligne."
        value={typed.details}
        error={errorOf(problems, 'details')}
        rows={4}
      />
      <TextArea
        name="partners"
        label="Les partenaires (facultatif)"
        hint="Un par ligne : des services ou des associations, pas des personnes."
        value={typed.partners}
        error={errorOf(problems, 'partners')}
        rows={2}
      />
      <TextArea
        name="observed"
        label="Ce que vous avez observé (facultatif)"
        hint="Ce que vous avez compté ou constaté, et ce que vous ne savez pas. Une action qui n’a pas marché instruit aussi."
        value={typed.observed}
        error={errorOf(problems, 'observed')}
      />
      <Choices
        id="niveaux"
        name="level"
        type="checkbox"
        legend="Niveau"
        names={ACTION_LEVELS}
        chosen={typed.levels}
        error={errorOf(problems, 'niveaux')}
      />
      <Choices
        id="moment"
        name="field"
        type="radio"
        legend="Moment"
        names={ACTION_FIELDS}
        chosen={typed.field ? [typed.field] : []}
        error={errorOf(problems, 'moment')}
      />
      <Choices
        id="themes"
        name="theme"
        type="checkbox"
        legend={`Thèmes, ${MOST_THEMES} au plus`}
        names={ACTION_THEMES}
        chosen={typed.themes}
        error={errorOf(problems, 'themes')}
      />
    </>
  );
}

function Choices({
  id,
  name,
  type,
  legend,
  names,
  chosen,
  error,
}: {
  id: string;
  name: string;
  type: 'checkbox' | 'radio';
  legend: string;
  names: Record<string, string>;
  chosen: readonly string[];
  error: string | undefined;
}) {
  return (
    <fieldset class="action-choices" id={id} aria-describedby={error ? `${id}-erreur` : undefined}>
      <legend>{legend}</legend>
      {error && (
        <p class="fr-error-text" id={`${id}-erreur`}>
          {error}
        </p>
      )}
      {Object.entries(names).map(([value, label]) => (
        <label class="choice">
          <input type={type} name={name} value={value} checked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
