import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent, openStory } from '../../content/index.ts';
import { bookletOf } from './booklet.ts';

for (const dialogue of loadContent().dialogues) {
  test(`on paper, « ${dialogue.title} » has every reply, its feedback, and a way to the end from each`, async () => {
    const booklet = await bookletOf(await openStory(dialogue));
    const replies = booklet.flatMap((exchange) => exchange.replies);
    const written = [...dialogue.story.matchAll(/^\s*\+.*\[(.+)\]\s*$/gm)].map(([, text]) => text!.trim());
    assert.deepEqual(new Set(replies.map(({ text }) => text)), new Set(written));
    assert.ok(replies.every(({ feedback }) => feedback !== ''));
    assert.ok(booklet.length <= 24, `${booklet.length} exchanges are too many cards for a table`);

    const arrive = new Set<number>();
    for (let before = -1; before < arrive.size; ) {
      before = arrive.size;
      for (const exchange of booklet) {
        const leads = exchange.replies.every(({ outcomes }) =>
          outcomes.some(({ leadsTo }) => leadsTo === 'the-end' || arrive.has(leadsTo.exchange)),
        );
        if (leads) arrive.add(exchange.number);
      }
    }
    assert.equal(arrive.size, booklet.length);
  });
}

test('a confidence tells where a reply leads only when no two ways share it', async () => {
  for (const dialogue of loadContent().dialogues) {
    for (const { replies } of await bookletOf(await openStory(dialogue))) {
      for (const { outcomes } of replies) {
        const spans = outcomes.flatMap(({ confidence }) => confidence ?? []);
        assert.ok(spans.length === 0 || spans.length === outcomes.length);
        const sorted = spans.toSorted((one, other) => one.from - other.from);
        for (const [index, { from }] of sorted.slice(1).entries()) assert.ok(sorted[index]!.to < from);
      }
    }
  }
});
