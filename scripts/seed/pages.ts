import { loadContent } from '../../src/content/index.ts';
import type { Db } from '../../src/database/connection.ts';
import { insightRoutes } from '../../src/insights/index.ts';
import { createServer, type Membership, type Viewer } from '../../src/web/index.ts';
import { percentile } from './percentile.ts';

const ROUNDS = 25;
const NATIONAL: Membership = { role: 'national', school: null, academie: null };
const PLACES: Record<string, { membership: Membership; query: string }[]> = {
  nation: [
    { membership: NATIONAL, query: 'lieu=france' },
    { membership: NATIONAL, query: 'lieu=france&annee=2024' },
    { membership: NATIONAL, query: 'lieu=france&niveau=4e&age=under-16' },
    { membership: NATIONAL, query: 'lieu=france&accompagnement=tutorat' },
  ],
  académie: [
    { membership: { role: 'academie', school: null, academie: '09' }, query: '' },
    { membership: { role: 'academie', school: null, academie: '17' }, query: 'niveau=3e' },
  ],
  school: [
    { membership: { role: 'referent', school: null, academie: null }, query: '' },
    { membership: { role: 'direction', school: null, academie: null }, query: 'annee=2025' },
  ],
};

/**
 * How long every page of indicators takes, from the request to the whole answer, place by place. Apart, the slowest of the
 * answers nobody had asked for in the minute before: what adds up a whole country is then remembered.
 */
export async function measurePages(db: Db): Promise<object[]> {
  const school = await db
    .selectFrom('school')
    .select('uai')
    .orderBy('uai')
    .offset(1234)
    .executeTakeFirstOrThrow();
  const app = {
    db,
    content: loadContent(),
    assets: {
      stylesheet: '/s.css',
      script: '/s.js',
      font: '/f.woff2',
      icon: '/i.svg',
      islands: {},
      rooms: {},
      byPath: new Map(),
    },
    settings: {
      demonstration: false,
      official: false,
      publicUrl: null,
      behindProxy: false,
      identityProviders: [],
      strongSignIn: false,
      operator: {},
    },
    sendMail: async () => undefined,
    now: () => new Date('2026-11-23T08:00:00Z'),
  };
  const results: object[] = [];
  for (const [place, questions] of Object.entries(PLACES)) {
    for (const { path } of insightRoutes.filter(isIndicator)) {
      const times: number[] = [];
      let unasked = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const { membership, query } of questions) {
          const own = membership.role === 'referent' || membership.role === 'direction';
          const viewer = someone(own ? { ...membership, school: school.uai } : membership);
          const server = createServer(app, insightRoutes, {
            findViewer: async () => ({ viewer, read: undefined }),
            signInFirst: () => new Response(null, { status: 401 }),
          });
          const begun = performance.now();
          const response = await server.request(`http://localhost${path}?${query}`);
          await response.text();
          if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
          const took = performance.now() - begun;
          if (round > 0) times.push(took);
          else unasked = Math.max(unasked, Math.round(took * 10) / 10);
        }
      }
      results.push({
        place,
        path,
        'first ms': unasked,
        'p50 ms': percentile(times, 0.5),
        'p95 ms': percentile(times, 0.95),
      });
    }
  }
  return results;
}

function isIndicator({ method, path }: { method: string; path: string }): boolean {
  return (
    method === 'GET' &&
    (path === '/statistiques' ||
      (path.startsWith('/effets') && !/chiffres|import|comparaison/.test(path) && !path.endsWith('.pdf')))
  );
}

function someone(membership: Membership): Viewer {
  return {
    personId: '00000000-0000-4000-8000-000000000000',
    auditActor: '00000000-0000-4000-8000-000000000001',
    name: 'Mesure',
    email: null,
    profession: 'autre',
    welcomed: true,
    demonstration: false,
    memberships: [membership],
  };
}
