import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import fc from 'fast-check';

/** The folder whose tests are run: one of psychometrics/, or all. */
const FOLDER = join('psychometrics', process.env.MUTATION_TESTS ?? '');
/** It runs everything, and asks no more of a result than to be finite. */
const LEFT_OUT = 'legal-input';
/** Tests that took longer than this many milliseconds are not asked about changes. */
const SLOWEST = Number(process.env.MUTATION_SLOWEST || Number.POSITIVE_INFINITY);
/** Where the times of the tests are kept, for workers begun later. */
const TIMES = 'test-times.json';
const HIT_LIMIT = /Hit count limit reached/;

/**
 * Runs the bundled tests of `node:test` inside Stryker's own process: a changed program is tried in milliseconds, where
 * a process for each would take a second. What the tests use of node:test is `test(title, function)` and nothing more.
 * Each run loads the bundles anew from code compiled once, so nothing is left over from one change to the next. The
 * quickest tests come first, and the first failure ends a run.
 */
class InProcessRunner {
  files = [];
  times = {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // A test that has failed has noticed: looking for its smallest counter-example would only cost time.
    fc.configureGlobal({ endOnFailure: true });
    this.files = readdirSync(FOLDER, { recursive: true })
      .filter((name) => name.endsWith('.test.cjs') && !name.startsWith(LEFT_OUT))
      .map((name) => compileTests(join(FOLDER, name)));
    if (existsSync(TIMES)) this.times = JSON.parse(readFileSync(TIMES, 'utf8'));
  }

  async dryRun() {
    const space = { mutantCoverage: { static: {}, perTest: {} } };
    globalThis.__stryker__ = space;
    const tests = [];
    for (const file of this.files) {
      // Loaded anew for each test: what tests share is then seen to be used by all of them.
      for (let index = 0; index < file.load().length; index += 1) {
        const { id, run } = file.load()[index];
        space.currentTestId = id;
        const began = performance.now();
        const before = process.cpuUsage();
        const failure = await failureOf(run);
        const { user, system } = process.cpuUsage(before);
        // What it computes, not what it waits for: other programs do not make a test slow.
        this.times[id] = (user + system) / 1000;
        // Stryker waits for a change as many times longer as the tests took; those not asked take nothing.
        const timeSpentMs = this.times[id] > SLOWEST ? 0 : performance.now() - began;
        space.currentTestId = undefined;
        const outcome = failure === null ? { status: 0 } : { status: 1, failureMessage: failure };
        tests.push({ id, name: id, timeSpentMs, ...outcome });
      }
    }
    writeFileSync(TIMES, JSON.stringify(this.times));
    return { status: 'complete', tests, mutantCoverage: space.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const space = {
      activeMutant: activeMutant.id,
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    };
    globalThis.__stryker__ = space;
    let nrOfTests = 0;
    try {
      const chosen = testFilter && new Set(testFilter);
      const tests = this.files
        .filter(({ name }) => !testFilter || testFilter.some((id) => id.startsWith(`${name}: `)))
        .flatMap((file) => file.load())
        .filter(({ id }) => (!chosen || chosen.has(id)) && !(this.times[id] > SLOWEST))
        .sort((one, other) => (this.times[one.id] ?? 0) - (this.times[other.id] ?? 0));
      for (const { id, run } of tests) {
        nrOfTests += 1;
        const failureMessage = await failureOf(run);
        if (space.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' };
        if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
    } catch (error) {
      // What a test file does before its tests has failed.
      if (HIT_LIMIT.test(String(error))) return { status: 'timeout', reason: 'hit limit' };
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

/** What went wrong in a test, null when nothing did. */
async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** A bundled test file; `load` runs it and gives its tests, to be run one by one. */
function compileTests(path) {
  const absolute = join(process.cwd(), path);
  const source = readFileSync(absolute, 'utf8');
  const body = compileFunction(source, ['require', 'module', 'exports', 'importMetaUrl'], {
    filename: absolute,
  });
  const load = () => {
    const tests = [];
    const nodeTest = { test: (title, run) => tests.push({ id: `${path}: ${title}`, run: () => run({}) }) };
    const require = createRequire(absolute);
    const module = { exports: {} };
    body(
      (name) => (name === 'node:test' ? nodeTest : require(name)),
      module,
      module.exports,
      pathToFileURL(absolute).href,
    );
    return tests;
  };
  return { name: path, load };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
