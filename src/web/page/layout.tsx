import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { longDate } from '../../calendar/index.ts';
import { accessibilityMention } from '../../content/index.ts';
import type { Assets } from '../assets.ts';
import type { Application, Viewer, Visit } from '../request.ts';
import { roomOf } from '../room-sheets.ts';
import { htmlResponse } from './html-response.ts';
import { keptWith } from './kept-with.ts';
import { unbreakableHtml } from './typography.ts';

export type Page = {
  title: string;
  /** Answered status; 200 unless said. */
  status?: 200 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** A page read line by line keeps a narrow column. */
  narrow?: boolean;
  /** For whoever has no account, whoever is signed in on the device: no menu, no name, no way to sign in. */
  plain?: boolean;
  headers?: Record<string, string>;
  /** A script this page asks for, besides the common one. */
  island?: string;
  /** Said at the foot of each printed sheet with the day; the title of the page unless said. */
  sheet?: string;
};

/** Pages that speak of young people carry the script that lays names over codes, unless they ask for another. */
const OF_YOUNG_PEOPLE = /^\/(suivi|gpds)(\/|$)/;

const SERVICE = 'Application Persévérance';

/** A whole HTML page, from its title and its content. */
export function page(
  visit: Visit,
  { title, status = 200, narrow, plain = false, headers, island, sheet = title }: Page,
  content: Child,
): Response {
  const { app, viewer, http } = visit;
  const script = app.assets.islands[island ?? (OF_YOUNG_PEOPLE.test(http.req.path) ? 'names' : '')];
  const room = roomOf(http.req.path);
  const html = (
    <html
      lang="fr"
      data-fr-scheme="light"
      data-fr-theme="light"
      data-sheet={`${sheet} · ${longDate(app.now())}`}
    >
      <head>
        {headOf(app.assets)}
        {room && <link rel="stylesheet" href={app.assets.rooms[room]} />}
        {script && (viewer || island) && <script src={script} defer data-share={viewer?.share} />}
        <title>{`${title} – ${SERVICE}`}</title>
      </head>
      <body>
        {skipLinks}
        {plain ? plainHeader : <Header viewer={viewer} path={http.req.path} />}
        <main id="contenu" tabindex={-1}>
          <div class={`fr-container page${narrow ? ' page--narrow' : ''}`}>{content}</div>
        </main>
        {footerOf(app)}
      </body>
    </html>
  );
  return htmlResponse(http, `<!doctype html>${unbreakableHtml(apart(html.toString()))}`, status, {
    'Cache-Control': 'private, no-store',
    ...headers,
  });
}

/** Two links or buttons side by side are two words for whoever reads without the style sheet. */
function apart(html: string): string {
  return html.replace(/<\/(a|button)>(?=<(?:a|button|form)[ >])/g, '</$1> ');
}

const headOf = keptWith(({ icon, font, stylesheet, script }: Assets) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content="#3a3f9e" />
    <link rel="icon" type="image/svg+xml" href={icon} />
    <link rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />
    <link rel="stylesheet" href={stylesheet} />
    <script src={script} defer />
  </>
));

const skipLinks = raw(
  (
    <div class="fr-skiplinks">
      <nav class="fr-container" aria-label="Accès rapide">
        <ul class="fr-skiplinks__list">
          <li>
            <a class="fr-link" href="#contenu">
              Contenu
            </a>
          </li>
          <li>
            <a class="fr-link" href="#pied">
              Pied de page
            </a>
          </li>
        </ul>
      </nav>
    </div>
  ).toString(),
);

const mark = raw(
  (
    <>
      <svg class="banner__mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <rect width="48" height="48" rx="10" fill="currentColor" />
        <path
          d="M8 36c7 0 7-7 13-7s5-7 11-7 4-8 9-8"
          fill="none"
          stroke="#fff"
          stroke-width="4"
          stroke-linecap="round"
        />
        <circle cx="40" cy="14" r="4" fill="#ffca00" />
      </svg>
      <span>
        <span class="banner__name">{SERVICE}</span>
        <span class="fr-sr-only"> : </span>
        <span class="banner__tagline">Voir, comprendre, accompagner</span>
      </span>
    </>
  ).toString(),
);

function Header({ viewer, path }: { viewer: Viewer | null; path: string }) {
  return (
    <header class="banner">
      <div class="fr-container banner__row">
        <a class="banner__service" href={viewer ? '/mon-espace' : '/'}>
          {mark}
        </a>
        {viewer ? <SignedIn viewer={viewer} path={path} /> : <SignedOut path={path} />}
      </div>
    </header>
  );
}

const plainHeader = raw(
  (
    <header class="banner">
      <div class="fr-container banner__row">
        <p class="banner__service banner__service--plain">{mark}</p>
      </div>
    </header>
  ).toString(),
);

/** `also`: where else one is in that part. */
type Entry = { href: string; text: string; also?: readonly string[] };

const MENU: readonly Entry[] = [
  { href: '/mon-espace', text: 'Mon espace' },
  { href: '/mon-profil', text: 'Ce que je sais' },
  {
    href: '/mon-parcours',
    text: 'Mon parcours',
    also: [
      '/modules',
      '/dialogues',
      '/decisions',
      '/revisions',
      '/mes-progres',
      '/entre-pairs',
      '/mon-efficacite',
    ],
  },
  { href: '/plans', text: 'Mes plans', also: ['/accompagnements'] },
  { href: '/certificat', text: 'Certificat', also: ['/badges'] },
  { href: '/suivi', text: 'Suivi', also: ['/gpds'] },
  {
    href: '/ensemble',
    text: 'Ensemble',
    also: ['/ateliers', '/groupes', '/mes-groupes', '/rejoindre', '/auto-diagnostic'],
  },
  { href: '/effets', text: 'Les effets' },
];

const ADMINISTRATION: Entry = { href: '/administration', text: 'Administration' };
const NOWHERE: Entry = { href: '', text: '' };

const isUnder = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

function partOf(path: string): Entry {
  return (
    [...MENU, ADMINISTRATION].find(({ href, also = [] }) =>
      [href, ...also].some((one) => isUnder(path, one)),
    ) ?? NOWHERE
  );
}

/** The menu with the place of the page marked in it. */
const menuAt = keptWith((current: Entry) => menuOf(MENU, current));
const administrationMenuAt = keptWith((current: Entry) => menuOf([...MENU, ADMINISTRATION], current));

function menuOf(entries: readonly Entry[], current: Entry) {
  return (
    <nav class="banner__menu" aria-label="Menu principal">
      <ul>
        {entries.map(({ href, text }) => (
          <li>
            <a href={href} aria-current={href === current.href ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ viewer, path }: { viewer: Viewer; path: string }) {
  const here = partOf(path);
  const menu = viewer.memberships.some(({ role }) => role === 'national' || role === 'academie')
    ? administrationMenuAt
    : menuAt;
  return (
    <>
      <form class="banner__person" method="post" action="/deconnexion">
        <a class="banner__who" href={viewer.welcomed ? '/mon-compte' : '/bienvenue'}>
          {viewer.name}
        </a>
        <button class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" type="submit">
          Se déconnecter
        </button>
      </form>
      {viewer.welcomed && menu(here)}
    </>
  );
}

function SignedOut({ path }: { path: string }) {
  if (path.startsWith('/connexion')) return null;
  return (
    <a class="fr-btn fr-btn--secondary fr-btn--sm" href="/connexion">
      Se connecter
    </a>
  );
}

/** The same on every page. */
const footerOf = keptWith(({ settings, content }: Application) => (
  <Footer
    demonstration={settings.demonstration}
    official={settings.official}
    accessibility={accessibilityMention(content.accessibility)}
  />
));

const OBLIGATIONS = [
  { href: '/plan-du-site', text: 'Plan du site' },
  { href: '/mes-donnees', text: 'Mes données' },
  { href: '/verifier', text: 'Vérifier une attestation' },
  { href: '/contenus', text: 'Contenus' },
  { href: '/accessibilite', text: null },
  { href: '/mentions-legales', text: 'Mentions légales' },
  { href: '/donnees-personnelles', text: 'Données personnelles' },
  { href: '/acces', text: 'Élèves suivis et familles' },
  { href: '/cgu', text: 'Conditions d’utilisation' },
  { href: '/statistiques', text: 'Statistiques' },
  { href: '/budget', text: 'Budget' },
  { href: '/contact', text: 'Contact' },
];

function Footer({
  demonstration,
  official,
  accessibility,
}: {
  demonstration: boolean;
  official: boolean;
  accessibility: string;
}) {
  return (
    <footer class="footer" id="pied" tabindex={-1}>
      <div class="fr-container">
        {!official && (
          <p class="footer__status">
            {demonstration
              ? 'Démonstration : les personnes et les établissements sont fictifs. Ce n’est pas un service officiel de l’État.'
              : 'Ce n’est pas un service officiel de l’État.'}
          </p>
        )}
        <nav aria-label="Pied de page">
          <ul class="footer__links">
            {OBLIGATIONS.map(({ href, text }) => (
              <li>
                <a href={href}>{text ?? accessibility}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
