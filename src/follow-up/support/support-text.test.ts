import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOERS } from '../vocabulary.ts';
import { inFull } from './support-text.ts';

test('nobody is named to a family by the initials of their job', () => {
  assert.equal(inFull('PsyEN'), 'psychologue de l’Éducation nationale');
  for (const who of Object.values(DOERS)) assert.doesNotMatch(inFull(who), /\p{Lu}{2}|PsyEN/u, who);
});
