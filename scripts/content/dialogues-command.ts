import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Content,
  ContentError,
  checkContent,
  checkDialogue,
  type Dialogue,
  type Line,
  loadContent,
  type Step,
  storyOf,
} from '../../src/content/index.ts';
import type { Command } from './command.ts';

export const dialogues: Command = {
  name: 'dialogues',
  summary: 'parcourt tous les chemins de tous les dialogues, ou en lit un',
  help: `npm run content -- dialogues [options]: walks every path of every dialogue and says what a player would stumble on.
  --folder <path>   another content folder than content/
  --only <id>       one dialogue
  --read <replies>  with --only: prints the conversation when these replies are chosen, such as 1,3,2 (then the choices
                    that follow); --read 0 prints the beginning
Each problem is one line naming the file and, when known, the line; the exit code is then 1.
`,
  run: walkOrRead,
};

async function walkOrRead(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string' },
      only: { type: 'string' },
      read: { type: 'string' },
    },
  });
  const content = values.folder === undefined ? loadContent() : loadContent(resolve(values.folder));
  const dialogues = content.dialogues.filter(({ id }) => values.only === undefined || id === values.only);
  if (dialogues.length === 0) throw new ContentError(`no dialogue ${values.only ?? 'under dialogues/'}`);
  if (values.read !== undefined) return await readAloud(dialogues[0]!, values.read);
  const problems = [...described(content, dialogues), ...(await checkAllDialogues(dialogues))];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function described(content: Content, dialogues: readonly Dialogue[]): string[] {
  const files = dialogues.map(({ id }) => `dialogues/${id}.yaml: `);
  return checkContent(content).filter((line) => files.some((file) => line.startsWith(file)));
}

/** Walks each dialogue, prints a table of what was walked, and returns the problems, a line each. */
export async function checkAllDialogues(dialogues: readonly Dialogue[]): Promise<string[]> {
  const checks = await Promise.all(
    dialogues.map(async (dialogue) => ({ dialogue, ...(await checkDialogue(dialogue)) })),
  );
  const walked = checks.flatMap(({ dialogue: { id }, walk }) => (walk ? [{ id, walk }] : []));
  if (walked.length > 0) {
    console.table(
      Object.fromEntries(
        walked.map(({ id, walk }) => [
          id,
          {
            paths: walk.paths,
            shortest: walk.shortest,
            longest: walk.longest,
            decisions: walk.points.size,
            endings: walk.endings.size,
            moments: walk.moments.length,
            confidence: range(walk.moments.map(({ confidence }) => confidence)),
            'opens most: first': percent(opening(walk).first),
            'opens most: longest': percent(opening(walk).longest),
          },
        ]),
      ),
    );
  }
  return checks.flatMap(({ dialogue: { id }, problems }) =>
    problems.map(({ line, message }) =>
      [`dialogues/${id}.ink`, ...(line === null ? [] : [line]), ` ${message}`].join(':'),
    ),
  );
}

/** How often the reply that opens most, alone to do so, stands first among the choices, and is the longest. */
function opening({ steps }: NonNullable<Awaited<ReturnType<typeof checkDialogue>>['walk']>) {
  const replies = new Map<string, { reply: string; confidence: number }[]>();
  for (const { from, reply, step } of steps) {
    if (from === null || reply === null) continue;
    const choices = from.choices.join('\n');
    const known = replies.get(choices) ?? [];
    if (known.every((other) => other.reply !== reply))
      replies.set(choices, [...known, { reply, confidence: step.moment.confidence - from.confidence }]);
  }
  const decided = [...replies.values()].flatMap((choices) => {
    const most = Math.max(...choices.map(({ confidence }) => confidence));
    const best = choices.filter(({ confidence }) => confidence === most);
    return best.length === 1 ? [{ choices, best: best[0]! }] : [];
  });
  const share = (holds: (decision: (typeof decided)[number]) => boolean) =>
    decided.filter(holds).length / Math.max(1, decided.length);
  return {
    first: share(({ choices, best }) => choices[0] === best),
    longest: share(({ choices, best }) => choices.every(({ reply }) => reply.length <= best.reply.length)),
  };
}

/** The conversation for one path, as a writer proofreads it. */
async function readAloud(dialogue: Dialogue, replies: string): Promise<void> {
  const map = await storyOf(dialogue);
  let step: Step = map.start;
  step.lines.forEach(print);
  for (const number of replies.split(',').map(Number)) {
    if (number === 0) break;
    const { moment } = step;
    const next = map.follow(moment, number - 1);
    if (!next) throw new ContentError(`no reply ${number} at ${moment.point}`);
    console.log(`\nVOUS  ${moment.choices[number - 1]}   [${moment.point}]`);
    next.lines.forEach(print);
    step = next;
  }
  console.log(`\n— ${dialogue.other.confidence} : ${step.moment.confidence}`);
  for (const [index, choice] of step.moment.choices.entries()) console.log(`  ${index + 1}. ${choice}`);
}

function print(line: Line): void {
  const names = { narration: '', feedback: '   ↳ ', ending: 'FIN  ' };
  console.log(
    line.kind === 'speech' ? `${line.speaker.toUpperCase()}  ${line.text}` : names[line.kind] + line.text,
  );
}

function range(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
