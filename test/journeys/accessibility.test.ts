import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { journey, type Visits } from './browser.ts';
import { characterNamed } from './client.ts';
import { walkThroughEverything } from './every-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 768, 360];
/** Most rules do not depend on the width: the other states of a page are looked at on a phone, or at all widths if asked. */
const WIDTHS_OF_OTHER_STATES = process.env.EVERY_WIDTH === '1' ? WIDTHS : [360];
/** WCAG 1.4.10: 1,280 pixels zoomed four times. */
const NARROWEST = 320;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How hono/jsx writes tags; browsers read both alike.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    // HTML lets an id hold the dot of « 2.1 ».
    'valid-id': ['error', { relaxed: true }],
    // Advice for search engines; the title of a competence is as long as it is.
    'long-title': 'off',
    // Boxes of one question share a name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
  },
});

/** What the script leaves in the page. */
declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

type Findings = {
  pages: string[];
  axe: string[];
  sideways: string[];
  html: string[];
  headings: string[];
  titles: Map<string, Set<string>>;
};

let walked: Promise<Findings> | undefined;

/** One walk serves every fact below. */
function theWalk(visits: Visits): Promise<Findings> {
  walked ??= walk(visits);
  return walked;
}

async function walk(visits: Visits): Promise<Findings> {
  const found: Findings = { pages: [], axe: [], sideways: [], html: [], headings: [], titles: new Map() };
  await walkThroughEverything(visits, async (name, page, html) => {
    const first = !found.pages.some((known) => pageOf(known) === pageOf(name));
    found.pages.push(name);
    await page.evaluate(AXE);
    for (const width of first ? WIDTHS : WIDTHS_OF_OTHER_STATES) {
      await page.setViewportSize({ width, height: 900 });
      found.axe.push(...(await violationsOf(page)).map((violation) => `${name}, ${width}: ${violation}`));
    }
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    found.sideways.push(...(await overflowsOf(page)).map((overflow) => `${name}: ${overflow}`));
    await page.setViewportSize({ width: WIDTHS[0]!, height: 900 });
    found.html.push(...(await faultsOf(html)).map((fault) => `${name}: ${fault}`));
    const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
    if (headings !== 1) found.headings.push(`${name}: ${headings}`);
    const title = await page.title();
    found.titles.set(title, (found.titles.get(title) ?? new Set()).add(pageOf(name)));
  });
  return found;
}

/** « page, state »: the page. */
const pageOf = (name: string) => name.split(',')[0]!;

/** Every rule of axe, best practices and the size of targets included. */
async function violationsOf(page: Page): Promise<string[]> {
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

/** What makes the page scroll sideways. */
async function overflowsOf(page: Page): Promise<string[]> {
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

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${message} (${line}:${column})`),
  );
}

journey('A planted fault is seen by each of these checks', async (visits) => {
  const page = await (await visits.open({ viewport: { width: NARROWEST, height: 640 } })).newPage();
  const planted = '<!doctype html><html lang="fr"><title>Page</title><main><h1>Page</h1><input><b width=2>';
  await page.setContent(`${planted}<img src="data:,"><p style="width: 500px">Trop large`);
  await page.evaluate(AXE);
  const violations = (await violationsOf(page)).join();
  assert.match(violations, /^image-alt|,image-alt/);
  assert.match(violations, /label \(/);
  assert.equal((await overflowsOf(page)).length, 1);
  assert.ok((await faultsOf(planted)).length > 0);
});

journey(
  'axe finds nothing on any page at three widths, nor in any other state of it on a phone',
  async (visits, t) => {
    const { axe: violations, pages } = await theWalk(visits);
    t.diagnostic(
      `${new Set(pages.map(pageOf)).size} pages at ${WIDTHS.length} widths, ${pages.length} pages and states in all`,
    );
    assert.deepEqual(violations, []);
  },
);

journey('No page scrolls sideways on a screen of 320 pixels', async (visits) => {
  assert.deepEqual((await theWalk(visits)).sideways, []);
});

journey('Every page is valid HTML', async (visits) => {
  assert.deepEqual((await theWalk(visits)).html, []);
});

journey('Every page has one main heading, and a title of its own', async (visits) => {
  const { headings, titles } = await theWalk(visits);
  assert.deepEqual(headings, []);
  const shared = [...titles].filter(([, pages]) => pages.size > 1);
  assert.deepEqual(
    shared.map(([title, pages]) => `${title}: ${[...pages].join(' and ')}`),
    [],
  );
});

journey('Every link of the site map opens for whoever is shown it', async (visits) => {
  for (const name of [
    'Hélène Marchetti',
    'Thomas Nguyen',
    'Claire Okafor',
    'Mei-Lin Garnier',
    'Samuel Ortega',
    'Judith Amsellem',
  ]) {
    const client = await characterNamed(visits.address, name);
    const [, map = ''] = /<main(.*)<\/main>/s.exec((await client.get('/plan-du-site')).html) ?? [];
    const links = [...map.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
    assert.ok(links.length > 40, `${links.length} links for ${name}`);
    for (const link of links) {
      const { status } = await client.get(link);
      assert.ok(status === 200 || status === 303, `${name}, ${link}: ${status}`);
    }
  }
});
