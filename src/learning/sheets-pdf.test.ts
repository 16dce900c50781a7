import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../test/pdf-reader.ts';
import { competencesOf, loadContent } from '../content/index.ts';
import { renderPdf } from '../pdf/index.ts';
import { kitDocument } from './coaching/kit-pdf.ts';
import { cardDocument } from './decisions/card-pdf.ts';

const { decisions, coaching, framework, facts } = loadContent();
const now = new Date('2026-11-23T08:00:00Z');

for (const decision of decisions) {
  test(`the card « ${decision.title} » is one side of A4, and says every line of it`, async () => {
    const { pages, root } = readPdf(await renderPdf(cardDocument(decision, facts, now)));
    assert.equal(pages.length, 1);
    const { before, words, during, after, avoid, rules } = decision.card;
    const text = plain(root.text);
    for (const line of [
      ...before,
      ...words,
      ...during,
      ...after,
      ...avoid,
      ...rules.map((rule) => rule.text),
    ]) {
      assert.ok(text.includes(plain(line)), line);
    }
  });
}

for (const kit of coaching) {
  test(`the kit « ${kit.title} » is a sheet of two sides: the grid, then the guide`, async () => {
    const competence = competencesOf(framework).find(({ code }) => code === kit.competence)!;
    const { pages, root } = readPdf(await renderPdf(kitDocument(kit, competence, facts, now)));
    assert.equal(pages.length, 2);
    const text = plain(root.text);
    for (const line of [
      ...kit.observe.map(({ act }) => act),
      ...kit.debrief.map(({ question }) => question),
    ]) {
      assert.ok(text.includes(plain(line)), line);
    }
  });
}

/** Lines and unbreakable spaces apart, the same words. */
function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}
