import { checkCertificate } from './certificate/check-certificate.ts';
import { checkPractice } from './check-practice.ts';
import { checkProcedures } from './check-procedures.ts';
import { worthlessMistakes } from './credit/blind-answers.ts';
import { checkDescriptions } from './dialogues/check-description.ts';
import { competencesOf } from './framework.ts';
import type { Content } from './load.ts';
import { type Module, NEEDS } from './module.ts';
import { qualityProblems } from './quality/problems.ts';
import { FORMATS, type Question } from './question.ts';
import { checkGuessing, checkSources, checkTypography, choiceStatistics, countWords } from './wording.ts';

/** What a reader or a test-wise person would hold against the content: one plain line each. */
export function checkContent(content: Content): string[] {
  return [
    ...content.questions.flatMap((question) =>
      checkQuestion(question, content).map((line) => `${question.id}: ${line}`),
    ),
    ...content.trial.flatMap((question) =>
      checkQuestion(question, content).map((line) => `trial ${question.id}: ${line}`),
    ),
    ...repeatedIds([...content.questions, ...content.trial]).map((id) => `${id}: two questions have this id`),
    ...checkBank(content),
    ...content.modules.flatMap((module) =>
      checkModule(module, content).map((line) => `module ${module.id}: ${line}`),
    ),
    ...checkModules(content),
    ...checkPractice(content),
    ...checkDescriptions(content),
    ...checkProcedures(content),
    ...checkCertificate(content),
    ...qualityProblems(content),
  ];
}

function repeatedIds(named: readonly { id: string }[]): string[] {
  const ids = named.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
}

/** What every text of a module must respect, its exercises and cards included. */
function checkModule(module: Module, { facts }: Content): string[] {
  const texts = [
    module.title,
    module.promise,
    ...module.sections.map(({ text }) => text),
    ...module.practice.flatMap(({ stem, hint, options }) => [
      stem,
      hint,
      ...options.flatMap(({ text, feedback }) => [text, feedback]),
    ]),
    module.gesture.title,
    ...module.gesture.steps,
    ...module.plan.if,
    ...module.plan.then,
    ...module.plan.help,
    ...module.cards.flatMap(({ question, answer }) => [question, answer]),
  ];
  return [...checkSources(module.sources, facts), ...checkTypography(texts)];
}

/** Two modules a competence, one for each pair of levels, and something for every need. */
function checkModules({ framework, modules }: Content): string[] {
  const missing = competencesOf(framework).flatMap(({ code }) =>
    [1, 3]
      .filter(
        (level) => !modules.some(({ competence, levels }) => competence === code && levels[0] === level),
      )
      .map((level) => `competence ${code}: no module for level ${level}`),
  );
  const unmet = Object.keys(NEEDS).filter(
    (need) => !modules.some(({ needs }) => needs.some((met) => met === need)),
  );
  return [...missing, ...unmet.map((need) => `no module for the need ${need}`)];
}

const LIMITS = { stemWords: 95, caseWords: 220, optionWords: 45, feedbackWords: 60 };

function checkQuestion(question: Question, { framework, facts, cases }: Content): string[] {
  const problems: string[] = [];
  const say = (condition: boolean, line: string) => {
    if (condition) problems.push(line);
  };
  const competences = competencesOf(framework).map(({ code }) => code);
  say(!competences.includes(question.competence), `the framework has no competence ${question.competence}`);
  say(!question.id.startsWith(`${question.competence}-`), 'the id must begin with the competence');
  say(question.case !== undefined && !cases.has(question.case), `no case ${question.case}`);
  say(countWords(question.stem) > LIMITS.stemWords, `stem of ${countWords(question.stem)} words`);
  say(!/[?:.]\s*$/.test(question.stem.trim()), 'the stem must end with a sentence');
  problems.push(...checkSources(question.sources, facts));
  const elements = elementsOf(question);
  say(repeatedIds(elements.filter(({ id }) => id !== '')).length > 0, 'two elements have the same id');
  for (const { id, text, feedback } of elements) {
    say(countWords(text) > LIMITS.optionWords, `${id}: ${countWords(text)} words`);
    say(countWords(feedback) > LIMITS.feedbackWords, `${id}: feedback of ${countWords(feedback)} words`);
  }
  const texts = [question.stem, question.takeaway, ...elements.flatMap((e) => [e.text, e.feedback])];
  problems.push(...checkTypography(texts));
  for (const text of texts)
    say(/toutes les réponses|aucune de ces réponses/i.test(text), '« toutes / aucune de ces réponses »');
  problems.push(...checkKey(question));
  return problems;
}

/** What makes the key of each format fair. */
function checkKey(question: Question): string[] {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step': {
      const right = question.options.filter((option) => option.correct);
      return right.length === 1 ? [] : [`${right.length} right options`];
    }
    case 'multiple-choice': {
      const right = question.options.filter((option) => option.correct).length;
      return right >= 2 && question.options.length - right >= 2
        ? []
        : ['needs at least two right and two wrong options'];
    }
    case 'document': {
      const relevant = question.passages.filter((passage) => passage.relevant).length;
      const least = question.passages.length >= 8 ? 3 : 2;
      return relevant >= least && relevant <= question.passages.length / 2
        ? []
        : [`${relevant} relevant passages of ${question.passages.length}`];
    }
    case 'judgement': {
      const ratings = question.reactions.map((reaction) => reaction.rating);
      return [
        ...(ratings.includes(0) && ratings.includes(3) ? [] : ['the key needs a 0 and a 3']),
        ...(new Set(ratings).size >= 3 ? [] : ['the key needs three different ratings']),
        ...(worthlessMistakes(question) >= 3 ? [] : ['the key rewards answering in the middle']),
      ];
    }
    case 'categories': {
      const known = new Set(question.categories.map(({ id }) => id));
      const used = new Set(question.items.map(({ category }) => category));
      return [...used].every((category) => known.has(category)) && used.size >= 2
        ? []
        : ['items must fall into at least two known categories'];
    }
    case 'match':
    case 'order':
    case 'number':
      return [];
  }
}

function elementsOf(question: Question): { id: string; text: string; feedback: string }[] {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
    case 'multiple-choice':
      return question.options;
    case 'document':
      return question.passages;
    case 'judgement':
      return question.reactions;
    case 'order':
    case 'categories':
      return question.items;
    case 'match':
      return question.pairs.map(({ id, left, right, feedback }) => ({
        id,
        text: `${left} ${right}`,
        feedback,
      }));
    case 'number':
      return [{ id: '', text: '', feedback: question.feedback }];
  }
}

/** The whole bank: coverage, formats, cases, and what a test-wise person could use. */
function checkBank({ framework, questions, cases, professions }: Content): string[] {
  const problems: string[] = [];
  for (const { code } of competencesOf(framework)) {
    const own = questions.filter(({ competence }) => competence === code);
    for (const level of [1, 2, 3, 4, 5]) {
      const count = own.filter((question) => question.level === level).length;
      if (count < 4) problems.push(`competence ${code}: ${count} questions of level ${level}, 4 at least`);
    }
    for (const skill of [1, 2, 3, 4, 5, 6]) {
      if (!own.some((question) => question.skill === skill))
        problems.push(`competence ${code}: no skill ${skill}`);
    }
  }
  for (const [profession, { core }] of Object.entries(professions)) {
    for (const code of core) {
      const suited = questions.filter(
        (question) =>
          question.competence === code &&
          (question.professions === 'all' || question.professions.some((name) => name === profession)),
      );
      if (suited.length < 3) problems.push(`${profession}: ${suited.length} questions on its core ${code}`);
    }
  }
  const formats = new Set(questions.map(({ format }) => format));
  if (formats.size < 9) problems.push(`${formats.size} formats, 9 at least`);
  const situated = questions.filter(({ format }) => format === 'judgement' || format === 'document').length;
  if (situated < questions.length / 3)
    problems.push(`${situated} judgements and documents, a third at least`);
  if (cases.size < 40) problems.push(`${cases.size} cases, 40 at least`);
  for (const item of cases.values()) {
    const count = questions.filter((question) => question.case === item.id).length;
    if (count < 3 || count > 5) problems.push(`case ${item.id}: ${count} questions, 3 to 5`);
    const words = countWords(
      [
        item.situation,
        ...item.documents.flatMap(({ lines }) => lines.map(({ label = '', text }) => `${label} ${text}`)),
      ].join(' '),
    );
    if (words > LIMITS.caseWords) problems.push(`case ${item.id}: ${words} words`);
  }
  problems.push(...checkGuessing(choicesOf(questions)));
  return problems;
}

/** Where the right option stands, and how often it is the longest, among questions with one choice. */
export function keyStatistics(questions: readonly Question[]): ReturnType<typeof choiceStatistics> {
  return choiceStatistics(choicesOf(questions));
}

function choicesOf(questions: readonly Question[]) {
  return questions.flatMap((question) =>
    question.format === 'single-choice' || question.format === 'dialogue-step' ? [question.options] : [],
  );
}

/** Number of questions by competence and level, then by format: what the coverage table shows. */
export function coverageOf({ framework, questions }: Content): {
  competences: { code: string; levels: number[]; total: number; situated: number; inCases: number }[];
  formats: { format: string; count: number }[];
} {
  const competences = competencesOf(framework).map(({ code }) => {
    const own = questions.filter(({ competence }) => competence === code);
    return {
      code,
      levels: [1, 2, 3, 4, 5].map((level) => own.filter((question) => question.level === level).length),
      total: own.length,
      situated: own.filter(({ format }) => format === 'judgement' || format === 'document').length,
      inCases: own.filter((question) => question.case !== undefined).length,
    };
  });
  const formats = FORMATS.map((format) => ({
    format,
    count: questions.filter((question) => question.format === format).length,
  }));
  return { competences, formats };
}
