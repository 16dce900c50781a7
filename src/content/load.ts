import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Fact, factSchema } from './facts.ts';
import { type Framework, frameworkSchema, type Professions, professionsSchema } from './framework.ts';
import { type Case, caseSchema, type Question, questionSchema } from './question.ts';

export type Content = {
  framework: Framework;
  professions: Professions;
  questions: readonly Question[];
  cases: ReadonlyMap<string, Case>;
  facts: ReadonlyMap<string, Fact>;
  /** The three questions a visitor may try; never part of an assessment. */
  trial: readonly Question[];
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
    const name = relative(folder, path);
    try {
      const text = readFileSync(path, 'utf8');
      const result = schema.safeParse(path.endsWith('.json') ? JSON.parse(text) : parse(text));
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
    const files = yamlFiles(join(folder, subfolder));
    if (files.length === 0) problems.push(`${subfolder}: no file`);
    return files.flatMap((path) => {
      const item = read(schema, path);
      if (!item) return [];
      if (item.id !== basename(path, '.yaml'))
        problems.push(`${relative(folder, path)}: the id must be the file name`);
      return [item];
    });
  }

  const framework = read(frameworkSchema, join(folder, 'framework/framework.yaml'));
  const professions = read(professionsSchema, join(folder, 'framework/professions.yaml'));
  const facts = read(z.array(factSchema), join(folder, 'facts/facts.json')) ?? [];
  const questions = readNamed(questionSchema, 'questions');
  const cases = readNamed(caseSchema, 'cases');
  const trial = readNamed(questionSchema, 'trial');
  if (problems.length > 0 || !framework || !professions) throw new ContentError(problems.join('\n'));
  return {
    framework,
    professions,
    questions,
    cases: new Map(cases.map((item) => [item.id, item])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    trial,
  };
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
