import { type Dialogue, speakersOf } from '../../../content/index.ts';
import type { Scene } from '../dialogue.ts';
import { moodText } from '../portrait/mood.ts';
import { Portrait } from '../portrait/portrait.tsx';

/** What the person said, what it made the other hear, and what was said then. */
export function Exchange({ dialogue, scene }: { dialogue: Dialogue; scene: Scene }) {
  return (
    <>
      {scene.reply !== null && <Reply text={scene.reply} />}
      {scene.feedback !== null && <Feedback text={scene.feedback} />}
      {scene.reply !== null && <p class="mood">{moodText(dialogue.other, scene)}</p>}
      <Lines dialogue={dialogue} scene={scene} />
    </>
  );
}

export function Reply({ text }: { text: string }) {
  return (
    <p class="said said--you">
      <span class="said__name">
        Vous<span class="fr-sr-only"> : </span>
      </span>{' '}
      {text}
    </p>
  );
}

export function Feedback({ text }: { text: string }) {
  return (
    <p class="heard">
      <span class="heard__label">
        Ce que cela produit<span class="fr-sr-only"> : </span>
      </span>{' '}
      {text}
    </p>
  );
}

/** Those who speak beside the person opposite come with their portrait. */
export function Lines({ dialogue, scene: { lines } }: { dialogue: Dialogue; scene: Scene }) {
  const speakers = speakersOf(dialogue);
  return lines.map((line) => {
    if (line.kind === 'narration') return <p class="narration">{line.text}</p>;
    const speaker = speakers.find(({ name }) => name === line.speaker);
    return (
      <div class="said">
        {speaker && speaker.name !== dialogue.other.name && (
          <Portrait name={speaker.portrait} confidence={2} small />
        )}
        <p>
          <span class="said__name">
            {line.speaker}
            <span class="fr-sr-only"> : </span>
          </span>{' '}
          {line.text}
        </p>
      </div>
    );
  });
}
