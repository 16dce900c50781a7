export { type JobFacts, readJobFacts } from './facts.store.ts';
export type { Job, Surroundings } from './job.ts';
export { jobRoutes } from './jobs.pages.tsx';
export { startJobs } from './jobs.store.ts';
