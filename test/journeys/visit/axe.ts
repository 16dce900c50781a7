import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the script leaves in the page. */
declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/** Every rule of axe, best practices and the size of targets included. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      rules: { 'target-size': { enabled: true } },
    }),
  );
  return violations.map(
    ({ id, help, nodes }) => `${id} (${help}) ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/**
 * How each part of the page (what stands in its body) looks to axe: how it is built, and for each element whether it shows, its
 * colours, whether its letters are large, whether it scrolls, and where it is when it is a small target.
 */
export async function looksOf(page: Page): Promise<string[]> {
  const parts = await page.evaluate(
    ({ large, largeIfBold, smallTarget }) =>
      [...document.body.children].map((part) => [
        // What a text says is nothing to axe, that there is one is; nor is where a link leads, nor what is typed.
        part.outerHTML
          .replace(/>[^<]*[^<\s][^<]*</g, '>…<')
          .replace(
            / (href|id|for|name|value|action|content|aria-labelledby|aria-describedby|d|data-[\w-]+)="[^"]+"/g,
            ' $1',
          ),
        ...[part, ...part.querySelectorAll('*')].map((element) => {
          if (!element.checkVisibility({ visibilityProperty: true })) return '-';
          const style = getComputedStyle(element);
          const size = Number.parseFloat(style.fontSize);
          const { x, y, width, height } = element.getBoundingClientRect();
          return [
            style.color,
            style.backgroundColor,
            style.backgroundImage,
            style.opacity,
            size >= large || (size >= largeIfBold && Number(style.fontWeight) >= 700),
            style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth,
            style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight,
            element.matches('a, button, input, select, textarea, summary') &&
              Math.min(width, height) < smallTarget && [x, y, width, height],
          ].join();
        }),
      ]),
    { large: 24, largeIfBold: 18.66, smallTarget: 24 },
  );
  return parts.map((part) => createHash('sha256').update(part.join('\n')).digest('base64'));
}

/** What makes the page scroll sideways. */
export async function overflowsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const guilty = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [
      `${scrollWidth} > ${clientWidth}: ${guilty.slice(-2).map(({ outerHTML }) => outerHTML.slice(0, 120))}`,
    ];
  });
}
