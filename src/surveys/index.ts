export { findInvitation, surveyRoutes } from './survey.pages.tsx';
