export { type JobFacts, readJobFacts } from './facts.store.ts';
export type { Job, Surroundings } from './job.ts';
export { startJobs } from './jobs.store.ts';
