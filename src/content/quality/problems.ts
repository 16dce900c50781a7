import { inventoryOf } from '../inventory.ts';
import type { Content } from '../load.ts';
import { textsOf } from '../seconds.ts';
import { guessProblems } from './guessability.ts';
import { hostKindOf } from './hosts.ts';
import { alikePairs, TOO_ALIKE } from './likeness.ts';
import { proseOf } from './prose.ts';
import { LONG_SENTENCE, type Reading, readingOf } from './reading.ts';

/**
 * Limits of an item, just above the hardest texts of our own bank (17.2 words a sentence, 15 % of long sentences); the
 * median question has 12.1 and none.
 */
const LIMITS = { wordsPerSentence: 18, longShare: 0.2, longest: 40 };

/** What holds of the content as a whole: not guessable, no question twice, readable, from known sites. */
export function qualityProblems(content: Content): string[] {
  return [
    ...guessProblems(content.questions),
    ...repetitions(content),
    ...hardTexts(content),
    ...unknownSites(content),
    ...unwritten(content),
  ];
}

/** Questions, exercises of modules included: practising must not give away what is asked later. */
export function textsCompared({ questions, trial, modules }: Content): { id: string; text: string }[] {
  return [
    ...[...questions, ...trial].map((question) => ({ id: question.id, text: textsOf(question).join(' ') })),
    ...modules.flatMap(({ id, practice }) =>
      practice.map((exercise) => ({
        id: `module ${id}, ${exercise.id}`,
        text: [exercise.stem, ...exercise.options.map(({ text }) => text)].join(' '),
      })),
    ),
  ];
}

function repetitions(content: Content): string[] {
  return alikePairs(textsCompared(content), TOO_ALIKE).map(
    ({ one, other, likeness }) =>
      `${one}: too much like ${other} (${likeness.toFixed(2)}, ${TOO_ALIKE} at most)`,
  );
}

function hardTexts(content: Content): string[] {
  const items: [name: string, item: object][] = [
    ...[...content.questions, ...content.trial, ...content.modules].map((item): [string, object] => [
      item.id,
      item,
    ]),
    ...[...content.cases.values()].map((item): [string, object] => [`case ${item.id}`, item]),
  ];
  return items.flatMap(([name, item]) => {
    const { wordsPerSentence, longShare, longest } = readingOfItem(item);
    return [
      ...(wordsPerSentence > LIMITS.wordsPerSentence
        ? [`${name}: ${wordsPerSentence.toFixed(1)} words a sentence, ${LIMITS.wordsPerSentence} at most`]
        : []),
      ...(longShare > LIMITS.longShare
        ? [`${name}: ${Math.round(100 * longShare)} % of sentences beyond ${LONG_SENTENCE} words`]
        : []),
      ...(longest > LIMITS.longest
        ? [`${name}: a sentence of ${longest} words, ${LIMITS.longest} at most`]
        : []),
    ];
  });
}

/** What `npm run content -- new` left to be written. */
function unwritten(content: Content): string[] {
  const { questions, trial, modules, dialogues, decisions, workshops } = content;
  const items = [...questions, ...trial, ...modules, ...dialogues, ...decisions, ...workshops];
  return items
    .filter((item) => proseOf(item).some((text) => text.includes('À ÉCRIRE')))
    .map(({ id }) => `${id}: something is still « À ÉCRIRE »`);
}

const read = new WeakMap<object, Reading>();

function readingOfItem(item: object): Reading {
  const reading = read.get(item) ?? readingOf(proseOf(item));
  read.set(item, reading);
  return reading;
}

function unknownSites(content: Content): string[] {
  return inventoryOf(content).flatMap(({ id, sources }) =>
    sources.flatMap((source) =>
      typeof source !== 'string' && source.url !== undefined && hostKindOf(content.hosts, source.url) === null
        ? [`${id}: ${new URL(source.url).hostname} is not among the sites of content/facts/hosts.yaml`]
        : [],
    ),
  );
}
