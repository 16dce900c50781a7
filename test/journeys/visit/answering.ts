import assert from 'node:assert/strict';
import type { Locator, Page, Response } from 'playwright-core';

// Somebody who answers any question by what its form shows: choices, boxes, lists, a number.

type Control = { kind: 'radio' | 'checkbox' | 'list' | 'text'; name: string; choices: number };

export function main(page: Page): Locator {
  return page.getByRole('main');
}

export function button(page: Page, name: string | RegExp): Locator {
  return main(page).getByRole('button', { name, exact: true });
}

/** Clicks, and waits for the page it leads to. */
export async function follows(page: Page, clicked: Locator): Promise<Response> {
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), clicked.click()]);
  assert.ok(answer, 'a click leads to a page');
  return answer;
}

/** The words shown there, with spaces that may break a line and those that may not taken alike. */
export async function textOf(shown: Locator): Promise<string> {
  return (await shown.innerText()).replaceAll('\u00a0', ' ');
}

export async function headingOf(page: Page): Promise<string> {
  return textOf(main(page).getByRole('heading', { level: 1 }));
}

/** The page says this; a page that does not is quoted, not recited. */
export async function assertSays(page: Page, expected: RegExp): Promise<void> {
  const text = await textOf(main(page));
  const quoted = text.length > 1_200 ? `${text.slice(0, 1_200)}…` : text;
  assert.ok(expected.test(text), `${page.url()} does not say ${expected}, it says:\n${quoted}`);
}

/** The question on screen, as words: what a person would recognise it by. */
export async function questionOf(page: Page): Promise<string> {
  return textOf(main(page).locator('.stem'));
}

export function isOnAQuestion(page: Page): boolean {
  return /\/questions\/\d+$|\/essai\/\d+$/.test(new URL(page.url()).pathname);
}

const FIELDS = 'input:not([type=hidden]), select';

/** Every thing to decide on the form: one line a group of radio buttons, a group of boxes, a list, a field. */
async function controlsOf(page: Page): Promise<Control[]> {
  const shown = await main(page)
    .locator(FIELDS)
    .evaluateAll((fields) =>
      (fields as (HTMLInputElement | HTMLSelectElement)[]).map((field) => ({
        kind: field instanceof HTMLSelectElement ? 'list' : field.type,
        name: field.name,
        choices: field instanceof HTMLSelectElement ? field.options.length - 1 : 1,
      })),
    );
  const controls = new Map<string, Control>();
  for (const { kind, name, choices } of shown) {
    const known = controls.get(name);
    if (known) known.choices += choices;
    else controls.set(name, { kind: kind as Control['kind'], name, choices });
  }
  return [...controls.values()];
}

/** Fills the form; `taste` makes somebody else choose something else. Says what kinds of fields were there. */
export async function fillsInTheAnswer(page: Page, taste = 0): Promise<void> {
  const controls = await controlsOf(page);
  assert.ok(controls.length > 0, `nothing to answer with at ${page.url()}`);
  for (const [index, control] of controls.entries()) await decide(page, control, index, taste);
}

async function decide(page: Page, { kind, name, choices }: Control, index: number, taste: number) {
  const fields = main(page).locator(`[name="${name}"]`);
  switch (kind) {
    case 'radio':
      return fields.nth((index + taste) % choices).check();
    case 'checkbox':
      await fields.nth(taste % choices).check();
      return fields.nth((taste + 1) % choices).check();
    case 'list':
      // A place each for what is put in order: no two the same.
      await fields.selectOption({ index: 1 + (index % choices) });
      return;
    case 'text':
      return fields.fill(String(10 + taste));
  }
}

/** What the fields hold, to compare before and after. */
export async function whatIsWritten(page: Page): Promise<string[]> {
  return main(page)
    .locator(FIELDS)
    .evaluateAll((fields) =>
      (fields as (HTMLInputElement | HTMLSelectElement)[]).flatMap((field) => {
        if (field instanceof HTMLSelectElement || field.type === 'text')
          return [`${field.name}=${field.value}`];
        return field.checked ? [`${field.name}=${field.value}`] : [];
      }),
    );
}

/**
 * Sends the form before it is complete: everything but its last decision, or words where a number is expected.
 * The page must say what is missing and give back what was written.
 */
export async function sendsAnIncompleteAnswer(page: Page): Promise<void> {
  const question = await questionOf(page);
  const controls = await controlsOf(page);
  for (const [index, control] of controls.slice(0, -1).entries()) await decide(page, control, index, 0);
  const last = controls.at(-1)!;
  if (last.kind === 'text') await main(page).getByRole('textbox').fill('une dizaine');
  const written = await whatIsWritten(page);

  const refused = await follows(page, main(page).getByRole('button', { name: /^Valider/ }));
  assert.equal(refused.status(), 422);
  assert.match(await page.title(), /^Erreur\s: /);
  const answers = main(page).locator('fieldset.answer');
  const problem = main(page).locator(`#${await answers.getAttribute('aria-describedby')}`);
  assert.match(await textOf(problem), /^(Choisissez|Cochez|Marquez|Donnez|Classez|Écrivez) /);
  assert.equal(await questionOf(page), question, 'the same question is still there');
  assert.deepEqual(await whatIsWritten(page), written, 'what was written is still there');
}

/** Answers and goes on. */
export async function answers(page: Page, taste = 0): Promise<Response> {
  await fillsInTheAnswer(page, taste);
  return follows(page, main(page).getByRole('button', { name: /^Valider/ }));
}

export async function saysTheyDoNotKnow(page: Page): Promise<Response> {
  return follows(page, button(page, 'Je ne sais pas'));
}
