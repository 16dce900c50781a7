import { errorOf, type FieldError } from '../../web/index.ts';
import { AGE_BANDS, LEVELS, type Level } from '../vocabulary.ts';
import { COUNTS, type Count } from './counts.ts';
import type { Form } from './register.ts';

/** A follow-up under way, or a free code when its level is not known yet. */
export type RowShown = { code: string; level: Level | null };

const COUNT_NAMES = Object.keys(COUNTS) as Count[];

/** One line a code, one cell a count; the identifier of a cell is its name, so that errors can lead to it. */
export function RegisterTable({
  caption,
  rows,
  form,
  problems,
}: {
  caption: string;
  rows: readonly RowShown[];
  form: Form;
  problems: readonly FieldError[];
}) {
  const opens = rows.some(({ level }) => level === null);
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table class="figures register">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            {opens && <th scope="col">Niveau</th>}
            {opens && <th scope="col">Âge</th>}
            {COUNT_NAMES.map((name) => (
              <th scope="col">{COUNTS[name].title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, level }) => (
            <tr>
              <th scope="row">
                <span data-follow-up={code}>{code}</span>
                {level && <span class="fr-hint-text">{LEVELS[level]}</span>}
              </th>
              {opens && (
                <Choice name="niveau" code={code} title="Niveau" choices={LEVELS} {...{ form, problems }} />
              )}
              {opens && (
                <Choice name="age" code={code} title="Âge" choices={AGE_BANDS} {...{ form, problems }} />
              )}
              {COUNT_NAMES.map((name) => (
                <Cell name={name} code={code} form={form} problems={problems} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { code: string; form: Form; problems: readonly FieldError[] };

function Cell({ name, code, form, problems }: CellProps & { name: Count }) {
  const id = `${name}-${code}`;
  const error = errorOf(problems, id);
  return (
    <td>
      <input
        class="fr-input"
        id={id}
        name={id}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-label={`${COUNTS[name].title} : ${code}`}
        data-follow-up={code}
        value={form[id]?.[0] ?? ''}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-erreur` : undefined}
      />
      <CellError id={id} error={error} />
    </td>
  );
}

function Choice({
  name,
  code,
  title,
  choices,
  form,
  problems,
}: CellProps & { name: string; title: string; choices: Record<string, string> }) {
  const id = `${name}-${code}`;
  const error = errorOf(problems, id);
  return (
    <td>
      <select
        class="fr-select"
        id={id}
        name={id}
        aria-label={`${title} : ${code}`}
        data-follow-up={code}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-erreur` : undefined}
      >
        <option value="">Choisir</option>
        {Object.entries(choices).map(([value, text]) => (
          <option value={value} selected={form[id]?.[0] === value}>
            {text}
          </option>
        ))}
      </select>
      <CellError id={id} error={error} />
    </td>
  );
}

function CellError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="fr-error-text" id={`${id}-erreur`}>
      {error}
    </p>
  );
}
