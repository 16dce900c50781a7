import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { answers, button, follows, headingOf, isOnAQuestion, main } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { entersAs } from './visit/person.ts';

/** Ways of seeing that change the page without changing what can be done with it. */
const WAYS: [way: string, who: string, options: BrowserContextOptions, spaced?: true][] = [
  // WCAG 1.4.10: 1,280 × 1,024 pixels zoomed four times.
  ['at 400 %', 'Hélène Marchetti', { viewport: { width: 320, height: 256 } }],
  ['with spaced text, at 200 %', 'Sofia Pereira', { viewport: { width: 640, height: 512 } }, true],
  ['with spaced text, on a phone', 'Camille Roussel', { viewport: { width: 320, height: 640 } }, true],
  ['in colours of one’s own', 'Awa Lambert', { forcedColors: 'active', reducedMotion: 'reduce' }],
  ['without JavaScript', 'Léa Fontaine', { javaScriptEnabled: false }],
];

for (const [way, who, options, spaced = false] of WAYS) {
  journey(`The main journey completes ${way}`, async (visits) => {
    const page = await (await visits.open(options)).newPage();
    if (spaced) await page.addInitScript(spacesText);
    await page.goto('/');
    await assertFits(page);
    await entersAs(page, who);
    await follows(page, button(page, /^(Commencer|Reprendre)/).first());
    for (let question = 1; isOnAQuestion(page); question += 1) {
      assert.ok(question <= 8, 'a stage has eight questions');
      await assertFits(page);
      if (options.forcedColors) await assertChoicesShow(page);
      await answers(page, question);
    }
    await assertFits(page);
    await follows(page, main(page).getByRole('link', { name: 'Voir tout ce que je sais' }));
    assert.equal(await headingOf(page), 'Ce que je sais');
    await assertFits(page);
    await page.goto('/mon-parcours');
    await follows(page, main(page).locator('.listing a').first());
    await follows(page, button(page, 'Commencer'));
    await assertFits(page);
  });
}

/** WCAG 1.4.12: what a person may ask of their browser. Said by the DOM: the policy of the site lets no style in otherwise. */
function spacesText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
}

/** Nothing to scroll sideways for, no text cut by its box, nothing that can be acted on hidden by something else. */
async function assertFits(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element.clientWidth < 2 || element.clientHeight < 2) return false;
      return (
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    });
    return [
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} > ${clientWidth}`] : []),
      ...cut.map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 120)}`),
    ];
  });
  assert.deepEqual(faults, [], page.url());
  const acts = main(page)
    .locator('a[href], button, input:not([type=hidden]), select, summary')
    .filter({ visible: true });
  for (const act of [acts.first(), acts.last()]) await act.click({ trial: true });
}

/** Where the colours are the person’s, a chosen answer differs from the others by more than a background. */
async function assertChoicesShow(page: Page): Promise<void> {
  const field = main(page).locator('input[type=radio], input[type=checkbox]').first();
  if ((await field.count()) === 0) return;
  const box = main(page).locator('label:has(input)').first();
  const drawn = () =>
    box.evaluate((label) => {
      const { outlineStyle, outlineColor, borderTopWidth, borderTopColor } = getComputedStyle(label);
      return [outlineStyle, outlineColor, borderTopWidth, borderTopColor].join(' ');
    });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const before = await drawn();
  await field.check();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  assert.notEqual(await drawn(), before, `a chosen answer is not drawn at ${page.url()}`);
}
