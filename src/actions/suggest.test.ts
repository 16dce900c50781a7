import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, type ActionTheme, loadContent } from '../content/index.ts';
import { suggestActions } from './suggest.ts';

const action = (id: string, themes: ActionTheme[], rest: Partial<Action> = {}): Action => ({
  id,
  title: id,
  academie: 'Lille',
  place: 'Collège',
  city: 'Lens',
  levels: ['college'],
  field: 'prévention',
  themes,
  summary: id,
  parts: [],
  partners: [],
  links: [],
  ...rest,
});
const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

test('what shares the themes of the decision comes before what shares those of a signal', () => {
  const actions = [
    action('cooperation', ['climat-cooperation']),
    action('familles', ['familles']),
    action('both', ['familles', 'climat-cooperation']),
  ];
  const wanted = { domains: ['retrait'], decision: 'appel-famille', level: 'college' } as const;
  assert.deepEqual(ids(suggestActions(actions, wanted)), ['both', 'familles', 'cooperation']);
});

test('at equal themes, what was made for one pupil comes before what is for all, and for those gone last', () => {
  const actions = [
    action('gone', ['familles'], { field: 'remédiation' }),
    action('all', ['familles']),
    action('one', ['familles'], { field: 'intervention' }),
  ];
  assert.deepEqual(ids(suggestActions(actions, { domains: ['lien'], level: 'college' })), [
    'one',
    'all',
    'gone',
  ]);
});

test('another level, or nothing in common, is no idea', () => {
  const actions = [action('ecole', ['familles'], { levels: ['ecole'] }), action('numerique', ['numerique'])];
  assert.deepEqual(suggestActions(actions, { domains: ['lien'], level: 'college' }), []);
  assert.deepEqual(suggestActions(actions, { domains: [], decision: 'unheard-of', level: 'college' }), []);
});

test('the library has an idea for every domain of signals, at the collège and at the lycée', () => {
  const { actions, signals } = loadContent();
  for (const domain of new Set(signals.filter(({ stored }) => stored).map((signal) => signal.domain))) {
    for (const level of ['college', 'lycee', 'lycee-professionnel'] as const) {
      const found = suggestActions(actions, { domains: [domain], level });
      assert.ok(found.length > 0, `${domain}, ${level}`);
    }
  }
});
