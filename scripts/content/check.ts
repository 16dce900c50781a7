import {
  checkContent,
  coverageOf,
  inventoryOf,
  keyStatistics,
  loadContent,
} from '../../src/content/index.ts';
import { reviewStateOf, withdrawalOf } from '../../src/content/quality/expiry.ts';
import { proseOf } from '../../src/content/quality/prose.ts';
import { readingOf } from '../../src/content/quality/reading.ts';
import type { Command } from './command.ts';
import { checkAllDialogues } from './dialogues-command.ts';

export const check: Command = {
  name: 'check',
  summary: 'vérifie tout le contenu et affiche ce qu’il couvre (par défaut)',
  help: `npm run content : vérifie tout ce qui se trouve sous content/ et affiche le tableau de couverture.
Chaque problème tient en une ligne, qui nomme le fichier ou la question ; le code de sortie est alors 1.
Une date de revue passée est signalée, sans rien bloquer.
`,
  run: async () => {
    const content = loadContent();
    const { competences, formats } = coverageOf(content);
    console.table(
      Object.fromEntries(
        competences.map(({ code, levels, total, situated, inCases }) => [
          code,
          {
            ...Object.fromEntries(levels.map((count, index) => [`level ${index + 1}`, count])),
            total,
            'judgement or document': situated,
            'in cases': inCases,
          },
        ]),
      ),
    );
    console.table(Object.fromEntries(formats.map(({ format, count }) => [format, { questions: count }])));
    const { shareByPosition, longestIsRight } = keyStatistics(content.questions);
    console.log(`right option by position: ${shareByPosition.map((share) => share.toFixed(2)).join(' ')}`);
    console.log(`the longest option is right: ${longestIsRight.toFixed(2)}`);
    const { wordsPerSentence, longShare } = readingOf(proseOf(content.questions));
    console.log(
      `words a sentence: ${wordsPerSentence.toFixed(1)}; sentences beyond 25 words: ${(100 * longShare).toFixed(1)} %`,
    );
    console.log(
      `${content.questions.length} questions, ${content.cases.size} cases, ${content.trial.length} to try, ${content.modules.length} modules`,
    );
    const now = new Date();
    for (const item of inventoryOf(content)) {
      const state = reviewStateOf(item, now);
      if (state === 'due')
        console.warn(
          `${item.id} : à revoir depuis le ${item.reviewBy} ; retiré le ${withdrawalOf(item).toISOString().slice(0, 10)} sans revue`,
        );
      if (state === 'withdrawn') console.warn(`${item.id} : retiré, à revoir depuis le ${item.reviewBy}`);
    }
    const problems = [...checkContent(content), ...(await checkAllDialogues(content.dialogues))];
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  },
};
