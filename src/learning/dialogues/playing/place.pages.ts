import { type Dialogue, type StoryMap, storyOf } from '../../../content/index.ts';
import type { Viewer, Visit } from '../../../web/index.ts';
import { findPlays, type KeptPlay } from '../dialogue.store.ts';
import { type Play, play } from '../dialogue.ts';

/** A conversation of the person's; `told` is null when the dialogue was written again since. */
export type Place = {
  dialogue: Dialogue;
  story: StoryMap;
  kept: KeptPlay;
  told: Play | null;
  others: KeptPlay[];
};

/** What an address `/dialogues/:id/parties/:play` leads to; null when it is nothing of the person's. */
export async function findPlace({ app, viewer, http }: Visit<Viewer>): Promise<Place | null> {
  const dialogue = findDialogue({ app, http });
  if (!dialogue) return null;
  const plays = (await findPlays(app.db, viewer)).filter((kept) => kept.dialogue === dialogue.id);
  const kept = plays.find(({ id }) => id === http.req.param('play'));
  if (!kept) return null;
  const story = await storyOf(dialogue);
  const told = kept.version === dialogue.version ? play(dialogue, story, kept.path) : null;
  return { dialogue, story, kept, told, others: plays.filter((other) => other !== kept) };
}

export function findDialogue({ app, http }: Pick<Visit, 'app' | 'http'>): Dialogue | null {
  return app.content.dialogues.find(({ id }) => id === http.req.param('id')) ?? null;
}

export function addressOf({ dialogue, id }: Pick<KeptPlay, 'dialogue' | 'id'>): string {
  return `/dialogues/${dialogue}/parties/${id}`;
}
