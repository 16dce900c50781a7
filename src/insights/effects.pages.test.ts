import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testSite } from '../../test/site.ts';
import { someone } from '../../test/someone.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import { SCHOOLS } from '../identity/index.ts';
import type { Membership, Viewer } from '../web/index.ts';
import { insightRoutes } from './index.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const [HERE, THERE] = [SCHOOLS[0].uai, SCHOOLS[1].uai];
const db = await testDatabase();
const content = loadContent();

for (const [code, name] of [
  ['09', 'Lille'],
  ['17', 'Nantes'],
] as const) {
  await db.insertInto('academie').values({ code, name }).execute();
}
for (const [uai, academie] of [
  [HERE, '09'],
  [THERE, '17'],
] as const) {
  await db
    .insertInto('school')
    .values({ uai, name: `Collège ${uai}`, kind: 'college', city: 'X', academie, search_text: uai })
    .execute();
}
// Twenty-three young people here, all contacted, nineteen of them still learning at the exit.
await sql`
  insert into follow_up (id, school, code, level, age_band, school_year, opened_on)
  select gen_random_uuid(), ${HERE}, 'AB-' || 'CD' || substr('ABCDEFGHJKLMNPQRSTUVWXYZ', i, 1), '4e', 'under-16', 2025, '2025-10-01'
  from generate_series(1, 23) as i`.execute(db);
await sql`
  insert into milestone (follow_up_id, kind, on_day, recorded_at) select id, 'contacted', '2025-10-05', now() from follow_up`.execute(
  db,
);
await sql`
  insert into milestone (follow_up_id, kind, on_day, situation, recorded_at)
  select id, 'exit', '2026-06-20', case when row_number() over (order by code) <= 19 then 'education' else 'unknown' end, now()
  from follow_up`.execute(db);

const person = await someone(db, 'cpe', NOW);
const being = (...memberships: Partial<Membership>[]): Viewer => ({
  ...person,
  memberships: memberships.map((one) => ({ role: 'agent', school: null, academie: null, ...one })),
});
const VIEWERS = {
  agent: being({ role: 'agent', school: HERE }),
  referent: being({ role: 'referent', school: HERE }),
  head: being({ role: 'direction', school: HERE }),
  elsewhere: being({ role: 'direction', school: THERE }),
  academie: being({ role: 'academie', academie: '09' }),
  national: being({ role: 'national' }),
};

function siteOf(viewer: Viewer | null) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: null },
    signInFirst: () => new Response('signed out', { status: 401 }),
  };
  return testSite(db, insightRoutes, gate, { now: NOW, content }).visitor();
}
const get = (viewer: Viewer | null, path: string) => siteOf(viewer).get(path);
/** The cells of the first line of a table whose row has this name. */
function rowOf(html: string, name: string): string[] {
  const [, row = ''] = new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(html) ?? [];
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!);
}

test('whoever runs the GPDS reads exact counts of their school; its head and the académie, rounded ones', async () => {
  const exact = await get(VIEWERS.referent, '/effets/parcours');
  assert.deepEqual(rowOf(exact.html, 'Contactés').slice(0, 2), ['23', '23']);
  assert.match(exact.html, /83 % \(entre/);
  for (const viewer of [VIEWERS.head, VIEWERS.academie]) {
    const { html } = await get(viewer, `/effets/parcours?lieu=${HERE}`);
    assert.deepEqual(rowOf(html, 'Contactés').slice(0, 2), ['25', '25']);
    assert.deepEqual(rowOf(html, 'À la sortie').slice(0, 2), ['20', '25']);
    assert.match(html, /arrondi au multiple de cinq/);
  }
});

test('a filter that leaves fewer than twenty people gives no share to whoever reads rounded counts', async () => {
  const { html } = await get(VIEWERS.head, '/effets/parcours?niveau=3e');
  assert.match(
    html,
    /<h2>Du premier signe à la fin de l’accompagnement<\/h2><p>Rien à dire ici : effectifs trop faibles\./,
  );
  assert.doesNotMatch(html, /Contactés/);
  assert.doesNotMatch(html, /poursuivent leurs études ou une formation\.<\/li>/);
});

test('a place that is not one’s own does not exist; the country is for everybody', async () => {
  const refused: [Viewer, string][] = [
    [VIEWERS.elsewhere, HERE],
    [VIEWERS.elsewhere, '09'],
    [VIEWERS.agent, HERE],
    [VIEWERS.agent, '09'],
    [VIEWERS.academie, THERE],
    [VIEWERS.academie, '17'],
    [VIEWERS.national, HERE],
  ];
  const paths = [
    '',
    '/parcours',
    '/parcours.csv',
    '/efficacite',
    '/signaux.csv',
    '/sorties',
    '/bilan.pdf',
    '/participants.csv',
  ];
  for (const [viewer, place] of refused) {
    for (const path of paths) {
      const { status, html } = await get(viewer, `/effets${path}?lieu=${place}`);
      assert.equal(status, 404, `${viewer.memberships[0]?.role} ${path} ${place}`);
      assert.doesNotMatch(html, /Collège 0000/);
    }
  }
  for (const viewer of Object.values(VIEWERS)) {
    assert.equal((await get(viewer, '/effets/parcours?lieu=france')).status, 200);
  }
  assert.equal((await get(null, '/effets/parcours?lieu=france')).status, 401);
});

test('everybody may read the statistics of the country, rounded', async () => {
  const { status, html } = await get(null, '/statistiques');
  assert.equal(status, 200);
  assert.deepEqual(rowOf(html, 'Contactés').slice(0, 2), ['25', '25']);
  for (const title of [
    'Le parcours',
    'Se sentir capable',
    'Les signaux faibles',
    'Les sorties',
    'Satisfaction et usage',
  ]) {
    assert.match(html, new RegExp(`<h2>${title}`));
  }
});

test('everybody may take them away in a file for spreadsheets, with what they are counted on', async () => {
  const { status, html, headers } = await get(null, '/statistiques.csv');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.match(html, /arrondi au multiple de cinq/);
  assert.match(html, /"Étape";"Effectif";"Sur";"Part";"Au moins";"Au plus"/);
  assert.match(html, /"Contactés";"25";"25";"1";/);
  assert.match(html, /"Intervalles à 95 %/);
  assert.equal(html.match(/^"Satisfaction et usage"/m)?.length, 1);
});

test('a file for spreadsheets says what the page says, and runs no formula', async () => {
  await sql`update school set name = '=2+5' where uai = ${HERE}`.execute(db);
  const { html, headers } = await get(VIEWERS.head, '/effets/parcours.csv?annee=2025');
  await sql`update school set name = ${`Collège ${HERE}`} where uai = ${HERE}`.execute(db);
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.match(html, /^\ufeff?"Le parcours/);
  assert.match(html, /"Contactés";"25";"25";"1";/);
  for (const [, cell] of html.matchAll(/"((?:[^"]|"")*)"/g)) assert.doesNotMatch(cell!, /^[=+@\t\r]|^-[^\d]/);
  assert.match(html, /"'=2\+5/);
});

test('participants are counted by entry and exit, without anybody’s code', async () => {
  const { html } = await get(VIEWERS.head, '/effets/participants.csv?annee=2025');
  assert.match(html, /"4e";"Moins de 16 ans";"25";"0";"0";"20";/);
  assert.doesNotMatch(html, /AB-CD/);
  const exact = await get(VIEWERS.referent, '/effets/participants.csv?annee=2025');
  assert.match(exact.html, /"4e";"Moins de 16 ans";"23";"0";"0";"19";/);
});

test('the yearly report is a tagged document', async () => {
  const { status, headers, html } = await get(VIEWERS.head, '/effets/bilan.pdf?annee=2025');
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/pdf');
  assert.match(headers.get('content-disposition')!, /Bilan%202025-2026/);
  assert.match(html, /^%PDF-1\.\d[\s\S]*\/MarkInfo/);
});

test('the head gives the figures of a year; what does not fit is said by the field, and nothing is lost', async () => {
  for (const viewer of [VIEWERS.referent, VIEWERS.agent, VIEWERS.academie]) {
    assert.equal((await get(viewer, '/effets/chiffres')).status, 404);
    assert.equal(
      (await siteOf(viewer).post('/effets/chiffres', { year: '2024', enrolled: '1' })).status,
      404,
    );
  }
  const head = siteOf(VIEWERS.head);
  const wrong = await head.post('/effets/chiffres', {
    year: '2024',
    enrolled: '400',
    leftWithoutSolution: '401',
    source: 'Base',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#leftWithoutSolution"/);
  assert.match(wrong.html, /value="401"/);
  for (const [year, left] of [
    ['2024', '20'],
    ['2025', '12'],
  ] as const) {
    const saved = await head.post('/effets/chiffres', {
      year,
      enrolled: '400',
      leftWithoutSolution: left,
      source: 'Base',
    });
    assert.equal(saved.location, '/effets/sorties');
  }
  const { html } = await head.get('/effets/sorties');
  assert.match(html, /passée de 5 % à 3 %/);
  const lines = await db
    .selectFrom('audit_event')
    .select('subject')
    .where('action', '=', 'school-figures-recorded')
    .execute();
  assert.deepEqual(lines, [{ subject: `school ${HERE}` }, { subject: `school ${HERE}` }]);
});

test('an imported file is taken whole or not at all', async () => {
  const academie = siteOf(VIEWERS.academie);
  assert.equal((await get(VIEWERS.head, '/effets/import')).status, 404);
  const header = 'uai;annee;inscrits;sortis_sans_solution;source';
  const before = await db.selectFrom('school_figure').selectAll().orderBy('school_year').execute();
  const half = await academie.post('/effets/import', {
    table: `${header}\n${HERE};2023;390;21;Base\n${THERE};2023;1;1;Base`,
  });
  assert.equal(half.status, 422);
  assert.match(half.html, new RegExp(`Ligne 3 : L’établissement ${THERE} n’est pas de votre académie`));
  assert.match(half.html, new RegExp(`${HERE};2023;390;21;Base`));
  assert.deepEqual(await db.selectFrom('school_figure').selectAll().orderBy('school_year').execute(), before);
  const whole = await academie.post('/effets/import', { table: `${header}\n${HERE};2023;390;21;Base` });
  assert.equal(whole.location, '/effets/sorties?lieu=09');
  const comparison = {
    comparison: 'annee;inscrits;sortis_sans_solution\n2023;1000;50\n2025;1000;48',
    source: 'Rectorat',
  };
  assert.equal((await academie.post('/effets/comparaison', comparison)).status, 422, 'no licence');
  const licensed = await academie.post('/effets/comparaison', {
    ...comparison,
    licence: 'Licence Ouverte 2.0',
  });
  assert.equal(licensed.status, 303);
  assert.match((await academie.get('/effets/sorties?lieu=09')).html, /Écart entre les deux/);
});

test('a colleague answers twelve questions, is told what is missing, and is asked no more for three months', async () => {
  const colleague = siteOf(VIEWERS.agent);
  const items = content.instruments
    .find(({ id }) => id === 'efficacite-personnel')!
    .items.map(({ id }) => id);
  const said = Object.fromEntries(items.map((item) => [item, '4']));
  const missing = await colleague.post('/mon-efficacite', { ...said, relais: '' });
  assert.equal(missing.status, 422);
  assert.match(missing.html, /href="#relais-1"[^>]*>Question 4/);
  assert.equal((await colleague.post('/mon-efficacite', said)).status, 303);
  assert.match((await colleague.get('/mon-efficacite')).html, /Revenez à partir du 21 février 2027/);
});

test('the change of the young people is told rounded even to whoever opens their files, who knows how many answered', async () => {
  const answers = async (occasion: string, people: number, said: number[]) => {
    await sql`
      insert into young_questionnaire (id, follow_up_id, instrument, occasion, code_hash, created_at, expires_at, answers, answered_at)
      select gen_random_uuid(), id, 'efficacite-jeune', ${occasion}, sha256(gen_random_uuid()::text::bytea), now(), now(),
        case when place <= ${people} then ${said}::smallint[] end, case when place <= ${people} then now() end
      from (select id, row_number() over (order by code) as place from follow_up where school = ${HERE}) as pupil`.execute(
      db,
    );
  };
  await answers('before', 22, [2, 2, 2, 2, 2, 2, 2, 2]);
  await answers('after', 17, [3, 3, 3, 3, 3, 3, 3, 0]);
  const few = await get(VIEWERS.referent, '/effets/efficacite');
  assert.deepEqual(rowOf(few.html, 'Ont répondu la deuxième fois').slice(0, 2), ['17', '23']);
  assert.match(few.html, /Effectifs trop faibles : trop peu de personnes ont répondu deux fois/);
  assert.doesNotMatch(few.html, /Moyenne avant/);

  await sql`
    update young_questionnaire set answers = '{3,3,3,3,3,3,3,3}', answered_at = now()
    where occasion = 'after' and answers is null`.execute(db);
  for (const viewer of [VIEWERS.referent, VIEWERS.head]) {
    const { html } = await get(viewer, '/effets/efficacite');
    assert.match(html, /Jeunes : \+8 points sur 32 entre avant et après .* chez 20 personnes/);
  }
});
