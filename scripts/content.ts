import { ContentError, checkContent, coverageOf, keyStatistics, loadContent } from '../src/content/index.ts';
import { checkAllDialogues, dialoguesCommand } from './content/dialogues-command.ts';

const HELP = `npm run content: checks everything under content/ and prints the coverage table.
Each problem is one line naming the question; the exit code is then 1.
npm run content -- dialogues --help: only the dialogues, and reading one.`;

if (process.argv[2] === 'dialogues') {
  await dialoguesCommand(process.argv.slice(3));
} else if (process.argv.includes('--help')) {
  console.log(HELP);
} else {
  try {
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
    console.log(
      `${content.questions.length} questions, ${content.cases.size} cases, ${content.trial.length} to try, ${content.modules.length} modules`,
    );
    const problems = [
      ...checkContent(content, new Date().toISOString().slice(0, 10)),
      ...(await checkAllDialogues(content.dialogues)),
    ];
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
