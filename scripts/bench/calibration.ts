import { performance } from 'node:perf_hooks';
import { calibrate, createRandom, type ItemParameters, simulateAnswers } from '../../psychometrics/index.ts';
import { calibrateInParallel } from '../psychometrics/calibrate/calibrate-in-parallel.ts';

export type CalibrationTiming = {
  name: string;
  people: number;
  answers: number;
  /** Seconds from answers in memory to parameters; the median of the runs. */
  seconds: number;
  /** Processor seconds, all threads, of the same run: what it costs when the machine is busy with something else. */
  processorSeconds: number;
  iterations: number;
  converged: boolean;
  logLikelihood: number;
  /** The most memory the process has held so far, worker threads included. Sizes grow, so it is that of the run. */
  megabytes: number;
};

/**
 * What calibration costs: the case peers are compared on (2000 people × 30 questions, 61 nodes, estimates alone and with
 * standard errors), then 60 questions of which each person is asked 24, as people grow tenfold up to `mostPeople`.
 */
export async function measureCalibration({ mostPeople = 1_000_000 } = {}): Promise<CalibrationTiming[]> {
  const bank = bankOf(30);
  const full = simulateAnswers(bank, { people: 2000, each: 30, seed: 1 });
  const alone = { standardErrors: 'none', adaptive: false } as const;
  const timings: CalibrationTiming[] = [];
  for (let run = 0; run < 3; run += 1) calibrate(full, itemsOf(bank), alone);
  timings.push(await time('2PL 2000 × 30', 5, full, () => calibrate(full, itemsOf(bank), alone)));
  timings.push(await time('… with standard errors', 3, full, () => calibrate(full, itemsOf(bank))));

  const large = bankOf(60);
  for (let people = 1000; people <= mostPeople; people *= 10) {
    const answers = simulateAnswers(large, { people, each: 24, seed: 1 });
    const fit = () => calibrateInParallel(answers, itemsOf(large), alone);
    timings.push(await time(`24 of 60, ${people} people`, 1, answers, fit));
  }
  return timings;
}

/** The timings as lines of a table; what one more person costs says whether it grows in proportion. */
export function describeCalibration(timings: readonly CalibrationTiming[]): string {
  const lines = timings.map(({ name, people, seconds, processorSeconds, iterations, converged, megabytes }) =>
    [
      name.padEnd(28),
      `${seconds.toFixed(2)} s`.padStart(9),
      `${processorSeconds.toFixed(2)} s processor`.padStart(20),
      `${((1e6 * seconds) / people).toFixed(0)} µs a person`.padStart(18),
      `${iterations} steps`.padStart(10),
      `${megabytes} MB`.padStart(8),
      converged ? '' : '  NOT CONVERGED',
    ].join(''),
  );
  return ['Calibration (mirt 1.45 on 2000 × 30: 1.9 s on the reference machine)', ...lines].join('\n');
}

async function time(
  name: string,
  runs: number,
  answers: { weight: Float64Array; item: Uint16Array },
  fit: () => ReturnType<typeof calibrate> | Promise<ReturnType<typeof calibrate>>,
): Promise<CalibrationTiming> {
  const results: CalibrationTiming[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const began = performance.now();
    const { iterations, converged, logLikelihood } = await fit();
    const seconds = (performance.now() - began) / 1000;
    const used = process.cpuUsage(before);
    results.push({
      name,
      people: answers.weight.length,
      answers: answers.item.length,
      seconds,
      processorSeconds: (used.user + used.system) / 1e6,
      iterations,
      converged,
      logLikelihood,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1000),
    });
  }
  results.sort((one, other) => one.seconds - other.seconds);
  return results[Math.floor(runs / 2)]!;
}

function bankOf(count: number): ItemParameters[] {
  const random = createRandom('bench', 'calibration');
  return Array.from({ length: count }, () => ({
    model: 'choice',
    discrimination: Math.exp(0.1 + 0.3 * random.normal()),
    difficulty: 1.2 * random.normal(),
    guessing: 0,
  }));
}

function itemsOf(bank: readonly ItemParameters[]) {
  return bank.map((_, index) => ({ id: `q${index}`, model: 'choice' as const }));
}
