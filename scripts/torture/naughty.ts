import { hashToken } from '../../src/identity/session.ts';
import { type Answer, type Client, characterNamed } from '../../test/journeys/visit/client.ts';
import { createPeople } from '../bench/people.ts';
import { type Form, reachableForms } from './forms.ts';
import { pagesRunNothing } from './in-a-browser.ts';
import { Person } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';
import { NAMES, naughtyStrings, sampleOf } from './strings.ts';

const WALKERS = ['Thomas Nguyen', 'Claire Okafor', 'Samuel Ortega', 'Aurélie Kowalski', 'Judith Amsellem'];
const FROM = [
  '/',
  '/mon-espace',
  '/mon-compte',
  '/mon-parcours',
  '/plans',
  '/suivi',
  '/gpds',
  '/effets',
  '/avis',
];

export const naughtyTyped: Row = {
  number: 10,
  title: 'naughty strings in every field of every form reachable, and names',
  async run(ground, tally) {
    const { place, short, random, say } = ground;
    const strings = naughtyStrings();
    const seen = { forms: 0, fields: 0 };
    const printed = place.output().length;
    for (const name of short ? WALKERS.slice(0, 2) : WALKERS) {
      const client = await characterNamed(place.address, name);
      const forms = await reachableForms(client, FROM, short ? 25 : 200);
      say(`  ${name}: ${forms.length} forms`);
      seen.forms += forms.length;
      for (const form of forms) {
        for (const { name: field, kind } of form.fields) {
          seen.fields += 1;
          const few = kind === 'text' ? 24 : 8;
          for (const text of sampleOf(strings, short ? 2 : few, random)) {
            judge(await sends(client, form, field, text), { form, field, text }, tally);
          }
        }
      }
    }
    await signsIn(ground, tally, strings);
    await names(ground, tally);
    const said = place.output().slice(printed);
    tally.survives(
      !said.includes('incident '),
      `the application noted: ${said.slice(said.indexOf('incident '), 600)}`,
    );
    tally.notes.push(`${strings.length} strings; ${seen.forms} forms, ${seen.fields} fields`);
    if (!short) await pagesRunNothing(ground, tally);
  },
};

/** The form as it was shown, but for one field. */
function sends(client: Client, { action, fields }: Form, changed: string, text: string): Promise<Answer> {
  return client.post(
    action,
    fields.map(({ name, value }): [string, string] => [name, name === changed ? text : value]),
  );
}

function judge(
  { status, html, headers }: Answer,
  { form, field, text }: { form: Form; field: string; text: string },
  tally: Tally,
): void {
  const what = `${form.action} ${field} = ${JSON.stringify(text.slice(0, 60))}`;
  const asMarkup = /[<>]/.test(text) && text.length > 3 && html.includes(text) && !isOurs(text);
  tally.survives(status < 500, `${what}: ${status}`);
  tally.refuses(!asMarkup, `${what}: comes back as markup`);
  tally.refuses(headers.get('set-cookie')?.includes('pirate') !== true, `${what}: sets a cookie`);
}

/** Marks so short that our own pages write them. */
function isOurs(text: string): boolean {
  return /^<\/?\w*>?$/.test(text);
}

async function signsIn(
  { place, short, random }: Ground,
  tally: Tally,
  strings: readonly string[],
): Promise<void> {
  const { client } = new Person(place.address, 'A'.repeat(43));
  for (const text of sampleOf(strings, short ? 10 : 120, random)) {
    for (const [path, fields] of [
      ['/connexion/code', { courriel: text }],
      ['/connexion', { courriel: 'quelqu.un@example.fr', code: text }],
      ['/demo/connexion', { personne: text, suite: text }],
      ['/q', { code: text }],
      ['/acces', { code: text }],
      ['/essai/1', { option: text }],
    ] as const) {
      const { status, html } = await client.post(path, fields as Record<string, string>);
      tally.survives(status < 500, `${path} ${JSON.stringify(text.slice(0, 60))}: ${status}`);
      tally.refuses(
        !(text.includes('<script') && html.includes(text)),
        `${path}: ${text} comes back as markup`,
      );
    }
    for (const path of ['/attestations', '/actions', '/contenus', '/effets', '/connexion', '/dialogues']) {
      const query = new URLSearchParams({
        code: text,
        suite: text,
        besoin: text,
        recherche: text,
        lieu: text,
      });
      const { status, location } = await client.get(`${path}?${query}`);
      tally.survives(status < 500, `${path}?${JSON.stringify(text.slice(0, 60))}: ${status}`);
      tally.refuses(!/^(https?:)?\/\//.test(location ?? ''), `${path} leads away, to ${location}`);
    }
  }
}

/** A name is kept as it was typed, but for the spaces around it, or refused in words; never something else. */
async function names({ place, db, short, random }: Ground, tally: Tally): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const { client } = new Person(place.address, token!);
  const { person_id: personId } = await db()
    .selectFrom('session')
    .select('person_id')
    .where('token_hash', '=', hashToken(token!))
    .executeTakeFirstOrThrow();
  const tried = [...NAMES, ...sampleOf(naughtyStrings(), short ? 20 : 600, random)];
  let refused = 0;
  for (const name of tried) {
    const { status, html } = await client.post('/mon-compte', { modifier: 'nom', nom: name });
    const { display_name: stored } = await db()
      .selectFrom('person')
      .select('display_name')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const isKept = status === 303 && stored === name.trim();
    const isRefused = status === 422 && /<title>Erreur/.test(html);
    const what = JSON.stringify(name.slice(0, 60));
    tally.survives(isKept || isRefused, `the name ${what}: ${status}, stored ${JSON.stringify(stored)}`);
    if (isRefused) refused += 1;
    if (!isKept) continue;
    const page = await client.get('/mon-compte');
    tally.survives(page.status === 200, `the page of ${what} answers ${page.status}`);
    tally.refuses(!(/<\w/.test(name) && page.html.includes(name)), `${what} is markup on the page`);
  }
  tally.notes.push(`names: ${tried.length} typed, ${refused} refused in words, all others stored as typed`);
}
