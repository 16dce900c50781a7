import { bankItems, structureOf, suits } from '../../src/assessment/bank.ts';
import {
  type Content,
  ContentError,
  competencesOf,
  loadContent,
  PROFESSIONS,
} from '../../src/content/index.ts';
import { UsageError } from './arguments.ts';
import type { SimulationBank } from './simulation-bank.ts';

/** The platform's own bank. Throws a UsageError when the content is not valid. */
export function contentBank(): SimulationBank {
  const content = readContent();
  const codes = competencesOf(content.framework).map((competence) => competence.code);
  return {
    structure: structureOf(content.framework),
    items: bankItems(content),
    professions: PROFESSIONS.map((name) => ({
      name,
      core: content.professions[name].core.map((code) => codes.indexOf(code)),
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
