import {
  type AbilityState,
  type BankItem,
  chooseNext,
  deriveSeed,
  type Estimate,
  posteriorAfter,
  STAGE_LENGTH,
  stageBlueprint,
  updateAbility,
} from '../../../psychometrics/index.ts';
import type { SimulatedProfession, SimulationBank } from './simulation-bank.ts';

/** What came out of one series of stages. */
export type Assessed = {
  state: AbilityState;
  /** Each competence from its own answers alone, from N(0, 1). */
  independent: Estimate[];
  served: BankItem[];
  /** Score on each served question. */
  scores: number[];
  seconds: number;
};

export type ChoiceTimer = { clock: () => number; milliseconds: number; choices: number };

/** One person takes `length` questions in stages of 8, with the blueprints of their profession. */
export function assess(input: {
  bank: SimulationBank;
  profession: SimulatedProfession;
  /** What is known of the person before. */
  state: AbilityState;
  /** Questions not to be asked; those that do not suit the profession are left out anyway. */
  seen: Iterable<string>;
  length: number;
  seed: number;
  answerTo: (item: BankItem) => number;
  timer: ChoiceTimer;
}): Assessed {
  const { bank, profession, length, timer } = input;
  const { structure } = bank;
  const excluded = new Set([...profession.unsuitable, ...input.seen]);
  const person: Assessed = {
    state: input.state,
    independent: input.state.mean.map(() => ({ mean: 0, variance: 1 })),
    served: [],
    scores: [],
    seconds: 0,
  };
  for (let stage = 1; person.served.length < length; stage += 1) {
    const blueprint = stageBlueprint({
      structure,
      core: profession.core,
      stage,
      length: Math.min(STAGE_LENGTH, length - person.served.length),
    });
    const seed = deriveSeed(input.seed, 'stage', stage);
    const history: BankItem[] = [];
    for (;;) {
      const { state } = person;
      const start = timer.clock();
      const item = chooseNext({ state, bank: bank.items, blueprint, history, excluded, seed });
      timer.milliseconds += timer.clock() - start;
      timer.choices += 1;
      if (!item) break;
      const begun = history.some((served) => served.caseId !== null && served.caseId === item.caseId);
      const score = input.answerTo(item);
      person.state = updateAbility(state, item.dimension, item.parameters, score);
      person.independent[item.dimension] = posteriorAfter(
        person.independent[item.dimension]!,
        item.parameters,
        score,
      );
      person.scores.push(score);
      person.seconds += item.seconds + (begun ? 0 : item.caseSeconds);
      history.push(item);
    }
    if (history.length === 0) break;
    person.served.push(...history);
    for (const item of history) excluded.add(item.id);
  }
  return person;
}
