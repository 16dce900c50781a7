import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';

// The thread of in-process-runner.mjs. What the tests use of node:test is `test(title, function)` and nothing more. Each
// run loads the bundles anew from code compiled once, so nothing is left over from one change to the next.

/** The folder whose tests are run: one of psychometrics/, or all. */
const FOLDER = join('psychometrics', process.env.MUTATION_TESTS ?? '');
/** It runs everything, and asks no more of a result than to be finite. */
const LEFT_OUT = 'legal-input';
const HIT_LIMIT = /Hit count limit reached/;

// A test that has failed has noticed: looking for its smallest counter-example would only cost time.
fc.configureGlobal({ endOnFailure: true });

const files = readdirSync(FOLDER, { recursive: true })
  .filter((name) => name.endsWith('.test.cjs') && !name.startsWith(LEFT_OUT))
  .map((name) => compileTests(join(FOLDER, name)));

const ANSWERS = {
  list: () => withoutChange(allTests).map(({ id }) => id),
  try: tryUnchanged,
  mutant: tryMutant,
};

parentPort.on('message', async (question) => parentPort.postMessage(await ANSWERS[question.what](question)));

/** One test of the program as it is, loaded anew: what tests share is then seen to be used by all of them. */
async function tryUnchanged({ id }) {
  const coverage = { static: {}, perTest: {} };
  globalThis.__stryker__ = { mutantCoverage: coverage };
  const { run } = testsOf([id])[0];
  globalThis.__stryker__.currentTestId = id;
  const before = process.threadCpuUsage();
  const failureMessage = await failureOf(run);
  const { user, system } = process.threadCpuUsage(before);
  return { computedMs: (user + system) / 1000, failureMessage, coverage };
}

/** The tests in the order asked, up to the first that fails. */
async function tryMutant({ mutant, ids, hitLimit }) {
  const hitCount = hitLimit === undefined ? undefined : 0;
  const space = { activeMutant: mutant, hitCount, hitLimit };
  globalThis.__stryker__ = space;
  let nrOfTests = 0;
  try {
    for (const { id, run } of testsOf(ids)) {
      nrOfTests += 1;
      Atomics.store(workerData.begun, 0, nrOfTests);
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

function withoutChange(work) {
  globalThis.__stryker__ = {};
  return work();
}

function allTests() {
  return files.flatMap((file) => file.load());
}

/** These tests, in this order. */
function testsOf(ids) {
  const known = new Map(
    files
      .filter(({ name }) => ids.some((id) => id.startsWith(`${name}: `)))
      .flatMap((file) => file.load())
      .map((test) => [test.id, test]),
  );
  return ids.map((id) => known.get(id));
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
