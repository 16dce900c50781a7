import { element, written } from './element.ts';

let made = 0;

type Field = { group: HTMLDivElement; input: HTMLInputElement; say: (problem: string) => void };

/** A labelled field without a name, outside any form: what is typed in it cannot be posted, nor remembered by the browser. */
export function field(label: string, hint: string, attributes: Record<string, string>): Field {
  made += 1;
  const id = `local-${made}`;
  const problem = element('p', { class: 'fr-error-text', id: `${id}-erreur` });
  const input = element('input', {
    class: 'fr-input',
    id,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    ...attributes,
  });
  const group = element(
    'div',
    { class: 'fr-input-group names__field' },
    element(
      'label',
      { class: 'fr-label', for: id },
      label,
      hint ? element('span', { class: 'fr-hint-text' }, hint) : null,
    ),
    input,
  );
  const say = (text: string) => {
    problem.textContent = written(text);
    if (text) input.after(problem);
    else problem.remove();
    group.classList.toggle('fr-input-group--error', text !== '');
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    if (text) input.setAttribute('aria-describedby', problem.id);
    else input.removeAttribute('aria-describedby');
    if (text) input.focus();
  };
  return { group, input, say };
}

/** The Enter key does what the button below the field does, as in a form. */
export function whenEntered(input: HTMLInputElement, act: () => void): void {
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') act();
  });
}

export function checkbox(text: string, change: (checked: boolean) => void): HTMLLabelElement {
  const input = element('input', { type: 'checkbox' });
  input.addEventListener('change', () => change(input.checked));
  return element('label', { class: 'choice' }, input, element('span', {}, text));
}
