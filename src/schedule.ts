import type { Job } from './jobs/index.ts';
import { noticeJobs } from './learning/index.ts';

/** Everything the application does by itself, and when. */
export const jobs: readonly Job[] = noticeJobs;
