/** Mutation testing of the measurement library. Run by scripts/mutation.ts (`npm run mutation -- --help`). */
const tests = process.env.MUTATION_TESTS ?? '*';

export default {
  mutate: ['psychometrics/**/*.ts', '!psychometrics/**/*.test.ts', '!psychometrics/**/*.test-support.ts'],
  testRunner: 'tap',
  // Each test file is bundled beside its source: a mutant is then tried without loading a TypeScript loader first.
  buildCommand:
    'esbuild psychometrics/**/*.test.ts --bundle --packages=external --platform=node --format=esm --out-extension:.js=.mjs --outdir=. --outbase=. --log-level=warning',
  tap: {
    // Not legal-input.test.ts: it runs everything, and asks no more of a result than to be finite.
    testFiles: [
      `psychometrics/${tests}/**/*.test.mjs`,
      ...(tests === '*' ? ['psychometrics/random.test.mjs'] : []),
    ],
    nodeArgs: [
      '--test-reporter=tap',
      '--import',
      new URL('scripts/mutation/no-shrinking.mjs', import.meta.url).href,
      '-r',
      '{{hookFile}}',
      '{{testFile}}',
    ],
  },
  coverageAnalysis: 'perTest',
  // What an error says is not tested word for word; that it is thrown, and names what is wrong, is.
  plugins: ['@stryker-mutator/tap-runner', './scripts/mutation/error-messages.mjs'],
  ignorers: ['error-messages'],
  concurrency: 1,
  timeoutMS: 5_000,
  timeoutFactor: 3,
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: 'var/mutation/mutation.json' },
  htmlReporter: { fileName: 'var/mutation/mutation.html' },
  tempDirName: 'var/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['/.ci', '/content', '/docs', '/src', '/scripts', '/test', '/var', '*.md', '*.svg'],
  allowConsoleColors: false,
  // It warns that test files were not among the files it read: they are bundled, and so bear another name.
  logLevel: 'error',
};
