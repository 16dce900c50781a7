export { DataFlowPicture, FLOWS } from './data-flow.tsx';
export { legalRoutes } from './legal.pages.tsx';
