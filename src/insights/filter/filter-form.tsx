import { schoolYearName } from '../../calendar/index.ts';
import { AGE_BANDS, LEVELS } from '../../follow-up/index.ts';
import type { Filter, Place } from '../counts/place.ts';
import { FIELD_OF, type FilterName, kindText } from './filter.ts';

type Choice = { value: string; text: string };

/** Where, when and who: one form, sent with a button. */
export function FilterForm({
  action,
  places,
  place,
  filter,
  allowed,
  kinds,
  lastYear,
}: {
  action: string;
  places: readonly Place[];
  place: Place;
  filter: Filter;
  allowed: readonly FilterName[];
  kinds: readonly string[];
  lastYear: number;
}) {
  const years = Array.from({ length: 5 }, (_, ago) => lastYear - ago);
  const fields: { name: FilterName; label: string; all: string; choices: Choice[] }[] = [
    {
      name: 'year',
      label: 'Année scolaire',
      all: 'Toutes',
      choices: years.map((year) => ({ value: String(year), text: schoolYearName(year) })),
    },
    { name: 'level', label: 'Niveau', all: 'Tous', choices: choicesOf(LEVELS) },
    { name: 'ageBand', label: 'Âge', all: 'Tous', choices: choicesOf(AGE_BANDS) },
    {
      name: 'kind',
      label: 'Accompagnement',
      all: 'Tous',
      choices: ['none', ...kinds].map((kind) => ({ value: kind, text: kindText(kind) })),
    },
  ];
  return (
    <form class="filters on-screen" method="get" action={action} aria-label="Choisir de quoi il s’agit">
      {places.length > 1 && (
        <Field
          name={FIELD_OF.place}
          label="Lieu"
          value={place.code}
          choices={places.map(({ code, name }) => ({ value: code, text: name }))}
        />
      )}
      {fields
        .filter(({ name }) => allowed.includes(name))
        .map(({ name, label, all, choices }) => (
          <Field
            name={FIELD_OF[name]}
            label={label}
            value={filter[name] === null ? '' : String(filter[name])}
            choices={[{ value: '', text: all }, ...choices]}
          />
        ))}
      <button class="fr-btn fr-btn--secondary" type="submit">
        Afficher
      </button>
    </form>
  );
}

function choicesOf(list: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(list).map(([value, text]) => ({ value, text }));
}

function Field({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
}) {
  return (
    <div class="fr-select-group">
      <label class="fr-label" for={name}>
        {label}
      </label>
      <select class="fr-select" id={name} name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
