export { mailRoutes } from './mail.pages.tsx';
export { mailJobs } from './mail.store.ts';
