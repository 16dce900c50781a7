import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './visitor-address.pages.ts';

test('an IPv4 address counts alone, however it is written', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
});

test('an IPv6 address counts with its network', () => {
  assert.equal(networkOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd'), '2001:db8:1:2::/64');
  assert.equal(networkOf('2001:db8:1:2::1'), '2001:db8:1:2::/64');
  assert.equal(networkOf('2001:DB8:0001:2::'), '2001:db8:1:2::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
});

test('what is not an address all counts together', () => {
  assert.equal(networkOf(''), 'unknown');
  assert.equal(networkOf("1'; drop table"), 'unknown');
});
