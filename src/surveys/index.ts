export { personalData } from './personal-data.store.ts';
export { findInvitation, surveyRoutes } from './survey.pages.tsx';
