import {
  type Alpha,
  type AnswerTable,
  answersFromRows,
  assertUsable,
  type CalibratedItem,
  type Calibration,
  type ClassicalItem,
  calibrate,
  classicalAnalysis,
  cronbachAlpha,
  empiricalReliability,
  estimateAbility,
  type ItemParameters,
  type MantelHaenszel,
  type MeanSquares,
  marginalReliability,
  maximumScore,
  mcdonaldOmega,
  meanSquares,
  type Omega,
  purifiedMantelHaenszel,
  type ScoreFit,
  scoreFit,
} from '../../../psychometrics/index.ts';

/** What is known of one question. What cannot be computed is null. */
export type QuestionReport = {
  id: string;
  /** Lowest and highest score seen; 0 without answers. */
  lowest: number;
  highest: number;
  classical: ClassicalItem;
  calibrated: CalibratedItem;
  /** Parameters a test can use: none when nothing could be estimated, or when the question works backwards. */
  parameters: ItemParameters | null;
  scoreFit: ScoreFit | null;
  meanSquares: MeanSquares | null;
  /** For questions answered right or wrong, when two groups were given. */
  dif: MantelHaenszel | null;
};

export type ItemReport = {
  people: number;
  /** People who answered every question: the only ones α, ω and S-X² can use. */
  complete: number;
  questions: QuestionReport[];
  calibration: Calibration;
  alpha: Alpha;
  omega: Omega;
  marginalReliability: number;
  empiricalReliability: number | null;
  /** EAP abilities of the people who answered something. */
  abilities: number[];
  groups: { name: string; focal: string; inFocal: number; others: number; settled: boolean } | null;
};

export type ComparedGroups = { name: string; focal: string; flags: readonly (boolean | null)[] };

/** Everything the report says, from the answers alone. At least one question; groups are optional. */
export function itemReport(
  ids: readonly string[],
  answers: AnswerTable,
  groups: ComparedGroups | null,
): ItemReport {
  const highest = ids.map((_, question) =>
    answers.reduce((most, row) => Math.max(most, row[question] ?? 0), 0),
  );
  const calibration = calibrate(
    answersFromRows(answers),
    ids.map((id, question) => ({ id, model: highest[question]! > 1 ? 'graded' : 'choice' })),
  );
  const usable = usableQuestions(calibration, answers);
  const people = peopleOf(usable);
  const fits = fitOf(usable, people);
  const classical = classicalAnalysis(answers);
  const dif = groups && difOf(answers, highest, groups);
  const parametersById = new Map(usable.questions.map((question, place) => [question, usable.items[place]!]));
  return {
    people: answers.length,
    complete: answers.filter((row) => row.every((score) => score !== null)).length,
    questions: ids.map((id, question) => ({
      id,
      lowest: lowestOf(answers, question),
      highest: highest[question]!,
      classical: classical.items[question]!,
      calibrated: calibration.items[question]!,
      parameters: parametersById.get(question) ?? null,
      scoreFit: fits.get(question)?.scoreFit ?? null,
      meanSquares: fits.get(question)?.meanSquares ?? null,
      dif: dif?.items.get(question) ?? null,
    })),
    calibration,
    alpha: cronbachAlpha(answers),
    omega: mcdonaldOmega(answers),
    marginalReliability: marginalReliability(usable.items),
    empiricalReliability: empiricalReliability(people.map(({ estimate }) => estimate)),
    abilities: people.map(({ estimate }) => estimate.ability),
    groups: dif && { name: groups.name, focal: groups.focal, ...dif.summary },
  };
}

function lowestOf(answers: AnswerTable, question: number): number {
  const least = answers.reduce((lowest, row) => Math.min(lowest, row[question] ?? lowest), Number.MAX_VALUE);
  return least === Number.MAX_VALUE ? 0 : least;
}

/** Questions with usable parameters, and the credits people got on them (not the scores: some may have been merged). */
type Usable = { questions: number[]; items: ItemParameters[]; credits: (number | null)[][] };

function usableQuestions(calibration: Calibration, answers: AnswerTable): Usable {
  const usable: Usable = { questions: [], items: [], credits: answers.map(() => []) };
  calibration.items.forEach((item, question) => {
    if (item.status !== 'estimated' || !isUsable(item.parameters)) return;
    usable.questions.push(question);
    usable.items.push(item.parameters);
    answers.forEach((row, person) => {
      const score = row[question];
      usable.credits[person]!.push(score === null || score === undefined ? null : item.scores.indexOf(score));
    });
  });
  return usable;
}

function isUsable(parameters: ItemParameters): boolean {
  try {
    assertUsable(parameters);
    return true;
  } catch {
    return false;
  }
}

type Person = { row: (number | null)[]; estimate: { ability: number; standardError: number } };

function peopleOf({ items, credits }: Usable): Person[] {
  const known = new Map<string, Person['estimate']>();
  return credits
    .filter((row) => row.some((credit) => credit !== null))
    .map((row) => {
      const key = row.join();
      let estimate = known.get(key);
      if (!estimate) {
        const given = row.flatMap((score, place) => (score === null ? [] : [{ item: items[place]!, score }]));
        estimate = estimateAbility('EAP', given);
        known.set(key, estimate);
      }
      return { row, estimate };
    });
}

function fitOf({ questions, items, credits }: Usable, people: Person[]) {
  const squares = meanSquares({
    answers: people.map(({ row }) => row),
    items,
    abilities: people.map(({ estimate }) => estimate.ability),
  });
  const { people: complete, items: byScore } = scoreFit({
    answers: credits,
    items,
    estimated: items.map((item) => 1 + maximumScore(item)),
  });
  return new Map(
    questions.map((question, place) => [
      question,
      { meanSquares: squares[place]!, scoreFit: complete > 0 ? byScore[place]! : null },
    ]),
  );
}

/** Purified Mantel–Haenszel over the questions answered right or wrong. */
function difOf(answers: AnswerTable, highest: readonly number[], { flags }: ComparedGroups) {
  const binary = highest.flatMap((most, question) => (most <= 1 ? [question] : []));
  const compared = answers.flatMap((row, person) => {
    const flag = flags[person];
    return flag === null || flag === undefined
      ? []
      : [{ row: binary.map((question) => row[question]!), flag }];
  });
  const focal = compared.map(({ flag }) => flag);
  const { items, settled } = purifiedMantelHaenszel({ answers: compared.map(({ row }) => row), focal });
  const inFocal = focal.filter(Boolean).length;
  return {
    items: new Map(binary.map((question, place) => [question, items[place]!])),
    summary: { inFocal, others: focal.length - inFocal, settled },
  };
}
