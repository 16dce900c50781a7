import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { assertSays, headingOf, isOnAQuestion } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { characterNamed } from './visit/client.ts';

const STAGE = 8;
const MOST_TABS = 150;

journey('A whole stage is done with the keyboard alone, and one always sees where one is', async (visits) => {
  const page = await (await visits.open()).newPage();
  await page.goto('/connexion');
  await tabsTo(page, 'Entrer avec le compte de Lucas Meunier');
  await pressesEnter(page);
  await introducesThemselves(page);

  await skipsToTheContent(page);
  await tabsTo(page, 'Commencer');
  await pressesEnter(page);
  for (let position = 1; position <= STAGE; position += 1) {
    assert.equal(await headingOf(page), `Question ${position} sur ${STAGE}`);
    await skipsToTheContent(page);
    await answersByKeys(page, position);
  }
  assert.ok(!isOnAQuestion(page));
  await assertSays(page, /C’est fait, merci/);
  await tabsTo(page, 'Voir tout ce que je sais');
  await pressesEnter(page);
  assert.equal(await headingOf(page), 'Ce que je sais');
});

/** One page of each kind, and who opens it. */
const KINDS: [who: string, path: string][] = [
  ['Inès Delattre', '/mon-profil'],
  ['Inès Delattre', '/mon-parcours'],
  ['Inès Delattre', '/plans/nouveau'],
  ['Thomas Nguyen', '/suivi'],
  ['Thomas Nguyen', '/suivi/alertes/nouvelle'],
  ['Thomas Nguyen', '/suivi/correspondance'],
  ['Claire Okafor', '/effets/parcours'],
  ['Claire Okafor', '/auto-diagnostic'],
  ['Mei-Lin Garnier', '/ateliers'],
  ['Mei-Lin Garnier', '/certificat/etudes-de-cas'],
];

journey(
  'On a page of each kind, Tab goes through everything in the order it is written, shows it, and comes out',
  async (visits) => {
    const contexts = new Map<string, BrowserContext>();
    for (const [who, path] of KINDS) {
      const context = contexts.get(who) ?? (await visits.open());
      if (!contexts.has(who)) await context.addCookies((await characterNamed(visits.address, who)).cookies());
      contexts.set(who, context);
      const page = await context.newPage();
      // Scripts of the page have written what they add.
      await page.goto(path, { waitUntil: 'networkidle' });
      const places = await placesToStop(page);
      assert.ok(places > 10, `${places} places to stop on ${path}`);
      let [latest, again] = [-1, 0];
      for (;;) {
        const focus = await tabs(page);
        if (focus.what === 'other' && focus.place < 0) break;
        // A date stops at its day, its month, its year and its calendar.
        again = focus.place === latest ? again + 1 : 0;
        const inTurn = focus.place > latest || (focus.place === latest && again < 4);
        assert.ok(inTurn, `${focus.what} « ${focus.words || focus.field} » of ${path} comes out of its turn`);
        latest = focus.place;
      }
      assert.equal(latest, places - 1, `${path} lets go of the focus before its end`);
      await page.close();
    }
  },
);

/** Numbers what Tab stops at, in the order of the page; of radio buttons, the group stops once. */
async function placesToStop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    );
    const groups = new Set<string>();
    let place = 0;
    for (const element of all) {
      const { form, type, name } = element as HTMLInputElement;
      const folded = element.closest('details:not([open])');
      const isShown = element.getClientRects().length > 0 && (!folded || element.matches('summary'));
      if (!isShown || (element as HTMLInputElement).disabled) continue;
      if (folded?.parentElement?.closest('details:not([open])')) continue;
      if (type === 'radio') {
        const group = `${[...document.forms].indexOf(form!)} ${name}`;
        const checked = document.querySelector(`input[type=radio][name="${CSS.escape(name)}"]:checked`);
        if (groups.has(group) || (checked !== null && checked !== element)) continue;
        groups.add(group);
      }
      element.dataset.place = String(place);
      place += 1;
    }
    return place;
  });
}

/** Where the focus is, as somebody who cannot use a mouse sees it. */
type Focus = {
  what: 'radio' | 'checkbox' | 'select' | 'text' | 'button' | 'link' | 'summary' | 'other';
  words: string;
  field: string;
  /** Its number in the order of the page, when those were given. */
  place: number;
  isSet: boolean;
  isDrawn: boolean;
  isOnScreen: boolean;
};

async function focusOn(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const input = focused instanceof HTMLInputElement ? focused : null;
    const tags: Record<string, Focus['what']> = {
      SELECT: 'select',
      BUTTON: 'button',
      A: 'link',
      SUMMARY: 'summary',
    };
    const what =
      input === null
        ? (tags[focused.tagName] ?? 'other')
        : input.type === 'radio' || input.type === 'checkbox'
          ? input.type
          : 'text';
    const label = input?.labels?.[0] ?? null;
    const shown = [focused, focused.closest('label'), label].filter((element) => element !== null);
    const isDrawn = shown.some((element) =>
      [undefined, '::before', '::after'].some((part) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, part);
        const transparent = /^rgba\(.*, 0\)$|^transparent$/.test(outlineColor);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5 && !transparent;
      }),
    );
    const isOnScreen = shown.some((element) => {
      const { top, bottom, width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    });
    return {
      what,
      words: (focused.textContent ?? '').replace(/\s+/g, ' ').trim(),
      field: focused.getAttribute('name') ?? '',
      place: Number(focused.dataset.place ?? -1),
      isSet:
        input === null
          ? false
          : input.type === 'radio'
            ? document.querySelector(`input[name="${CSS.escape(input.name)}"]:checked`) !== null
            : input.checked,
      isDrawn,
      isOnScreen,
    };
  });
}

/** One step forward; the focus must be seen wherever it lands. */
async function tabs(page: Page): Promise<Focus> {
  await page.keyboard.press('Tab');
  const focus = await focusOn(page);
  const where = `${focus.what} « ${focus.words || focus.field} » of ${page.url()}`;
  if (focus.what !== 'other') {
    assert.ok(focus.isDrawn, `the focus is not drawn on ${where}`);
    assert.ok(focus.isOnScreen, `the focus is off the screen on ${where}`);
  }
  return focus;
}

async function tabsTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    if ((await tabs(page)).words === words) return;
  }
  assert.fail(`« ${words} » is not reached with Tab at ${page.url()}`);
}

async function pressesEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}

/** The first Tab of a page shows the way to its content; past it, one is in the content. */
async function skipsToTheContent(page: Page): Promise<void> {
  const first = await tabs(page);
  assert.deepEqual([first.what, first.words], ['link', 'Contenu']);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'contenu');
  const [inContent] = await Promise.all([page.evaluate(() => location.hash)]);
  assert.equal(inContent, '#contenu');
}

async function introducesThemselves(page: Page): Promise<void> {
  assert.equal(await headingOf(page), 'Qui êtes-vous ?');
  for (let focus = await tabs(page); focus.words !== 'Continuer'; focus = await tabs(page)) {
    if (focus.what === 'radio') {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
  }
  await pressesEnter(page);
  assert.equal(await headingOf(page), 'Où travaillez-vous ?');
  await tabsTo(page, 'Aucun établissement');
  await pressesEnter(page);
  assert.equal(await headingOf(page), 'Vos données, en clair');
  await tabsTo(page, 'J’ai lu, continuer');
  await pressesEnter(page);
  assert.match(await headingOf(page), /^Bonjour /);
}

/** Goes from field to field, sets each with Space, the arrows or figures, until the button that sends. */
async function answersByKeys(page: Page, taste: number): Promise<void> {
  let place = 0;
  for (let count = 0; count < MOST_TABS; count += 1) {
    const { what, words, isSet } = await tabs(page);
    if (what === 'button' && words.startsWith('Valider')) return pressesEnter(page);
    if (what === 'radio' && !isSet) {
      await page.keyboard.press('Space');
      for (let step = 0; step < taste % 3; step += 1) await page.keyboard.press('ArrowDown');
    }
    if (what === 'checkbox' && (place + taste) % 2 === 0) await page.keyboard.press('Space');
    if (what === 'select') {
      for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown');
    }
    if (what === 'text') await page.keyboard.type('12');
    if (what !== 'summary' && what !== 'link') place += 1;
  }
  assert.fail(`the button that sends is not reached with Tab at ${page.url()}`);
}
