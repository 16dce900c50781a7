/** The walls of the house (docs/architecture.md). An import that crosses one is an error. */
const rules = '/[^./]+\\.tsx?$'; // a file of rules: no .store, .pages or .test in its name

module.exports = {
  forbidden: [
    {
      name: 'psychometrics-stands-alone',
      comment: 'The measurement library imports nothing but itself.',
      severity: 'error',
      from: { path: '^psychometrics/', pathNot: '\\.test(-support)?\\.ts$' },
      to: { pathNot: '^psychometrics/' },
    },
    {
      name: 'psychometrics-has-one-door',
      severity: 'error',
      from: { path: '^(src|scripts)/' },
      to: { path: '^psychometrics/', pathNot: '^psychometrics/(index|example-bank)\\.ts$' },
    },
    {
      name: 'content-reads-only',
      comment: 'src/content/ imports zod, its parsers (yaml, ink) and what Node reads and keeps files with.',
      severity: 'error',
      from: { path: '^src/content/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^src/content/',
          '(^|/)node_modules/(zod|yaml|inkjs)/',
          '^src/(root|kept)\\.ts$',
          '^(node:)?(fs|path)$',
        ],
      },
    },
    {
      name: 'rules-know-no-database-and-no-page',
      comment: 'A file of rules in a feature imports no store, no page, no database; of web/ only types.',
      severity: 'error',
      from: {
        path: rules,
        pathNot: ['^(?!src/)', '^src/(database|web|content|pdf|health)/', '/index\\.ts$', '^src/[^/]+\\.ts$'],
      },
      to: { path: '\\.(store|pages)\\.tsx?$|^src/database/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stores-know-no-page',
      severity: 'error',
      from: { path: '\\.store\\.ts$' },
      to: { path: '\\.pages\\.tsx?$' },
    },
    {
      name: 'features-have-one-door',
      comment: 'A feature reaches another only through its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/database/testing\\.ts$'],
      },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.store\\.ts$|^src/database/|\\.test\\.tsx?$' },
      to: { path: '(^|/)node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-drawers',
      comment: 'Folders are named after what they hold.',
      severity: 'error',
      from: {},
      to: { path: '/(utils|helpers|services|shared|common)/', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
