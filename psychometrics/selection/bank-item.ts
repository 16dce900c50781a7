import type { ItemParameters } from '../models/item-parameters.ts';

/** A question as the choice sees it. */
export type BankItem = {
  id: string;
  /** Index of the one competence it measures. */
  dimension: number;
  /** Name of its format; only compared for equality (format quotas). */
  format: string;
  /** Case (document or situation) it belongs to, or null. */
  caseId: string | null;
  parameters: ItemParameters;
  /** Expected time to answer, in seconds, without reading the case. Positive. */
  seconds: number;
  /**
   * Expected time to read the case, in seconds, paid once however many of its questions follow. 0 without a
   * case.
   */
  caseSeconds: number;
  /** Whether its parameters were estimated from enough answers; false while they are expert priors. */
  calibrated: boolean;
};

/** What the choice needs to remember of a question already served in the stage. Any BankItem will do. */
export type ServedItem = Pick<BankItem, 'id' | 'dimension' | 'format' | 'caseId' | 'parameters'>;
