import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteMapFor } from './site-map.ts';

const placesOf = (...roles: ('agent' | 'direction' | 'referent')[]) =>
  siteMapFor({ memberships: roles.map((role) => ({ role, school: '0000101X', academie: null })) }).flatMap(
    ({ places }) => places.map(({ href }) => href),
  );

test('what a role opens is named to those who hold it, and to nobody else', () => {
  assert.ok(placesOf('referent').includes('/gpds'));
  assert.ok(!placesOf('agent').includes('/gpds'));
  assert.ok(placesOf('agent', 'direction').includes('/suivi/presidence'));
  assert.deepEqual(
    placesOf(),
    siteMapFor(null).flatMap(({ places }) => places.map(({ href }) => href)),
  );
});

test('no page is named twice, and every part holds some', () => {
  const all = placesOf('referent', 'direction');
  assert.equal(new Set(all).size, all.length);
  assert.ok(siteMapFor(null).every(({ places }) => places.length > 0));
});
