import { type Content, type Dialogue, type StoryMap, storyOf } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findCharacter } from '../character.store.ts';
import { addReply, beginPlay, findPlays } from './dialogue.store.ts';
import { play } from './dialogue.ts';

const DAY = 86_400_000;
const DIALOGUE = 'retour-apres-trois-semaines';

/** The CPE of the first school (Inès Delattre in the demonstration) played a conversation to its end; Karim Vasseur left it. */
const PLAYERS = [
  { personId: 'd0000000-0000-4000-8000-000000000003', daysAgo: 3, replies: Number.POSITIVE_INFINITY },
  { personId: 'd0000000-0000-4000-8000-000000000002', daysAgo: 1, replies: 4 },
] as const;

/** Conversations of two characters, by the very path a person takes; once. */
export async function seedDialogues(db: Db, { dialogues }: Content, now: Date): Promise<void> {
  const dialogue = dialogues.find(({ id }) => id === DIALOGUE);
  if (!dialogue) return;
  for (const { personId, daysAgo, replies } of PLAYERS) {
    const viewer = await findCharacter(db, personId);
    if (!viewer || (await findPlays(db, viewer)).length > 0) continue;
    const story = await storyOf(dialogue);
    await converse(db, viewer, { dialogue, story, replies }, new Date(now.getTime() - daysAgo * DAY));
  }
}

/** Says each time what opens most, except once: the second reply closes. */
async function converse(
  db: Db,
  viewer: Viewer,
  { dialogue, story, replies }: { dialogue: Dialogue; story: StoryMap; replies: number },
  at: Date,
): Promise<void> {
  await beginPlay(db, viewer, dialogue, [], at);
  for (let said = 0; said < replies; said += 1) {
    const [kept] = await findPlays(db, viewer);
    const told = play(dialogue, story, kept!.path)!;
    if (told.ending) return;
    const next = told.choices.map((_, choice) => play(dialogue, story, [...kept!.path, choice])!);
    const opens = next.map(({ confidence }) => confidence);
    const choice = opens.indexOf(said === 1 ? Math.min(...opens) : Math.max(...opens));
    await addReply(db, viewer, kept!, { choice, ending: next[choice]!.ending?.id ?? null }, at);
  }
}
