import { performance } from 'node:perf_hooks';
import {
  type BankItem,
  createRandom,
  maximumScore,
  STAGE_LENGTH,
  updateAbility,
} from '../../psychometrics/index.ts';
import { nextQuestion, STAGES } from '../../src/assessment/bank/next-question.ts';
import { bankOf } from '../../src/assessment/index.ts';
import { type Content, PROFESSIONS, type Profession } from '../../src/content/index.ts';
import { type Summary, summarize } from './samples.ts';

/** What the measurement itself costs: milliseconds to take an answer in and choose the next question. */
export function measureEngine(content: Content, people: number): Summary {
  for (let seed = 0; seed < people / 4; seed += 1) positionnement(content, seed);
  const durations: number[] = [];
  for (let seed = 0; seed < people; seed += 1) durations.push(...positionnement(content, seed));
  return summarize(durations);
}

/** Three stages answered at random, on the whole bank; gives the time of each answer. */
function positionnement(content: Content, seed: number): number[] {
  const bank = bankOf(content);
  const random = createRandom('bench', seed);
  const profession: Profession = PROFESSIONS[seed % PROFESSIONS.length]!;
  const seen: string[] = [];
  const durations: number[] = [];
  let state = bank.prior;
  for (let stage = 1; stage <= STAGES; stage += 1) {
    const series = { aim: { kind: 'stage', stage }, profession, length: STAGE_LENGTH, seed } as const;
    const history: BankItem[] = [];
    const choose = () =>
      nextQuestion({ bank, professions: content.professions, series, state, history, seen });
    for (let item = choose(); item; ) {
      const score = random.integer(maximumScore(item.parameters) + 1);
      history.push(item);
      seen.push(item.id);
      const began = performance.now();
      state = updateAbility(state, item.dimension, item.parameters, score);
      item = choose();
      durations.push(performance.now() - began);
    }
  }
  return durations;
}
