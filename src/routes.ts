import { actionRoutes } from './actions/index.ts';
import { administrationRoutes } from './administration/index.ts';
import { assessmentRoutes } from './assessment/index.ts';
import { campaignRoutes } from './campaigns/index.ts';
import { catalogueRoutes } from './catalogue/index.ts';
import { certificateRoutes } from './certificate/index.ts';
import { credentialRoutes } from './credentials/index.ts';
import { followUpRoutes } from './follow-up/index.ts';
import { healthRoutes } from './health/index.ts';
import { homeRoutes } from './home/index.ts';
import { identityRoutes } from './identity/index.ts';
import { insightRoutes } from './insights/index.ts';
import { jobRoutes } from './jobs/index.ts';
import { learningRoutes } from './learning/index.ts';
import { legalRoutes } from './legal/index.ts';
import { metricsRoutes } from './metrics/index.ts';
import { personalData } from './personal-data.ts';
import { journalRoutes, privacyRoutes } from './privacy/index.ts';
import { selfDiagnosisRoutes } from './self-diagnosis/index.ts';
import { spaceRoutes } from './space/index.ts';
import { surveyRoutes } from './surveys/index.ts';
import type { Route } from './web/index.ts';
import { workshopRoutes } from './workshop/index.ts';

/** Every address of the site, who may open it, and what answers. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...identityRoutes,
  ...spaceRoutes,
  ...assessmentRoutes,
  ...learningRoutes,
  ...actionRoutes,
  ...campaignRoutes,
  ...certificateRoutes,
  ...credentialRoutes,
  ...followUpRoutes,
  ...insightRoutes,
  ...selfDiagnosisRoutes,
  ...catalogueRoutes,
  ...surveyRoutes,
  ...workshopRoutes,
  ...administrationRoutes,
  ...jobRoutes,
  ...privacyRoutes(personalData),
  ...journalRoutes,
  ...legalRoutes,
  ...healthRoutes,
  ...metricsRoutes,
];
