import { element } from '../../names/browser/element.ts';
import { openedNow } from '../../names/browser/opened.ts';
import { layNames } from '../../names/browser/overlay.ts';
import { COUNTS, type Count } from '../counts.ts';

const OTHERS: Record<string, string> = { niveau: 'niveau', age: 'tranche d’âge' };

const NOT_A_NUMBER =
  'Rien n’est parti : une case du relevé ne tient pas en un nombre. Un nom, une date ou une adresse ne s’envoient pas.';

/** Under the form, before the button: every line that will be sent, then the very text of it. Empty cells stay. */
export function showWhatLeaves(form: HTMLFormElement, place: HTMLElement): () => void {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
  form.addEventListener(
    'submit',
    (event) => {
      place.querySelector('.names__stop')?.remove();
      const wrong = [...form.querySelectorAll<HTMLInputElement>('input[inputmode=numeric]')].find(
        ({ value }) => !/^\d{0,3}$/.test(value.trim()),
      );
      if (!wrong) return;
      event.preventDefault();
      event.stopPropagation();
      place.append(element('p', { class: 'caution names__stop', role: 'alert' }, NOT_A_NUMBER));
      wrong.focus();
    },
    true,
  );
  const show = () => {
    const sent = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    const lines = new Map<string, string[]>();
    for (const [field, value] of sent) {
      const [, name = '', code] = /^([a-z]+)-(.+)$/.exec(field) ?? [];
      if (!code) continue;
      const said = `${COUNTS[name as Count]?.title.toLowerCase() ?? OTHERS[name] ?? name} : ${shownValue(field, value)}`;
      lines.set(code, [...(lines.get(code) ?? []), said]);
    }
    place.replaceChildren(...(lines.size === 0 ? [] : whatLeaves(lines, sent)));
    layNames(openedNow()?.pupils ?? []);
  };
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  return show;
}

/** A choice is said as it is read. */
function shownValue(field: string, value: string): string {
  const choice = document.getElementById(field);
  return choice instanceof HTMLSelectElement ? (choice.selectedOptions[0]?.text ?? value) : value;
}

function whatLeaves(
  lines: ReadonlyMap<string, readonly string[]>,
  sent: readonly (readonly [string, string])[],
): Node[] {
  return [
    element('h3', {}, 'Ce qui partira, exactement'),
    element(
      'ul',
      {},
      ...[...lines].map(([code, said]) =>
        element('li', {}, element('strong', { 'data-follow-up': code }, code), ` : ${said.join(', ')}`),
      ),
    ),
    element(
      'details',
      {},
      element('summary', {}, 'Le texte de l’envoi, signe pour signe'),
      element('p', { class: 'register__text' }, sent.map(([name, value]) => `${name}=${value}`).join(' & ')),
    ),
  ];
}
