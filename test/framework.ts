import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type Content,
  type Framework,
  frameworkSchema,
  type Professions,
  professionsSchema,
  type SchoolPolicy,
} from '../src/content/index.ts';

/** The framework and the métiers, without the questions. */
export function frameworkAlone(): Content {
  const read = (name: string) =>
    parse(readFileSync(new URL(`../content/${name}.yaml`, import.meta.url), 'utf8')) as unknown;
  return {
    framework: frameworkSchema.parse(read('framework/framework')) as Framework,
    professions: professionsSchema.parse(read('framework/professions')) as Professions,
    questions: [],
    cases: new Map(),
    facts: new Map(),
    hosts: {
      institutions: ['*.gouv.fr'],
      recherche: ['doi.org'],
      droit: ['www.lexbase.fr'],
      associations: ['maif.fr'],
      presse: ['ash.tm.fr'],
      etablissements: ['*.ent27.fr'],
      copies: ['doczz.fr'],
    },
    trial: [],
    modules: [],
    instruments: [],
    signals: [],
    decisions: [],
    coaching: [],
    dialogues: [],
    actions: [],
    procedures: [],
    lawByAge: [],
    danger: { inside: [], numbers: [], writing: [], reviewBy: '2027-06-30', status: 'relu' },
    workshops: [],
    dossiers: [],
    examination: null,
    policy: read('self-diagnosis/policy') as SchoolPolicy,
    accessibility: null,
  };
}
