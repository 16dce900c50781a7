import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteMapFor } from '../src/home/site-map.ts';
import { routes } from '../src/routes.ts';

const ROLES = ['agent', 'referent', 'direction', 'formateur', 'academie', 'national'] as const;
const named = siteMapFor({
  memberships: ROLES.map((role) => ({ role, school: '0000101X', academie: '01' })),
}).flatMap(({ places }) => places.map(({ href }) => href));

const pages = routes
  .filter(({ method, path }) => method === 'GET' && !path.includes(':') && !/\.\w+$/.test(path))
  .map(({ path }) => path);

/** Addresses one does not go to by oneself: steps of something begun elsewhere, and what programs read. */
const STEPS = [
  /^\/(metrics$|connexion\/|deconnexion|bienvenue|compte-efface|sante|attestations|demo\/)/,
  /^\/badges\/(nouveau|emetteur|cles|statuts)$/,
  /^\/q\/(debut|relire|merci)$/,
  /^\/acces\//,
  /\/(nouveau|nouvelle|suppression|ordre|quitter)$/,
  /^\/certificat\/dossier\/(ou-j-en-suis|pairs)/,
  /^\/plan-du-site$/,
];

test('the site map names every page one may go to, and no other', () => {
  const toGoTo = pages.filter((path) => !STEPS.some((step) => step.test(path)) || named.includes(path));
  assert.deepEqual(named.toSorted(), toGoTo.toSorted());
});
