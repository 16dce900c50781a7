import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from './load.ts';

const { procedures, lawByAge, facts } = loadContent();

test('a time away from the class is checked on its length, who agrees, who signs or decides, and the dated way back', () => {
  for (const id of ['dispositif-relais', 'pafi', 'tdo']) {
    const procedure = procedures.find((one) => one.id === id);
    const text = procedure?.lines.map((line) => line.text).join('\n') ?? '';
    for (const asked of [
      /durée/,
      /d’accord|accord par écrit/,
      /signé|validé|commission/,
      /reven|retour/i,
      /dat[eé]/,
    ])
      assert.match(text, asked, id);
  }
});

test('what the law allows is told before 16 and from 16 on, each line with its source and the year of it', () => {
  assert.deepEqual(
    lawByAge.map(({ id }) => id),
    ['under-16', 'from-16', 'from-18'],
  );
  for (const { id, lines } of lawByAge) {
    if (id !== 'from-18') assert.ok(lines.length >= 5, id);
    for (const { text, source } of lines)
      assert.ok(typeof source === 'string' ? facts.get(source)?.year : source.year, text);
  }
});
