import { statisticsJobs } from './assessment/index.ts';
import { certificateJobs } from './certificate/index.ts';
import { followUpJobs } from './follow-up/index.ts';
import { forgettingJobs } from './identity/index.ts';
import type { Job } from './jobs/index.ts';
import { learningJobs } from './learning/index.ts';
import { workshopJobs } from './workshop/index.ts';

/** Everything the application does by itself, and when. */
export const jobs: readonly Job[] = [
  ...learningJobs,
  ...certificateJobs,
  ...followUpJobs,
  ...forgettingJobs,
  ...workshopJobs,
  ...statisticsJobs,
];
