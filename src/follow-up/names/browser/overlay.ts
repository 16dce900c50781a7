import { type Pupil, shownName } from '../correspondence.ts';
import { element } from './element.ts';

/** What an element said before a name was laid over it. */
const before = new WeakMap<Element, string>();

/**
 * Lays names beside codes, everywhere a page says which follow-up it speaks of: after the text, in the list of choices, or
 * in the label that only screen readers have. The title of the page is left alone: browsers write it in their history.
 */
export function layNames(pupils: readonly Pupil[]): void {
  const names = new Map(pupils.map((pupil) => [pupil.code, shownName(pupil)]));
  for (const place of document.querySelectorAll<HTMLElement>('[data-follow-up]')) {
    const name = names.get(place.dataset.followUp ?? '');
    if (place instanceof HTMLOptionElement) {
      place.textContent = withName(place, place.textContent, name, ' · ');
      continue;
    }
    const label = place.getAttribute('aria-label');
    if (label !== null) {
      place.setAttribute('aria-label', withName(place, label, name, ', '));
      continue;
    }
    for (const laid of place.querySelectorAll(':scope > .names__laid')) laid.remove();
    if (!name) continue;
    const besideItsCode = place.textContent.trim().endsWith(place.dataset.followUp ?? '');
    // A page translated by the browser would be sent away to be translated.
    const laid = element('span', { class: 'names__name', translate: 'no' }, name);
    place.append(element('span', { class: 'names__laid' }, besideItsCode ? ' ' : ' · ', laid));
  }
}

function withName(place: Element, now: string, name: string | undefined, between: string): string {
  if (!before.has(place)) before.set(place, now);
  const plain = before.get(place) ?? now;
  return name ? `${plain}${between}${name}` : plain;
}
