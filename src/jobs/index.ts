export type { Job, Surroundings } from './job.ts';
export { jobRoutes } from './jobs.pages.tsx';
export { startJobs } from './jobs.store.ts';
