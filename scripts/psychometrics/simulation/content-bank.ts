import { bankOf, suits } from '../../../src/assessment/index.ts';
import { type Content, ContentError, loadContent, PROFESSIONS } from '../../../src/content/index.ts';
import { UsageError } from '../command-line/arguments.ts';
import type { SimulationBank } from './simulation-bank.ts';

/** The platform's own bank. Throws a UsageError when the content is not valid. */
export function contentBank(): SimulationBank & Required<Pick<SimulationBank, 'questions'>> {
  const content = readContent();
  const { structure, items, competences } = bankOf(content);
  return {
    structure,
    items,
    questions: new Map(content.questions.map((question) => [question.id, question])),
    professions: PROFESSIONS.map((name) => ({
      name,
      core: content.professions[name].core.map((code) => competences.indexOf(code)),
      unsuitable: new Set(content.questions.filter((question) => !suits(question, name)).map(({ id }) => id)),
    })),
  };
}

function readContent(): Content {
  try {
    return loadContent();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new UsageError(
      `The content is not valid: ${error.message.split('\n')[0]} (npm run content says all).`,
    );
  }
}
