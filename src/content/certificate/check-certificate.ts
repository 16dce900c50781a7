import { competencesOf } from '../framework.ts';
import type { Content } from '../load.ts';
import { hostKindOf } from '../quality/hosts.ts';
import { proseOf } from '../quality/prose.ts';
import { checkSources, checkTypography, countWords } from '../wording.ts';
import type { Dossier } from './dossier.ts';

/** The documents are read in a quarter of an hour; the worked answer fits on two pages. */
const LIMITS = {
  position: 40,
  order: 90,
  documents: [1_400, 2_200],
  criterion: 20,
  answer: [600, 900],
  expects: 50,
} as const;

const SESSION_MINUTES = 30;

/** What a reader would hold against the case studies and the page of the examination: one plain line each. */
export function checkCertificate(content: Content): string[] {
  return [
    ...content.dossiers.flatMap((dossier) =>
      checkDossier(dossier, content).map((line) => `dossier ${dossier.id}: ${line}`),
    ),
    ...checkExamination(content).map((line) => `certificate examination: ${line}`),
  ];
}

function checkDossier(dossier: Dossier, { framework, facts }: Content): string[] {
  const { documents, grid, overlooked, answer, questions } = dossier;
  const codes = competencesOf(framework).map(({ code }) => code);
  return [
    ...tooLong('position', [dossier.position], LIMITS.position),
    ...tooLong('order', [dossier.order], LIMITS.order),
    ...tooLong(
      'criterion',
      grid.map(({ criterion }) => criterion),
      LIMITS.criterion,
    ),
    ...tooLong(
      'what is expected',
      questions.map(({ expects }) => expects),
      LIMITS.expects,
    ),
    ...outside(
      'documents',
      documents.map(({ text }) => text),
      LIMITS.documents,
    ),
    ...outside('answer', Object.values(answer), LIMITS.answer),
    ...twice('documents', documents),
    ...twice('criteria', grid),
    ...[...grid, ...overlooked]
      .flatMap((line) => line.documents)
      .filter((id) => !documents.some((document) => document.id === id))
      .map((id) => `no document ${id}`),
    ...grid
      .flatMap(({ competences }) => competences)
      .filter((code) => !codes.includes(code))
      .map((code) => `no competence ${code}`),
    ...checkSources([...dossier.facts, ...dossier.sources], facts),
    ...checkTypography(proseOf(dossier)),
  ];
}

function checkExamination({ examination, facts, hosts }: Content): string[] {
  if (!examination) return [];
  const sources = examination.sections.flatMap(({ lines }) => lines.map(({ source }) => source));
  const minutes = examination.sessions.steps.reduce((total, step) => total + step.minutes, 0);
  return [
    ...(minutes === SESSION_MINUTES
      ? []
      : [`steps of ${minutes} minutes together, ${SESSION_MINUTES} expected`]),
    ...twice('sections', examination.sections),
    ...twice('failures', examination.sessions.failures),
    ...checkSources(sources, facts),
    ...sources.flatMap((source) =>
      typeof source !== 'string' && source.url !== undefined && hostKindOf(hosts, source.url) === null
        ? [`${new URL(source.url).hostname} is not among the sites of content/facts/hosts.yaml`]
        : [],
    ),
    ...checkTypography(proseOf(examination)),
  ];
}

function tooLong(what: string, texts: readonly string[], most: number): string[] {
  return texts
    .filter((text) => countWords(text) > most)
    .map((text) => `${what} of ${countWords(text)} words in « ${text.slice(0, 40)} », ${most} at most`);
}

function outside(what: string, texts: readonly string[], [least, most]: readonly [number, number]): string[] {
  const words = countWords(texts.join(' '));
  return words < least || words > most ? [`${what} of ${words} words, ${least} to ${most} expected`] : [];
}

function twice(what: string, named: readonly { id: string }[]): string[] {
  return new Set(named.map(({ id }) => id)).size < named.length ? [`two ${what} of the same id`] : [];
}
