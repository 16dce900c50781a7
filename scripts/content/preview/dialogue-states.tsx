import { type Content, type Dialogue, StoryError, storyOf } from '../../../src/content/index.ts';
import { type Play, play } from '../../../src/learning/dialogues/dialogue.ts';
import { Exchange } from '../../../src/learning/dialogues/playing/conversation.tsx';
import { ConfidenceThread } from '../../../src/learning/dialogues/playing/thread.tsx';
import { Portrait } from '../../../src/learning/dialogues/portrait/portrait.tsx';
import { SourceList } from '../../../src/web/index.ts';
import type { State } from './states.tsx';

/** A dialogue: what announces it, the conversation as far as the replies chosen lead, and each of its endings. */
export async function dialogueStates(dialogue: Dialogue, content: Content, path: string): Promise<State[]> {
  return [
    {
      key: 'annonce',
      name: 'Annonce',
      content: (
        <>
          <h1>{dialogue.title}</h1>
          <Portrait name={dialogue.other.portrait} confidence={2} />
          <p class="lede">{dialogue.situation}</p>
          <p>{dialogue.aim}</p>
          <SourceList sources={dialogue.sources} facts={content.facts} />
        </>
      ),
    },
    { key: 'conversation', name: 'Conversation', content: await conversation(dialogue, path) },
    ...dialogue.endings.map((ending) => ({
      key: `fin-${ending.id}`,
      name: `Fin : ${ending.title}`,
      content: (
        <>
          <h1>{ending.title}</h1>
          <p class="lede">{ending.text}</p>
          <h2>À retenir</h2>
          <ul>
            {dialogue.takeaways.map((takeaway) => (
              <li>{takeaway}</li>
            ))}
          </ul>
        </>
      ),
    })),
  ];
}

/** The replies chosen are in the address, such as « 0,2,1 »; each choice is a link to what follows it. */
async function conversation(dialogue: Dialogue, path: string) {
  const chosen = path === '' ? [] : path.split(',').map(Number);
  let told: Play | null;
  try {
    told = play(dialogue, await storyOf(dialogue), chosen);
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return (
      <ul>
        {error.problems.map(({ line, message }) => (
          <li>
            content/dialogues/{dialogue.id}.ink{line !== null && `:${line}`} : {message}
          </li>
        ))}
      </ul>
    );
  }
  if (!told)
    return (
      <p>
        Ce chemin n’existe plus dans la conversation. <a href="?etat=conversation">La reprendre au début</a>
      </p>
    );
  return (
    <>
      <Portrait name={dialogue.other.portrait} confidence={told.confidence} />
      {told.scenes.map((scene) => (
        <Exchange dialogue={dialogue} scene={scene} />
      ))}
      <ConfidenceThread label={dialogue.other.confidence} taken={[...told.scenes]} other={null} />
      {told.ending ? (
        <p>
          Fin : <a href={`?etat=fin-${told.ending.id}`}>{told.ending.title}</a>
        </p>
      ) : (
        <ol>
          {told.choices.map((choice, index) => (
            <li>
              <a href={`?etat=conversation&chemin=${[...chosen, index].join(',')}`}>{choice}</a>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href="?etat=conversation">Recommencer</a>
      </p>
    </>
  );
}
