import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { htmlResponse } from './html-response.ts';

const LONG = `<p>${'é'.repeat(2_000)}</p>`;
const site = new Hono()
  .get('/long', (http) => htmlResponse(http, LONG, 200, { 'Cache-Control': 'no-store' }))
  .get('/short', (http) => htmlResponse(http, '<p>é</p>', 422, {}));
const ask = (path: string, accepted?: string) =>
  site.request(path, { headers: accepted === undefined ? {} : { 'Accept-Encoding': accepted } });

for (const accepted of ['gzip', 'br, gzip', 'gzip;q=0.5', 'GZIP', '*', 'deflate, gzip ; q=1.0']) {
  test(`a page is compressed for « ${accepted} »`, async () => {
    const response = await ask('/long', accepted);
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.equal(gunzipSync(await response.arrayBuffer()).toString(), LONG);
  });
}

for (const accepted of [undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.00', 'x-gzip-like']) {
  test(`a page is sent as it is for « ${accepted ?? 'nothing said'} »`, async () => {
    const response = await ask('/long', accepted);
    assert.equal(response.headers.get('content-encoding'), null);
    assert.equal(response.headers.get('vary'), 'Accept-Encoding');
    assert.equal(await response.text(), LONG);
  });
}

test('a short page is not compressed; status and headers are kept', async () => {
  const short = await ask('/short', 'gzip');
  assert.deepEqual([short.status, short.headers.get('content-encoding')], [422, null]);
  assert.equal(await short.text(), '<p>é</p>');
  assert.equal((await ask('/long', 'gzip')).headers.get('cache-control'), 'no-store');
});
