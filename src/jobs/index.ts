export type { Job, Surroundings } from './job.ts';
export { startJobs } from './jobs.store.ts';
