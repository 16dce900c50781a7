/** Mutation testing of the measurement library. Run by scripts/mutation.ts (`npm run mutation -- --help`). */
export default {
  mutate: ['psychometrics/**/*.ts', '!psychometrics/**/*.test.ts', '!psychometrics/**/*.test-support.ts'],
  // Each test file is bundled beside its source; scripts/mutation/in-process-runner.mjs gives import.meta.url to it.
  buildCommand:
    'esbuild psychometrics/**/*.test.ts --bundle --packages=external --platform=node --format=cjs --define:import.meta.url=importMetaUrl --out-extension:.js=.cjs --outdir=. --outbase=. --log-level=warning',
  coverageAnalysis: 'perTest',
  // What an error says is not tested word for word; that it is thrown, and names what is wrong, is.
  plugins: ['./scripts/mutation/in-process-runner.mjs', './scripts/mutation/error-messages.mjs'],
  ignorers: ['error-messages'],
  concurrency: 1,
  // By the clock, so never meant to be reached: the runner counts the time of the processor, and stops what is stuck.
  timeoutMS: 36_000_000,
  dryRunTimeoutMinutes: 60,
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
