import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { once } from '../kept.ts';
import { ROOT } from '../root.ts';
import { type Audit, auditSchema } from './accessibility/audit.ts';
import { type Action, actionsSchema } from './actions.ts';
import { type Dossier, dossierSchema } from './certificate/dossier.ts';
import { type Examination, examinationSchema } from './certificate/examination.ts';
import { type CoachKit, coachKitSchema } from './coaching.ts';
import { DECISIONS, type Decision, decisionSchema } from './decision.ts';
import { type Dialogue, dialogueSchema } from './dialogues/dialogue.ts';
import { explain } from './explain.ts';
import { type Fact, factSchema } from './facts.ts';
import { type Framework, frameworkSchema, type Professions, professionsSchema } from './framework.ts';
import { policySchema, type SchoolPolicy } from './group/self-diagnosis.ts';
import { type Workshop, workshopSchema } from './group/workshop.ts';
import { type Instrument, instrumentSchema } from './instrument.ts';
import { lineOf, unreadable } from './lines.ts';
import { type Module, moduleProblems, moduleSchema, splitModule } from './module.ts';
import {
  type Danger,
  dangerSchema,
  type LawByAge,
  lawByAgeSchema,
  type Procedure,
  procedureSchema,
} from './procedure.ts';
import { type Hosts, hostsSchema } from './quality/hosts.ts';
import { type Case, caseSchema, type Question, questionSchema } from './question.ts';
import { READERS } from './readers.ts';
import { type Signal, signalSchema } from './signals.ts';

export type Content = {
  framework: Framework;
  professions: Professions;
  questions: readonly Question[];
  cases: ReadonlyMap<string, Case>;
  facts: ReadonlyMap<string, Fact>;
  /** Sites a source may come from. */
  hosts: Hosts;
  /** The three questions a visitor may try; never part of an assessment. */
  trial: readonly Question[];
  modules: readonly Module[];
  instruments: readonly Instrument[];
  signals: readonly Signal[];
  /** In the order of DECISIONS. */
  decisions: readonly Decision[];
  /** In the order of the competences. */
  coaching: readonly CoachKit[];
  dialogues: readonly Dialogue[];
  actions: readonly Action[];
  procedures: readonly Procedure[];
  lawByAge: LawByAge;
  danger: Danger;
  workshops: readonly Workshop[];
  /** Case studies for the second épreuve of the CPLDS. */
  dossiers: readonly Dossier[];
  /** Null where the page of the examination is not written. */
  examination: Examination | null;
  /** What a school looks at itself with. */
  policy: SchoolPolicy;
  /** The latest audit of accessibility; null where there is none. */
  accessibility: Audit | null;
};

/** A content file that does not say what it must; the message names the file and the field, in plain words. */
export class ContentError extends Error {
  override name = 'ContentError';
}

const CONTENT_FOLDER = join(ROOT, 'content');

/**
 * Reads and checks the whole content folder.
 * @throws ContentError listing every file that is not valid.
 */
export function loadContent(folder?: string): Content {
  return folder === undefined
    ? once('content', { paths: [CONTENT_FOLDER, ...READERS] }, () => readContent(CONTENT_FOLDER))
    : readContent(folder);
}

function readContent(folder: string): Content {
  const problems: string[] = [];

  function read<T>(schema: z.ZodType<T>, path: string): T | undefined {
    const name = relative(folder, path);
    if (!existsSync(path)) {
      problems.push(`${name}: ce fichier n’existe pas`);
      return undefined;
    }
    return check(schema, path, readFileSync(path, 'utf8'));
  }

  /** `linesBefore`: how many lines of the file come before the text. */
  function check<T>(schema: z.ZodType<T>, path: string, text: string, linesBefore = 0): T | undefined {
    const say = (line: number, problem: string) =>
      problems.push(`${relative(folder, path)}:${line + linesBefore}: ${problem}`);
    let value: unknown;
    try {
      value = parse(text);
    } catch (error) {
      const unread = unreadable(text);
      if (!unread) throw error;
      say(unread.line, unread.text);
      return undefined;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const explained = explain(issue, value);
      say(lineOf(text, explained.path), explained.text);
    }
    return undefined;
  }

  function readNamed<T extends { id: string }>(schema: z.ZodType<T>, subfolder: string): T[] {
    const items = readEach(schema, subfolder, 'id', ({ id }) => id);
    if (filesIn(join(folder, subfolder), '.yaml').length === 0) problems.push(`${subfolder}: aucun fichier`);
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
        problems.push(`${relative(folder, path)}:1: le champ ${field} doit être le nom du fichier`);
      return [item];
    });
  }

  function readModule(path: string): Module[] {
    const parts = splitModule(readFileSync(path, 'utf8'));
    const name = relative(folder, path);
    if (!parts) {
      problems.push(`${name}:1: les champs du module se placent au début, entre deux lignes « --- »`);
      return [];
    }
    const described = check(moduleSchema, path, parts.front, 1);
    if (!described) return [];
    const module = { ...described, sections: parts.sections };
    if (module.id !== basename(path, '.md')) problems.push(`${name}:2: l’id doit être le nom du fichier`);
    problems.push(...moduleProblems(module).map((problem) => `${name}: ${problem}`));
    return [module];
  }

  function readDialogue(path: string): Dialogue[] {
    const described = read(dialogueSchema, path);
    const name = relative(folder, path);
    const story = path.replace(/\.yaml$/, '.ink');
    if (!existsSync(story))
      problems.push(`${relative(folder, story)}: ce fichier n’existe pas ; c’est la conversation de ${name}`);
    if (!described || !existsSync(story)) return [];
    if (described.id !== basename(path, '.yaml'))
      problems.push(`${name}:1: le champ id doit être le nom du fichier`);
    return [{ ...described, story: readFileSync(story, 'utf8').replaceAll('\r\n', '\n') }];
  }

  const framework = read(frameworkSchema, join(folder, 'framework/framework.yaml'));
  const professions = read(professionsSchema, join(folder, 'framework/professions.yaml'));
  const facts = read(z.array(factSchema), join(folder, 'facts/facts.json')) ?? [];
  const signals = read(z.array(signalSchema), join(folder, 'signals/signals.json')) ?? [];
  const actions = read(actionsSchema, join(folder, 'actions/actions.json')) ?? [];
  const lawByAge = read(lawByAgeSchema, join(folder, 'law/ages.yaml')) ?? [];
  const danger = read(dangerSchema, join(folder, 'law/danger.yaml'));
  const policy = read(policySchema, join(folder, 'self-diagnosis/policy.yaml'));
  const procedures = readEach(procedureSchema, 'procedures', 'id', ({ id }) => id);
  const hosts = read(hostsSchema, join(folder, 'facts/hosts.yaml'));
  const questions = readNamed(questionSchema, 'questions');
  const cases = readNamed(caseSchema, 'cases');
  const trial = readNamed(questionSchema, 'trial');
  const instruments = readNamed(instrumentSchema, 'instruments');
  const modules = filesIn(join(folder, 'modules'), '.md').flatMap(readModule);
  const decisions = readEach(decisionSchema, 'decisions', 'id', ({ id }) => id);
  const coaching = readEach(coachKitSchema, 'coaching', 'competence', ({ competence }) => competence);
  const dialogues = filesIn(join(folder, 'dialogues'), '.yaml').flatMap(readDialogue);
  const workshops = readEach(workshopSchema, 'workshops', 'id', ({ id }) => id);
  const dossiers = readEach(dossierSchema, 'dossiers', 'id', ({ id }) => id);
  const examinationFile = join(folder, 'certificate/examination.yaml');
  const examination = existsSync(examinationFile) ? read(examinationSchema, examinationFile) : undefined;
  const audits = filesIn(join(folder, 'accessibility'), '.yaml').flatMap(
    (path) => read(auditSchema, path) ?? [],
  );
  if (problems.length > 0 || !framework || !professions || !hosts || !danger || !policy)
    throw new ContentError(problems.join('\n'));
  return {
    framework,
    professions,
    questions,
    cases: new Map(cases.map((item) => [item.id, item])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    hosts,
    trial,
    modules,
    instruments,
    signals,
    decisions: decisions.toSorted((one, other) => DECISIONS.indexOf(one.id) - DECISIONS.indexOf(other.id)),
    coaching,
    dialogues,
    actions,
    procedures,
    lawByAge,
    danger,
    workshops,
    dossiers,
    examination: examination ?? null,
    policy,
    accessibility: audits.toSorted((one, other) => (one.date < other.date ? -1 : 1)).at(-1) ?? null,
  };
}

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
