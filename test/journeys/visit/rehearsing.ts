import type { Page } from 'playwright-core';
import { button, follows } from './answering.ts';

/** The first choice left, once or twice: a moment is over after a right choice or a second try. */
export async function triesUntilOver(page: Page): Promise<number> {
  let tries = 0;
  while ((await page.getByRole('radio').count()) > 0) {
    await page.getByRole('radio').first().check({ force: true });
    await follows(page, button(page, 'Valider'));
    tries += 1;
  }
  return tries;
}
