import type { SimulationBank } from '../simulation/simulation-bank.ts';
import type { ProfileReport } from './profile-simulation.ts';

export type CasesReport = {
  /** The same people, each question of a case asked alone, its case read for it. */
  apart: Pick<ProfileReport, 'reliability' | 'contrastReliability' | 'expectedMinutes'>;
  contrastPerMinute: number;
  contrastPerMinuteApart: number;
  /** By how much the former exceeds the latter, as a share of the latter. */
  contrastPerMinuteGain: number;
};

/** The same questions without any case: each brings the reading of its document along, every time. */
export function casesApart(bank: SimulationBank): SimulationBank {
  return {
    ...bank,
    items: bank.items.map((item) => ({
      ...item,
      caseId: null,
      seconds: item.seconds + item.caseSeconds,
      caseSeconds: 0,
    })),
  };
}

/** What keeping cases together brings: the two reports are of the same people. */
export function compareCases(together: ProfileReport, apart: ProfileReport): CasesReport {
  const perMinute = (report: ProfileReport) => report.contrastReliability / report.expectedMinutes;
  return {
    apart: {
      reliability: apart.reliability,
      contrastReliability: apart.contrastReliability,
      expectedMinutes: apart.expectedMinutes,
    },
    contrastPerMinute: perMinute(together),
    contrastPerMinuteApart: perMinute(apart),
    contrastPerMinuteGain: perMinute(together) / perMinute(apart) - 1,
  };
}
