import assert from 'node:assert/strict';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { bringAxe, looksOf, overflowsOf, violationsOf } from './visit/axe.ts';
import { journey, type Visits } from './visit/browser.ts';
import { characterNamed } from './visit/client.ts';
import { namesakesOf } from './visit/same-names.ts';
import { walkThroughEverything } from './walk/every-page.ts';

/** WCAG 1.4.10: 1,280 pixels zoomed four times. */
const PHONE = 320;
const TABLET = 768;
const DESK = 1280;
/**
 * With EVERY_WIDTH=1 axe runs at each width on everything. Otherwise it runs on each page on a phone; at other widths, and on
 * its other states on a phone, where some part is built or looks as it was nowhere before.
 */
const EVERY_WIDTH = process.env.EVERY_WIDTH === '1';

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

/** Pages where the same act is offered for many young people. */
const FOLLOW_UP = /^\/(suivi|gpds)(\/|$)/;

type Findings = {
  pages: string[];
  /** How many times axe ran. */
  runs: number;
  axe: string[];
  sideways: string[];
  html: string[];
  headings: string[];
  namesakes: string[];
  titles: Map<string, Set<string>>;
};

let walked: Promise<Findings> | undefined;

/** One walk serves every fact below. */
function theWalk(visits: Visits): Promise<Findings> {
  walked ??= walk(visits);
  return walked;
}

async function walk(visits: Visits): Promise<Findings> {
  const found: Findings = {
    pages: [],
    runs: 0,
    axe: [],
    sideways: [],
    html: [],
    headings: [],
    namesakes: [],
    titles: new Map(),
  };
  /** Every part of a page that axe has seen, as it looked. */
  const seen = new Set<string>();
  await walkThroughEverything(visits, async (name, page, html) => {
    const first = !found.pages.some((known) => pageOf(known) === pageOf(name));
    found.pages.push(name);
    const visit: Stop = { name, page, found, seen };
    await bringAxe(page);
    await page.setViewportSize({ width: PHONE, height: 640 });
    found.sideways.push(...(await overflowsOf(page)).map((overflow) => `${name}: ${overflow}`));
    await examine(visit, PHONE, { whole: first || EVERY_WIDTH });
    if (first || EVERY_WIDTH) {
      await page.setViewportSize({ width: TABLET, height: 900 });
      await examine(visit, TABLET, { whole: EVERY_WIDTH });
      await page.setViewportSize({ width: DESK, height: 900 });
      await examine(visit, DESK, { whole: EVERY_WIDTH });
    }
    found.html.push(...(await faultsOf(html)).map((fault) => `${name}: ${fault}`));
    const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
    if (headings !== 1) found.headings.push(`${name}: ${headings}`);
    if (FOLLOW_UP.test(new URL(page.url()).pathname))
      found.namesakes.push(...(await namesakesOf(page)).map((namesake) => `${name}: ${namesake}`));
    const title = await page.title();
    found.titles.set(title, (found.titles.get(title) ?? new Set()).add(pageOf(name)));
  });
  return found;
}

type Stop = { name: string; page: Page; found: Findings; seen: Set<string> };

/** Runs axe on the whole page, unless each of its parts has already been seen looking like this. */
async function examine(
  { name, page, found, seen }: Stop,
  width: number,
  { whole }: { whole: boolean },
): Promise<void> {
  const looks = await looksOf(page);
  if (!whole && looks.every((look) => seen.has(look))) return;
  for (const look of looks) seen.add(look);
  found.runs += 1;
  found.axe.push(...(await violationsOf(page)).map((violation) => `${name}, ${width}: ${violation}`));
}

/** « page, state »: the page. */
const pageOf = (name: string) => name.split(',')[0]!;

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ ruleId, offset }) => ruleId !== 'form-dup-name' || !isSentAgain(html, offset))
      .map(({ ruleId, message, line, column }) => `${ruleId} ${message} (${line}:${column})`),
  );
}

/** Boxes ticked share a name too when they are sent again from a page where they are read. */
function isSentAgain(html: string, offset: number): boolean {
  return html.slice(html.lastIndexOf('<', offset)).startsWith('<input type="hidden"');
}

journey('A planted fault is seen by each of these checks', async (visits) => {
  const page = await (await visits.open({ viewport: { width: PHONE, height: 640 } })).newPage();
  const planted = '<!doctype html><html lang="fr"><title>Page</title><main><h1>Page</h1><input><b width=2>';
  const namesakes = '<button>Retirer</button><button>Retirer</button>';
  await page.setContent(`${planted}<img src="data:,">${namesakes}<p style="width: 500px">Trop large`);
  await bringAxe(page);
  const violations = (await violationsOf(page)).join();
  assert.match(violations, /^image-alt|,image-alt/);
  assert.match(violations, /label \(/);
  assert.equal((await overflowsOf(page)).length, 1);
  assert.ok((await faultsOf(planted)).length > 0);
  const twice = (type: string) => `<form>${`<input type="${type}" name="a" value="b">`.repeat(2)}</form>`;
  assert.deepEqual(
    (await Promise.all(['text', 'hidden'].map(async (type) => (await faultsOf(twice(type))).join()))).map(
      (text) => text.includes('form-dup-name'),
    ),
    [true, false],
  );
  assert.deepEqual(await namesakesOf(page), ['2 × button « Retirer »']);
});

journey(
  'axe finds nothing on any page at three widths, nor in any other state of it on a phone',
  async (visits, t) => {
    const { axe: violations, pages, runs } = await theWalk(visits);
    t.diagnostic(
      `${new Set(pages.map(pageOf)).size} pages, ${pages.length} pages and states in all; axe ran ${runs} times`,
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

journey(
  'On the pages of the follow-up, no two buttons or links are called the same for different things',
  async (visits) => {
    assert.deepEqual((await theWalk(visits)).namesakes, []);
  },
);

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
