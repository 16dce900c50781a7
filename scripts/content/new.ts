import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DECISIONS } from '../../src/content/decision.ts';
import { competencesOf, FORMATS, type Format, loadContent } from '../../src/content/index.ts';
import { type Command, WriterError } from './command.ts';
import { decisionScaffold } from './templates/decision.ts';
import { dialogueScaffold, storyScaffold } from './templates/dialogue.ts';
import { moduleScaffold } from './templates/module.ts';
import { questionScaffold } from './templates/question.ts';
import type { Scaffold } from './templates/scaffold.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const KINDS = ['question', 'module', 'dialogue', 'decision'] as const;
type Kind = (typeof KINDS)[number];

export const create: Command = {
  name: 'new',
  summary: 'prépare un fichier à remplir : new question 2.1 --title "Le cahier oublié"',
  help: `npm run content -- new <nature> <compétence> --title "…" [options]

Prépare un fichier complet, avec ce qu’il faut écrire dit à côté de chaque champ.
  <nature>        ${KINDS.join(', ')}
  <compétence>    comme 2.1
  --title "…"     quelques mots ; le nom du fichier en vient
  --format …      pour une question : ${FORMATS.join(', ')} (single-choice sans cela)
  --level 1…5     le niveau visé (2 sans cela)

Exemple : npm run content -- new question 2.1 --title "Le cahier oublié" --format judgement --level 3
`,
  run: (words) => {
    const written = createIn(CONTENT, words, new Date());
    for (const path of written) console.log(`Écrit : content/${path}`);
    console.log('Ouvrez ce fichier, remplacez chaque « À ÉCRIRE », et regardez : npm run content -- preview');
  },
};

/** Writes the files of a new item under a content folder; gives their paths. Nothing is ever overwritten. */
export function createIn(folder: string, words: string[], now: Date): string[] {
  const { kind, competence, title, format, level } = readWords(words);
  const reviewBy = `${now.getUTCFullYear() + 1}-11-30`;
  const files = filesOf(kind, { competence, title, format, level, reviewBy }, (path) =>
    existsSync(join(folder, path)),
  );
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'wx' });
  }
  return files.map(([path]) => path);
}

type Asked = { competence: string; title: string; format: Format; level: number; reviewBy: string };

function filesOf(kind: Kind, asked: Asked, taken: (path: string) => boolean): [path: string, text: string][] {
  const name = (start: string, pathOf: (id: string) => string): Scaffold & { path: string } => {
    const id = freeId(`${start}${slugOf(asked.title)}`, (candidate) => taken(pathOf(candidate)));
    return { ...asked, id, path: pathOf(id) };
  };
  switch (kind) {
    case 'question': {
      const item = name(`${asked.competence}-`, (id) => `questions/${asked.competence}/${id}.yaml`);
      return [[item.path, questionScaffold(item, asked.format, asked.level)]];
    }
    case 'module': {
      const item = name(`${asked.competence}-`, (id) => `modules/${id}.md`);
      return [[item.path, moduleScaffold(item, asked.level >= 3 ? 3 : 1)]];
    }
    case 'dialogue': {
      const item = name('', (id) => `dialogues/${id}.yaml`);
      return [
        [item.path, dialogueScaffold(item)],
        [`dialogues/${item.id}.ink`, storyScaffold()],
      ];
    }
    case 'decision': {
      const open = DECISIONS.filter((id) => !taken(`decisions/${id}.yaml`));
      const item = name('', (id) => `decisions/${id}.yaml`);
      if (!open.some((id) => id === item.id))
        throw new WriterError(
          open.length === 0
            ? 'Chaque décision du GPDS a déjà sa carte, sous content/decisions : corrigez-la plutôt.'
            : `Les décisions sont une liste fixe. Sans carte aujourd’hui : ${open.join(', ')} ; donnez l’un de ces noms comme titre.`,
        );
      return [[item.path, decisionScaffold(item)]];
    }
  }
}

function readWords(words: string[]): Omit<Asked, 'reviewBy'> & { kind: Kind } {
  const { values, positionals } = parse(words);
  const kind = KINDS.find((known) => known === positionals[0]);
  if (!kind)
    throw new WriterError(`Que voulez-vous écrire ? Au choix : ${KINDS.join(', ')}.\n\n${create.help}`);
  const codes = competencesOf(loadContent().framework).map(({ code }) => code);
  const competence = codes.find((code) => code === positionals[1]);
  if (!competence) throw new WriterError(`Pour quelle compétence ? Au choix : ${codes.join(', ')}.`);
  if (!values.title || slugOf(values.title) === '')
    throw new WriterError(
      'Donnez un titre, quelques mots : --title "Le cahier oublié". Le nom du fichier en vient.',
    );
  const format = FORMATS.find((known) => known === values.format);
  if (!format)
    throw new WriterError(`« ${values.format} » n’est pas un format. Au choix : ${FORMATS.join(', ')}.`);
  const level = Number(values.level);
  if (![1, 2, 3, 4, 5].includes(level)) throw new WriterError('Le niveau va de 1 à 5 : --level 2.');
  return { kind, competence, title: values.title, format, level };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        format: { type: 'string', default: 'single-choice' },
        level: { type: 'string', default: '2' },
      },
    });
  } catch (error) {
    throw new WriterError(`${error instanceof Error ? error.message : error}\n\n${create.help}`);
  }
}

/** « Le cahier oublié » gives « le-cahier-oublie ». */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
}

function freeId(id: string, taken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken(candidate)) return candidate;
  }
}
