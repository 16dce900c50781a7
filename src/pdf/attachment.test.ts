import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachment } from './attachment.ts';

test('a file is named twice: readably, and plainly for those who read no accent', () => {
  assert.equal(
    attachment('Ce que je sais – 1er février 2027.pdf'),
    `attachment; filename="Ce que je sais - 1er fevrier 2027.pdf"; filename*=UTF-8''Ce%20que%20je%20sais%20%E2%80%93%201er%20f%C3%A9vrier%202027.pdf`,
  );
});

test('no name breaks out of the header or of the folder', () => {
  const header = attachment('a"b\r\nSet-Cookie: x=1/../c%41’œ漢(1).pdf');
  assert.match(header, /^attachment; filename="[^"%\\/:\r\n]*"; filename\*=UTF-8''[\w.%~!-]*$/);
  assert.doesNotMatch(decodeURIComponent(header.split("''")[1]!), /["\r\n/:]/);
});

test('a colon, which no file name may hold, becomes a dash', () => {
  assert.match(attachment('Étude – Ilona : un vœu.pdf'), /filename="Etude - Ilona - un voeu.pdf"/);
});
