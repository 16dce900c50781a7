import type { Happening, Watch } from '../web/index.ts';
import { counter, type Family, type Sample } from './exposition.ts';

/** Upper bounds in seconds, around the aims: an answer under 0.2 s for 95 %, under 0.5 s for 99 %. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10] as const;

const KINDS = ['page', 'answer', 'write', 'asset', 'probe'] as const;
type Kind = (typeof KINDS)[number];

const HAPPENINGS: Readonly<Record<Happening, { name: string; help: string }>> = {
  answer: { name: 'perseverance_answers_total', help: 'Answers to questions taken and stored.' },
  'sign-in-failed': {
    name: 'perseverance_sign_in_failures_total',
    help: 'Sign-ins refused: a wrong code, or a provider of identity that did not vouch for the person.',
  },
  incident: {
    name: 'perseverance_incidents_total',
    help: 'Bugs somebody met: pages with an incident number.',
  },
};

export type Counting = Watch & { families(): Family[] };

/** Counts what the site does since it started, in memory: nothing in it is about anybody. */
export function startCounting(): Counting {
  const requests = new Map<string, { method: string; route: string; status: number; count: number }>();
  const durations = new Map<Kind, { buckets: Float64Array; sum: number; count: number }>();
  for (const kind of KINDS) {
    durations.set(kind, { buckets: new Float64Array(BOUNDS.length), sum: 0, count: 0 });
  }
  const happened: Record<Happening, number> = { answer: 0, 'sign-in-failed': 0, incident: 0 };
  return {
    request(method, route, status, seconds) {
      const key = `${status}${method}${route}`;
      const known = requests.get(key);
      if (known) known.count += 1;
      else requests.set(key, { method, route, status, count: 1 });
      const lasted = durations.get(kindOf(method, route))!;
      lasted.sum += seconds;
      lasted.count += 1;
      const place = BOUNDS.findIndex((bound) => seconds <= bound);
      if (place >= 0) lasted.buckets[place]! += 1;
    },
    happened(what) {
      happened[what] += 1;
    },
    families: () => [
      counter(
        'perseverance_requests_total',
        'Requests answered, by pattern of address and status.',
        [...requests.values()].map(({ method, route, status, count }) => ({
          labels: { method, route, status: String(status) },
          value: count,
        })),
      ),
      {
        name: 'perseverance_request_seconds',
        help: 'Time from a request to its response.',
        type: 'histogram',
        samples: KINDS.flatMap((kind) => histogram(kind, durations.get(kind)!)),
      },
      ...Object.entries(HAPPENINGS).map(([what, { name, help }]) =>
        counter(name, help, happened[what as Happening]),
      ),
    ],
  };
}

function kindOf(method: string, route: string): Kind {
  if (route.startsWith('/assets/')) return 'asset';
  if (route.startsWith('/sante') || route === '/metrics') return 'probe';
  if (method !== 'POST') return 'page';
  return route === '/evaluations/:id/reponses' ? 'answer' : 'write';
}

function histogram(
  kind: Kind,
  { buckets, sum, count }: { buckets: Float64Array; sum: number; count: number },
): Sample[] {
  let below = 0;
  return [
    ...BOUNDS.map((bound, place): Sample => {
      below += buckets[place]!;
      return { suffix: '_bucket', labels: { kind, le: String(bound) }, value: below };
    }),
    { suffix: '_bucket', labels: { kind, le: '+Inf' }, value: count },
    { suffix: '_sum', labels: { kind }, value: sum },
    { suffix: '_count', labels: { kind }, value: count },
  ];
}
