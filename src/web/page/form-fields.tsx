import type { Child } from 'hono/jsx';

export type FieldError = { field: string; message: string };

/** What is wrong with a form, on top of it, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="fr-alert fr-alert--error fr-mb-4w" tabindex={-1} data-read-first>
      <h2 class="fr-alert__title">{errors.length > 1 ? 'À corriger' : 'Un point à corriger'}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type TextFieldProps = {
  name: string;
  /** Where several forms of a page have a field of this name; its name unless said. */
  id?: string;
  label: Child;
  hint?: string;
  value?: string | undefined;
  error?: string | undefined;
  type?: 'text' | 'email' | 'search' | 'date';
  class?: string;
  autocomplete?: string;
  inputmode?: 'numeric' | 'email';
  maxlength?: number;
  min?: string;
  required?: boolean;
};

/** A labelled input; the error summary leads to it by its identifier. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  value,
  error,
  type = 'text',
  class: className,
  ...rest
}: TextFieldProps) {
  return (
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={id}>
        {label} {hint && <span class="fr-hint-text">{hint}</span>}
      </label>
      <input
        class={`fr-input${className ? ` ${className}` : ''}`}
        id={id}
        name={name}
        type={type}
        value={value}
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      />
      {error && (
        <p class="fr-error-text" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A labelled box for some lines. */
export function TextArea({
  name,
  id = name,
  label,
  hint,
  value,
  error,
  rows = 3,
  class: className,
  children,
  ...rest
}: {
  name: string;
  id?: string;
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  rows?: number;
  maxlength?: number;
  lang?: string;
  autocomplete?: string;
  class?: string;
  /** Said under the box. */
  children?: Child;
}) {
  return (
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={id}>
        {label} {hint && <span class="fr-hint-text">{hint}</span>}
      </label>
      <textarea
        class={`fr-input${className ? ` ${className}` : ''}`}
        id={id}
        name={name}
        rows={rows}
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      >
        {value}
      </textarea>
      {error && (
        <p class="fr-error-text" id={`${id}-erreur`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
