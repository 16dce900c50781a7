import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkAlone } from '../../../test/framework.ts';
import { loadContent } from '../load.ts';
import { hostKindOf } from './hosts.ts';

const { hosts } = loadContent();
const kind = (host: string) => hostKindOf(hosts, `https://${host}/page`);

test('a site is known by its name, « www. » or not, or by the end of its name', () => {
  assert.equal(kind('cnil.fr'), 'institutions');
  assert.equal(kind('www.cnil.fr'), 'institutions');
  assert.equal(kind('circulaire.legifrance.gouv.fr'), 'institutions');
  assert.equal(kind('www1.ac-lille.fr'), 'institutions');
  assert.equal(kind('pedagogie.ac-aix-marseille.fr'), 'institutions');
  assert.equal(kind('doi.org'), 'recherche');
  assert.equal(kind('doczz.fr'), 'copies');
});

test('a site that only looks like a known one is not known', () => {
  for (const host of [
    'gouv.fr.example.org',
    'fauxgouv.fr',
    'cnil.fr.example.com',
    'xac-lille.fr',
    'example.org',
  ])
    assert.equal(kind(host), null, host);
});

test('what is not listed is of no kind', () => {
  assert.equal(hostKindOf(frameworkAlone().hosts, 'https://cnil.fr/'), null);
});
