import { personalData as ofActions } from './actions/index.ts';
import { personalData as ofAssessment } from './assessment/index.ts';
import { personalData as ofCampaigns } from './campaigns/index.ts';
import { personalData as ofCertificate } from './certificate/index.ts';
import { personalData as ofCredentials } from './credentials/index.ts';
import { personalData as ofFollowUp } from './follow-up/index.ts';
import { personalData as ofIdentity } from './identity/index.ts';
import { personalData as ofInsights } from './insights/index.ts';
import { personalData as ofLearning } from './learning/index.ts';
import type { PersonalDataPart } from './privacy/index.ts';
import { personalData as ofSelfDiagnosis } from './self-diagnosis/index.ts';
import { personalData as ofSurveys } from './surveys/index.ts';
import { personalData as ofWorkshop } from './workshop/index.ts';

/** What each room knows of a person, in the order people read it. */
export const personalData: readonly PersonalDataPart[] = [
  ofIdentity,
  ofAssessment,
  ofLearning,
  ofSurveys,
  ofActions,
  ofCampaigns,
  ofWorkshop,
  ofSelfDiagnosis,
  ofCertificate,
  ofCredentials,
  ofFollowUp,
  ofInsights,
];
