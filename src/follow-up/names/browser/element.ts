/** French signs that need a space before them keep it on their line. */
export function written(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

type Attributes = Record<string, string | boolean | undefined>;

/** An element, its attributes and what it holds; text is always text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  for (const child of children) {
    if (child !== null) made.append(typeof child === 'string' ? written(child) : child);
  }
  return made;
}

export function button(text: string, press: () => void, kind = 'secondary'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `fr-btn fr-btn--sm fr-btn--${kind}` }, text);
  made.addEventListener('click', press);
  return made;
}

/**
 * Where what happens is said, on screen and to screen readers. Empty as long as there is nothing to say: the role of a status
 * would be said all the same.
 */
export function statusLine(): HTMLParagraphElement {
  return element('p', { 'aria-live': 'polite', 'aria-atomic': 'true', class: 'names__said' });
}
