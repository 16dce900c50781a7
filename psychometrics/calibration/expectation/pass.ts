import { type Curves, expectedCounts, logLikelihoodOf } from './expected-counts.ts';
import { type LogSlopes, missingInformation } from './missing-information.ts';
import type { Patterns } from './patterns.ts';

/** Something to be computed over all people. Plain data: it can be sent to a worker. */
export type PassRequest =
  | { kind: 'counts'; curves: Curves }
  | { kind: 'likelihood'; curves: Curves }
  | { kind: 'missing-information'; curves: Curves; slopes: LogSlopes };

/** What a pass over some people gives; replies of several slices are added. */
export type PassReply = {
  /** Σ weight · ln P(answers); 0 for missing information. */
  logLikelihood: number;
  /** Expected counts, or the matrix of missing information; empty for a likelihood. */
  sums: Float64Array;
};

/**
 * Answers a request for a slice of people: sums over them, in the order of the curves of the request. Pure: slices may be
 * computed anywhere and added. Nothing throws.
 */
export function runPass(patterns: Patterns, request: PassRequest): PassReply {
  switch (request.kind) {
    case 'counts': {
      const { logLikelihood, counts } = expectedCounts(patterns, request.curves);
      return { logLikelihood, sums: counts };
    }
    case 'likelihood':
      return { logLikelihood: logLikelihoodOf(patterns, request.curves), sums: new Float64Array(0) };
    case 'missing-information':
      return { logLikelihood: 0, sums: missingInformation(patterns, request.curves, request.slopes) };
  }
}

/** Replies of slices to one request, put together: their sums. Throws a TypeError when there is none. */
export function addReplies(replies: readonly PassReply[]): PassReply {
  const sums = replies[0]!.sums.slice();
  let logLikelihood = 0;
  for (const [index, reply] of replies.entries()) {
    logLikelihood += reply.logLikelihood;
    if (index > 0) for (let at = 0; at < sums.length; at += 1) sums[at]! += reply.sums[at]!;
  }
  return { logLikelihood, sums };
}
