import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReturnPath, returnPathOfWrite, withReturnPath } from './return-path.ts';

test('a path of this site is kept, with its query', () => {
  for (const path of ['/mon-espace', '/evaluations/3f?q=1&r=a%20b', '/', '/mes-donnees.csv']) {
    assert.equal(parseReturnPath(path), path);
  }
  assert.equal(parseReturnPath('/mon-espace#ici'), '/mon-espace');
  assert.equal(parseReturnPath('/évaluations?nom=é'), '/%C3%A9valuations?nom=%C3%A9');
});

test('what could lead elsewhere is refused', () => {
  for (const path of [
    undefined,
    '',
    'mon-espace',
    'https://example.org',
    'HTTPS:/example.org',
    '//example.org',
    '///example.org',
    '/\\example.org',
    '\\\\example.org',
    '/\t/example.org',
    '/\n/example.org',
    '\t//example.org',
    ' /mon-espace',
    '/ /example.org',
    '/.//example.org',
    '/a/..//example.org',
    '/\u0000/example.org',
    '/\u200b/example.org',
    '/mon-espace?vers=http://example.org',
    'javascript:alert(1)',
    `/${'a'.repeat(1_500)}`,
    `/${'é'.repeat(400)}`,
  ]) {
    assert.equal(parseReturnPath(path), null, String(path));
  }
});

test('signing in never comes back to signing in or out', () => {
  for (const path of [
    '/connexion',
    '/connexion/code',
    '/deconnexion',
    '/demo/connexion',
    '/bienvenue?etape=vous',
  ]) {
    assert.equal(parseReturnPath(path), null, path);
  }
});

test('whatever is asked, the answer stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
        fc.webUrl(),
      ),
      (asked) => {
        const path = parseReturnPath(asked);
        if (path === null) return;
        const url = new URL(path, 'https://site.example/page');
        assert.equal(url.origin, 'https://site.example');
        assert.match(path, /^\/(?!\/)[\x21-\x7e]*$/);
      },
    ),
  );
});

test('an answer sent while signed out comes back as a draft of its question', () => {
  assert.deepEqual(
    returnPathOfWrite(
      '/evaluations/0a-1/reponses',
      [
        ['position', '3'],
        ['option', 'b'],
        ['option', 'é&='],
      ],
      null,
    ),
    { returnPath: '/evaluations/0a-1?position=3&option=b&option=%C3%A9%26%3D', keepsDraft: true },
  );
});

test('a draft too long for an address leads to its question all the same', () => {
  assert.deepEqual(returnPathOfWrite('/evaluations/0a/reponses', [['texte', 'a'.repeat(2_000)]], null), {
    returnPath: '/evaluations/0a',
    keepsDraft: false,
  });
});

test('any other write comes back to the page of its form', () => {
  assert.deepEqual(returnPathOfWrite('/mon-compte', [['nom', 'A']], '/mon-compte?modifier=nom'), {
    returnPath: '/mon-compte?modifier=nom',
    keepsDraft: false,
  });
  assert.equal(returnPathOfWrite('/mon-compte', [], null).returnPath, null);
});

test('the way back is carried as one parameter', () => {
  assert.equal(withReturnPath('/connexion', '/a?b=c&d=e'), '/connexion?suite=%2Fa%3Fb%3Dc%26d%3De');
  assert.equal(withReturnPath('/bienvenue?etape=vous', '/a'), '/bienvenue?etape=vous&suite=%2Fa');
  assert.equal(withReturnPath('/connexion', null), '/connexion');
});
