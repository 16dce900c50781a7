import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from './load.ts';

const { procedures } = loadContent();

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
