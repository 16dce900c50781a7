import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptWith } from './kept-with.ts';

test('a piece is written once for each thing, escaped once, and shown inside others as it is', () => {
  let written = 0;
  const name = keptWith(({ text }: { text: string }) => {
    written += 1;
    return <b>{text}</b>;
  });
  const [one, other] = [{ text: 'a < b' }, { text: 'c' }];
  const shown = (<p>{[name(one), name(other), name(one)]}</p>).toString();
  assert.equal(shown, '<p><b>a &lt; b</b><b>c</b><b>a &lt; b</b></p>');
  assert.equal(written, 2);
});

test('a piece that would have to wait is refused', () => {
  const Late = async () => <b>late</b>;
  const late = keptWith((_: object) => <Late />);
  assert.throws(() => late({}), /waits for nothing/);
});
