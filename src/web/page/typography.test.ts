import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unbreakable, unbreakableHtml } from './typography.ts';

/** « ~ » stands for the space that does not break. */
const shown = (text: string) => text.replaceAll('\u00a0', '~');

const TEXTS: [text: string, unbroken: string][] = [
  ['Pourquoi ?', 'Pourquoi~?'],
  ['Non !', 'Non~!'],
  ['Attention : une fois ; puis', 'Attention~: une fois~; puis'],
  ['« Je ne sais pas »', '«~Je ne sais pas~»'],
  ['58 % et 12 €', '58~% et 12~€'],
  ['Vraiment ? !', 'Vraiment~?~!'],
  ['à 8:30 sur https://a.fr/?b=1', 'à 8:30 sur https://a.fr/?b=1'],
  ['deux mots', 'deux mots'],
  ['', ''],
];

for (const [text, unbroken] of TEXTS) {
  test(`« ${text} » does not break before its punctuation`, () => {
    assert.equal(shown(unbreakable(text)), unbroken);
  });
}

test('the same text twice through is the same as once', () => {
  for (const [text] of TEXTS) assert.equal(unbreakable(unbreakable(text)), unbreakable(text));
});

const PAGES: [what: string, html: string, unbroken: string][] = [
  ['text between tags', '<p>Pourquoi ? <b>« Ici »</b></p>', '<p>Pourquoi~? <b>«~Ici~»</b></p>'],
  ['attributes are left alone', '<input value="Pourquoi ? « Ici »"/>', '<input value="Pourquoi ? « Ici »"/>'],
  ['a label of an attribute is left alone', '<a title="Oui !">Oui !</a>', '<a title="Oui !">Oui~!</a>'],
  [
    'what was typed in a textarea is left alone, over several lines',
    '<textarea name="a">Quoi ?\n« Ici » !</textarea> !',
    '<textarea name="a">Quoi ?\n« Ici » !</textarea>~!',
  ],
  [
    'escaped tags inside a textarea are text',
    '<textarea>&lt;/p&gt; ?</textarea><p>Et ?</p>',
    '<textarea>&lt;/p&gt; ?</textarea><p>Et~?</p>',
  ],
  [
    'two textareas',
    '<textarea>a ?</textarea>b ?<textarea>c ?</textarea>',
    '<textarea>a ?</textarea>b~?<textarea>c ?</textarea>',
  ],
  [
    'a script is left alone',
    '<script>a ? b : c</script><p>Et ?</p>',
    '<script>a ? b : c</script><p>Et~?</p>',
  ],
  [
    'an entity keeps its semicolon',
    '<p>L&#39;âge &amp; la classe ;</p>',
    '<p>L&#39;âge &amp; la classe~;</p>',
  ],
];

for (const [what, html, unbroken] of PAGES) {
  test(`in a page: ${what}`, () => {
    assert.equal(shown(unbreakableHtml(html)), unbroken);
  });
}
