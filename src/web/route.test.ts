import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Viewer } from './request.ts';
import { anyone, route, signedIn, staff, visitorOfDemonstration } from './route.ts';

const newcomer: Viewer = {
  personId: 'p',
  auditActor: 'a',
  name: 'Camille',
  email: null,
  profession: null,
  welcomed: false,
  demonstration: false,
  memberships: [],
};
const welcomed: Viewer = { ...newcomer, profession: 'cpe', welcomed: true };
const real = { demonstration: false };

const ADMISSIONS = [
  [anyone, null, { viewer: null }],
  [anyone, newcomer, { viewer: newcomer }],
  [signedIn, null, { refused: 'sign-in-first' }],
  [signedIn, newcomer, { viewer: newcomer }],
  [staff, null, { refused: 'sign-in-first' }],
  [staff, newcomer, { refused: 'welcome-first' }],
  [staff, welcomed, { viewer: welcomed }],
  [visitorOfDemonstration, null, { refused: 'absent' }],
  [visitorOfDemonstration, welcomed, { refused: 'absent' }],
] as const;

for (const [audience, viewer, admission] of ADMISSIONS) {
  const who = viewer === null ? 'a visitor' : viewer.welcomed ? 'somebody welcomed' : 'a newcomer';
  const outcome = 'refused' in admission ? admission.refused : 'in';
  test(`a route for ${audience.name}: ${who} is ${outcome}`, () => {
    assert.deepEqual(audience.admits(viewer, real), admission);
  });
}

test('a route of the demonstration is open to all there, and to nobody elsewhere', () => {
  assert.deepEqual(visitorOfDemonstration.admits(null, { demonstration: true }), { viewer: null });
  assert.deepEqual(visitorOfDemonstration.admits(welcomed, { demonstration: true }), { viewer: welcomed });
});

test('a route says who it is for', () => {
  const { method, path, audience } = route('GET', '/mon-espace', staff, () => new Response());
  assert.deepEqual({ method, path, audience }, { method: 'GET', path: '/mon-espace', audience: 'staff' });
});
