import type { Page } from 'playwright-core';

/**
 * Buttons and links one cannot tell apart by ear: the same role and the same name, for different things. A button does what its
 * form, the hidden fields of it and its own value say; a link leads where its address says. Of a button outside any form nothing
 * is known: it is taken for a thing of its own.
 */
export async function namesakesOf(page: Page): Promise<string[]> {
  const heard = await page.locator('main').evaluate((main) =>
    [...main.querySelectorAll<HTMLElement>('button, a[href]')].flatMap((element, index) => {
      if (element.getClientRects().length === 0 && !element.closest('details:not([open])')) return [];
      const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
      const copy = element.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
      const name =
        labels.length > 0
          ? labels.map((id) => document.getElementById(id)?.textContent).join(' ')
          : (element.getAttribute('aria-label') ?? copy.textContent);
      const { form, type, name: field, value } = element as HTMLButtonElement;
      const hidden = [...(form?.elements ?? [])].flatMap((one) =>
        one instanceof HTMLInputElement && one.type === 'hidden' ? [`${one.name}=${one.value}`] : [],
      );
      const purpose =
        element instanceof HTMLAnchorElement
          ? element.href
          : form && type === 'submit'
            ? [form.getAttribute('action'), field, value, ...hidden].join(' ')
            : `button ${index}`;
      const role = element instanceof HTMLAnchorElement ? 'link' : 'button';
      return [{ what: `${role} « ${name?.replace(/\s+/g, ' ').trim()} »`, purpose }];
    }),
  );
  const purposes = new Map<string, Set<string>>();
  for (const { what, purpose } of heard) purposes.set(what, (purposes.get(what) ?? new Set()).add(purpose));
  return [...purposes].flatMap(([what, { size }]) => (size > 1 ? [`${size} × ${what}`] : []));
}
