import { type Content, storyOf } from '../../content/index.ts';
import type { Material } from './rounds.ts';

/** What a workshop is led on; null when it was taken out of the content since. */
export async function materialOf(
  { workshops, dialogues }: Content,
  kind: Material['kind'],
  id: string,
): Promise<Material | null> {
  if (kind === 'case') {
    const found = workshops.find((workshop) => workshop.id === id);
    return found ? { kind, case: found } : null;
  }
  const dialogue = dialogues.find((known) => known.id === id);
  return dialogue ? { kind, dialogue, story: await storyOf(dialogue) } : null;
}
