import type { Membership } from '../web/index.ts';

export const ROLE_NAMES: Record<Membership['role'], string> = {
  agent: 'Membre du personnel',
  referent: 'Référent ou référente décrochage',
  direction: 'Direction',
  formateur: 'Formation académique',
  academie: 'Académie',
  national: 'Ministère',
};
