import type { Page } from 'playwright-core';

/**
 * Buttons and links one cannot tell apart by ear: the same role and the same name, for different things. A button does what its
 * form, the hidden fields of it and its own value say; a link leads where its address says.
 */
export async function namesakesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element): string => {
      const by = element.getAttribute('aria-labelledby');
      const label = by
        ? by
            .split(/\s+/)
            .map((id) => document.getElementById(id)?.textContent ?? '')
            .join(' ')
        : element.getAttribute('aria-label');
      const copy = element.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
      return (label ?? copy.textContent ?? '').replace(/\s+/g, ' ').trim();
    };
    const purposeOf = (element: Element, index: number): string => {
      if (element instanceof HTMLAnchorElement) return element.href;
      const button = element as HTMLButtonElement;
      if (!button.form || button.type !== 'submit') return `button ${index}`;
      const fields = [...button.form.elements].flatMap((field) =>
        field instanceof HTMLInputElement && field.type === 'hidden' ? [`${field.name}=${field.value}`] : [],
      );
      return [button.form.getAttribute('action'), button.name, button.value, ...fields].join(' ');
    };
    const known = new Map<string, Set<string>>();
    [...document.querySelectorAll('main button, main a[href]')].forEach((element, index) => {
      if (element.getClientRects().length === 0 && !element.closest('details:not([open])')) return;
      const key = `${element.tagName === 'A' ? 'link' : 'button'} « ${nameOf(element)} »`;
      known.set(key, (known.get(key) ?? new Set()).add(purposeOf(element, index)));
    });
    return [...known].flatMap(([key, purposes]) => (purposes.size > 1 ? [`${key}: ${purposes.size}`] : []));
  });
}
