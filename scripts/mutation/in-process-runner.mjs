import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Tests that compute for longer than this many milliseconds are not asked about changes. */
const SLOWEST = Number(process.env.MUTATION_SLOWEST || Number.POSITIVE_INFINITY);
/** One that computes for this many times as long, loading it included, is not waited for. */
const GIVEN_UP_FACTOR = 3;
/** The ids of the changes to try; all of them when it is empty. */
const DRAWN = new Set((process.env.MUTATION_DRAWN || '').split(',').filter(Boolean));
/** Only lists the changes: no test is run, so that all are reported as untested. */
const LISTS = process.env.MUTATION_LISTS === 'yes';
/** Where the times of the tests are kept, for runners begun later. */
const TIMES = 'test-times.json';
/** A changed program that computes for this much longer than its tests, and for this long at least, never ends. */
const FOR_EVER_FACTOR = 10;
const FOR_EVER_MS = 2_000;
/** Stryker lets a change be met a hundred times as often as the tests meet it: too long for what is met often. */
const HITS_SHARE = FOR_EVER_FACTOR / 100;
const HITS_AT_LEAST = 100_000;
/** One that waits for this long without computing waits for what will not come. */
const WAITED_LONG_MS = 60_000;
const LOOK_EVERY_MS = 250;
const MEMORY = { maxOldGenerationSizeMb: 2_048 };
const STUCK = Symbol('stuck');
/** Stryker does nothing without a test. */
const NO_TEST = { id: 'none', name: 'none', timeSpentMs: 0, status: 0 };

/**
 * Runs the bundled tests of `node:test` inside Stryker's own process, in a thread: a changed program is tried in
 * milliseconds, where a process for each would take a second. What turns for ever is stopped with its thread, and the
 * next change is tried in a new one. Times are those of the processor: other programs make nothing slow.
 */
class InProcessRunner {
  thread = undefined;
  /** How many tests of the change being tried have begun, told by the thread while it computes. */
  begun = new Int32Array(new SharedArrayBuffer(4));
  /** What each test that is asked computes for, in milliseconds. */
  times = {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    if (existsSync(TIMES)) this.times = JSON.parse(readFileSync(TIMES, 'utf8'));
  }

  async dryRun() {
    const mutantCoverage = { static: {}, perTest: {} };
    if (LISTS) return { status: 'complete', tests: [NO_TEST], mutantCoverage };
    const tests = [];
    for (const id of await this.ask({ what: 'list' })) {
      const outcome = await this.ask({ what: 'try', id }, () => GIVEN_UP_FACTOR * SLOWEST);
      // What a new thread computes to get ready is not counted as the next test's.
      if (outcome === STUCK) await this.ask({ what: 'list' });
      // Nothing is known of a test that is not asked: neither how long a change may take nor how often it is met.
      if (outcome === STUCK || outcome.computedMs > SLOWEST) continue;
      const { computedMs, failureMessage, coverage } = outcome;
      this.times[id] = computedMs;
      Object.assign(mutantCoverage.static, coverage.static);
      Object.assign(mutantCoverage.perTest, coverage.perTest);
      const status = failureMessage === null ? { status: 0 } : { status: 1, failureMessage };
      tests.push({ id, name: id, timeSpentMs: computedMs, ...status });
    }
    writeFileSync(TIMES, JSON.stringify(this.times));
    return { status: 'complete', tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    // An error is no mark for or against the tests.
    if (DRAWN.size > 0 && !DRAWN.has(activeMutant.id)) return { status: 'error', errorMessage: 'not drawn' };
    const ids = (testFilter ?? Object.keys(this.times)).toSorted(
      (one, other) => this.times[one] - this.times[other],
    );
    // What the tests begun so far usually take: a loop in a quick test is not given the time of the slow ones.
    const usually = () => ids.slice(0, this.begun[0]).reduce((sum, id) => sum + this.times[id], 0);
    const limit = () => Math.max(FOR_EVER_MS, FOR_EVER_FACTOR * usually());
    const hits = hitLimit && Math.min(hitLimit, Math.max(HITS_AT_LEAST, HITS_SHARE * hitLimit));
    const question = { what: 'mutant', mutant: activeMutant.id, ids, hitLimit: hits };
    this.begun[0] = 0;
    const outcome = await this.ask(question, limit).catch(brokeTheThread);
    return outcome === STUCK ? { status: 'timeout', reason: 'computed for ever' } : outcome;
  }

  async dispose() {
    await this.thread?.terminate();
  }

  /** What the thread answers, or STUCK once it has computed for longer than the limit is by then. */
  async ask(question, limitMs = () => Number.POSITIVE_INFINITY) {
    this.thread ??= this.begin();
    const { thread } = this;
    const over = new AbortController();
    try {
      const answer = once(thread, 'message', { signal: over.signal }).then(([outcome]) => outcome);
      answer.catch(() => undefined);
      thread.postMessage(question);
      const outcome = await Promise.race([answer, stuck(thread, limitMs, over.signal)]);
      if (outcome === STUCK) await this.replace();
      return outcome;
    } catch (error) {
      await this.replace();
      throw error;
    } finally {
      over.abort();
    }
  }

  begin() {
    const thread = new Worker(new URL('./tests-thread.mjs', import.meta.url), {
      resourceLimits: MEMORY,
      workerData: { begun: this.begun },
    });
    // What fails after it has answered fails for nobody.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }

  async replace() {
    const { thread } = this;
    this.thread = undefined;
    await thread.terminate();
  }
}

/** An error that no test catches; one of memory means that it was filled for ever. */
function brokeTheThread(error) {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { status: 'timeout', reason: error.message };
  return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
}

async function stuck(thread, limitMs, signal) {
  const before = process.cpuUsage();
  const idleBefore = thread.performance.eventLoopUtilization().idle;
  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 > limitMs()) return STUCK;
    if (thread.performance.eventLoopUtilization().idle - idleBefore > WAITED_LONG_MS) return STUCK;
  }
  return undefined;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
