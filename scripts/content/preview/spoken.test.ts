import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spokenText } from './spoken.ts';

test('titles, lists and links are said, in reading order', () => {
  assert.deepEqual(spokenText('<h2>Le cas</h2><ul><li>Un</li><li><a href="/x">Deux</a></li></ul>'), [
    'titre de niveau 2 : Le cas',
    'liste :',
    'Un',
    'lien : Deux',
  ]);
});

test('what is hidden from a screen reader is not said', () => {
  assert.deepEqual(
    spokenText(
      '<p>Oui<span aria-hidden="true"> !</span></p><svg aria-hidden="true"><text>x</text></svg><input type="hidden" name="a" value="b"/>',
    ),
    ['Oui'],
  );
});

test('a field is said with its kind, its state and what describes it', () => {
  assert.deepEqual(
    spokenText(
      '<fieldset aria-describedby="probleme"><legend>Choisissez.</legend><p id="probleme">Il manque.</p>' +
        '<label><input type="radio" name="o" value="a" checked=""/><span>Attendre</span></label>' +
        '<label><input type="checkbox" name="p" value="b"/><span>Appeler</span></label></fieldset>',
    ),
    [
      'groupe, Il manque. :',
      'Choisissez.',
      'Il manque.',
      'bouton radio, coché : Attendre',
      'case à cocher, non cochée : Appeler',
    ],
  );
});

test('letters written as codes are said as letters', () => {
  assert.deepEqual(spokenText('<p>L&#39;&amp; &lt;b&gt;</p>'), ["L'& <b>"]);
});
