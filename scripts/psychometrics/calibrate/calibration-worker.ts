import { parentPort, workerData } from 'node:worker_threads';
import { type PassRequest, type Patterns, runPass } from '../../../psychometrics/index.ts';

/** Answers requests for one slice of people, sent once when the worker starts. */
const { patterns } = workerData as { patterns: Patterns };

parentPort!.on('message', (request: PassRequest) => {
  const reply = runPass(patterns, request);
  parentPort!.postMessage(reply, [reply.sums.buffer as ArrayBuffer]);
});
