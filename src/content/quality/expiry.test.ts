import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWithdrawn, reviewStateOf, withdrawalOf } from './expiry.ts';

const item = { reviewBy: '2026-11-30' };
const at = (moment: string) => reviewStateOf(item, new Date(moment));

test('a content is current until its review date', () => {
  assert.equal(at('2026-11-29T23:59:59Z'), 'current');
  assert.equal(at('2026-11-30T00:00:00Z'), 'due');
});

test('it stays in use ninety days, then it is withdrawn', () => {
  assert.equal(withdrawalOf(item).toISOString(), '2027-02-28T00:00:00.000Z');
  assert.equal(at('2027-02-27T23:59:59Z'), 'due');
  assert.equal(at('2027-02-28T00:00:00Z'), 'withdrawn');
  assert.equal(isWithdrawn(item, new Date('2027-02-27T12:00:00Z')), false);
  assert.equal(isWithdrawn(item, new Date('2030-01-01T00:00:00Z')), true);
});
