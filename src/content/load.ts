import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CoachKit, coachKitSchema } from './coaching.ts';
import { DECISIONS, type Decision, decisionSchema } from './decision.ts';
import { type Fact, factSchema } from './facts.ts';
import { type Framework, frameworkSchema, type Professions, professionsSchema } from './framework.ts';
import { type Instrument, instrumentSchema } from './instrument.ts';
import { type Module, moduleProblems, moduleSchema, splitModule } from './module.ts';
import { type Case, caseSchema, type Question, questionSchema } from './question.ts';
import { type Signal, signalSchema } from './signals.ts';

export type Content = {
  framework: Framework;
  professions: Professions;
  questions: readonly Question[];
  cases: ReadonlyMap<string, Case>;
  facts: ReadonlyMap<string, Fact>;
  /** The three questions a visitor may try; never part of an assessment. */
  trial: readonly Question[];
  modules: readonly Module[];
  signals: readonly Signal[];
  /** In the order of DECISIONS. */
  decisions: readonly Decision[];
  /** In the order of the competences. */
  coaching: readonly CoachKit[];
  instruments: readonly Instrument[];
};

/** A content file that does not say what it must; the message names the file and the field, in plain words. */
export class ContentError extends Error {
  override name = 'ContentError';
}

const CONTENT_FOLDER = fileURLToPath(new URL('../../content', import.meta.url));

/**
 * Reads and checks the whole content folder.
 * @throws ContentError listing every file that is not valid.
 */
export function loadContent(folder = CONTENT_FOLDER): Content {
  const problems: string[] = [];

  function read<T>(schema: z.ZodType<T>, path: string): T | undefined {
    return check(schema, path, () => {
      const text = readFileSync(path, 'utf8');
      return path.endsWith('.json') ? JSON.parse(text) : parse(text);
    });
  }

  function check<T>(schema: z.ZodType<T>, path: string, value: () => unknown): T | undefined {
    const name = relative(folder, path);
    try {
      const result = schema.safeParse(value());
      if (result.success) return result.data;
      problems.push(
        ...result.error.issues.map(({ path: field, message }) =>
          [name, field.join('.'), message].filter((part) => part !== '').join(': '),
        ),
      );
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
  }

  function readNamed<T extends { id: string }>(schema: z.ZodType<T>, subfolder: string): T[] {
    const items = readEach(schema, subfolder, 'id', ({ id }) => id);
    if (filesIn(join(folder, subfolder), '.yaml').length === 0) problems.push(`${subfolder}: no file`);
    return items;
  }

  function readEach<T>(
    schema: z.ZodType<T>,
    subfolder: string,
    field: string,
    nameOf: (item: T) => string,
  ): T[] {
    return filesIn(join(folder, subfolder), '.yaml').flatMap((path) => {
      const item = read(schema, path);
      if (!item) return [];
      if (nameOf(item) !== basename(path, '.yaml'))
        problems.push(`${relative(folder, path)}: the ${field} must be the file name`);
      return [item];
    });
  }

  function readModule(path: string): Module[] {
    const parts = splitModule(readFileSync(path, 'utf8'));
    const name = relative(folder, path);
    if (!parts) {
      problems.push(`${name}: a front matter between two lines --- is expected`);
      return [];
    }
    const described = check(moduleSchema, path, () => parse(parts.front));
    if (!described) return [];
    const module = { ...described, sections: parts.sections };
    if (module.id !== basename(path, '.md')) problems.push(`${name}: the id must be the file name`);
    problems.push(...moduleProblems(module).map((problem) => `${name}: ${problem}`));
    return [module];
  }

  const framework = read(frameworkSchema, join(folder, 'framework/framework.yaml'));
  const professions = read(professionsSchema, join(folder, 'framework/professions.yaml'));
  const facts = read(z.array(factSchema), join(folder, 'facts/facts.json')) ?? [];
  const signals = read(z.array(signalSchema), join(folder, 'signals/signals.json')) ?? [];
  const questions = readNamed(questionSchema, 'questions');
  const cases = readNamed(caseSchema, 'cases');
  const trial = readNamed(questionSchema, 'trial');
  const instruments = readNamed(instrumentSchema, 'instruments');
  const modules = filesIn(join(folder, 'modules'), '.md').flatMap(readModule);
  const decisions = readEach(decisionSchema, 'decisions', 'id', ({ id }) => id);
  const coaching = readEach(coachKitSchema, 'coaching', 'competence', ({ competence }) => competence);
  if (problems.length > 0 || !framework || !professions) throw new ContentError(problems.join('\n'));
  return {
    framework,
    professions,
    questions,
    cases: new Map(cases.map((item) => [item.id, item])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    trial,
    modules,
    signals,
    decisions: decisions.toSorted((one, other) => DECISIONS.indexOf(one.id) - DECISIONS.indexOf(other.id)),
    coaching,
    instruments,
  };
}

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
