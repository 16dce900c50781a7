import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  type Answers,
  addReplies,
  type Calibration,
  type CalibrationItem,
  type CalibrationOptions,
  calibrationSteps,
  type PassReply,
  type PassRequest,
  type Patterns,
  planCalibration,
  runPass,
  slicePatterns,
} from '../../../psychometrics/index.ts';

const MOST_WORKERS = 16;
/** Below this number of answers in distinct patterns, starting a worker costs more than it saves. */
const WORTH_WORKERS = 400_000;

/** `calibrate`, its passes over people spread over worker threads when there is enough to do. */
export async function calibrateInParallel(
  answers: Answers,
  items: readonly CalibrationItem[],
  options: CalibrationOptions & { workers?: number; onStep?: (step: number) => void } = {},
): Promise<Calibration> {
  const plan = planCalibration(answers, items, options);
  const isLarge = plan.patterns.row.length >= WORTH_WORKERS;
  const count = options.workers ?? (isLarge ? Math.min(MOST_WORKERS, availableParallelism()) : 1);
  const crew = openCrew(plan.patterns, count);
  try {
    const steps = calibrationSteps(plan, items);
    let step = steps.next();
    for (let done = 1; !step.done; done += 1) {
      step = steps.next(await crew.run(step.value));
      options.onStep?.(done);
    }
    return step.value;
  } finally {
    await crew.close();
  }
}

type Crew = { run: (request: PassRequest) => Promise<PassReply>; close: () => Promise<void> };

/** The first slice is computed here, the others by a worker each. */
function openCrew(patterns: Patterns, count: number): Crew {
  const own = slicePatterns(patterns, 0, count);
  const workers = Array.from({ length: count - 1 }, (_, index) =>
    startWorker(slicePatterns(patterns, index + 1, count)),
  );
  return {
    async run(request) {
      const replies = workers.map((worker) => worker.run(request));
      return addReplies([runPass(own, request), ...(await Promise.all(replies))]);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** A worker inherits no loader of TypeScript on Node 20, so it registers one before it loads its module. */
const BOOTSTRAP = `
  const { workerData } = require('node:worker_threads');
  import(workerData.loader).then(({ register }) => { register(); return import(workerData.module); });
`;

function startWorker({ start, row, weight }: Patterns): Crew {
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    execArgv: [],
    workerData: {
      loader: import.meta.resolve('tsx/esm/api'),
      module: new URL('./calibration-worker.ts', import.meta.url).href,
      patterns: { start: start.slice(), row: row.slice(), weight: weight.slice() },
    },
  });
  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        worker.once('message', (reply: PassReply) => {
          worker.off('error', reject);
          resolve(reply);
        });
        worker.once('error', reject);
        worker.postMessage(request);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
