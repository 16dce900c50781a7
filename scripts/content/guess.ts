import { loadContent, type Question } from '../../src/content/index.ts';
import { STRATEGIES } from '../../src/content/quality/guess.ts';
import {
  formatsOf,
  guessLine,
  guessProblems,
  MARGIN,
  points,
} from '../../src/content/quality/guessability.ts';
import { alikePairs, TOO_ALIKE } from '../../src/content/quality/likeness.ts';
import { textsCompared } from '../../src/content/quality/problems.ts';
import { findByWords } from '../../src/content/quality/word-reader.ts';
import type { Command } from './command.ts';

export const guess: Command = {
  name: 'guess',
  summary: 'ce que gagne quelqu’un qui répond sans savoir : la plus longue, la première, la plus prudente…',
  help: `npm run content -- guess : répond à toutes les questions sans rien savoir, et dit ce que cela rapporte.

Pour chaque format et chaque domaine : la part des points que le hasard donne, puis ce que chaque façon de répondre
gagne ou perd par rapport au hasard, en points de pourcentage.
  longest   la réponse la plus longue
  first     la première
  careful   la plus prudente : « d’abord », « demander », « ensemble », une question… (liste dans src/content/quality/care.ts)
  middle    le milieu : « Utile » partout, la réponse du milieu

Plus de ${100 * MARGIN} points au-dessus du hasard sur l’ensemble, un domaine ou un format d’au moins 40 questions : « npm run content » échoue.
`,
  run: () => {
    const content = loadContent();
    const { questions } = content;
    const domains = content.framework.domains.map(({ code }): [string, readonly Question[]] => [
      `domain ${code}`,
      questions.filter(({ competence }) => competence.startsWith(`${code}.`)),
    ]);
    const byBoth = formatsOf(questions).flatMap(([format]) =>
      domains.map(([domain, members]): [string, readonly Question[]] => [
        `${format}, ${domain}`,
        members.filter((question) => question.format === format),
      ]),
    );
    const groups: [string, readonly Question[]][] = [
      ['all', questions],
      ...domains,
      ...formatsOf(questions),
      ...byBoth,
    ];
    console.table(
      Object.fromEntries(
        groups
          .filter(([, members]) => members.length > 0)
          .map(([name, members]) => {
            const line = guessLine(members);
            return [
              name,
              {
                questions: line.questions,
                'chance %': (100 * line.chance).toFixed(1),
                ...Object.fromEntries(STRATEGIES.map((strategy) => [strategy, points(line.above[strategy])])),
              },
            ];
          }),
      ),
    );
    const { choices, found, chance } = findByWords(questions);
    console.log(
      `Words of right options learnt on four domains, tried on the fifth: ${found} of ${choices} right, chance ${chance.toFixed(0)}. ` +
        'Knowledge of the field and style together: shown, not held to a limit.',
    );
    const [closest] = alikePairs(textsCompared(content), 0.4);
    if (closest)
      console.log(
        `Closest two: ${closest.one} and ${closest.other}, ${closest.likeness.toFixed(2)} alike; ${TOO_ALIKE} at most.`,
      );
    const problems = guessProblems(questions);
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  },
};
