import { raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { Markdown } from '../../web/index.ts';
import type { Said } from '../live/rounds.ts';
import type { LiveRound } from '../live/steps.ts';
import { disagreementText, lettersText, votesText } from '../live/words.ts';
import type { Scene } from './scene.ts';
import { GroupTable, OptionList } from './tally-view.tsx';

/** What is projected, at each moment of the workshop. */
export function Room({ scene, origin }: { scene: Scene; origin: string }) {
  const { workshop, last } = scene;
  switch (workshop.stage) {
    case 'welcome':
      return <Welcome scene={scene} origin={origin} />;
    case 'reading':
      return <Reading scene={scene} />;
    case 'rounds':
      return last && <Round scene={scene} round={last} />;
    case 'commitments':
      return <Commitments scene={scene} />;
    case 'ended':
      return <Ended scene={scene} />;
  }
}

function Welcome({ scene, origin }: { scene: Scene; origin: string }) {
  const { workshop, present } = scene;
  return (
    <section class="room-welcome">
      <div>
        <h1>{workshop.title}</h1>
        <p class="room-lede">
          Sur votre téléphone, ouvrez{' '}
          <strong class="room-address">{origin.replace(/^https?:\/\//, '')}/atelier</strong>
        </p>
        <p class="room-lede">et tapez ce code :</p>
        <p class="room-code">{workshop.code}</p>
        <p>Ni compte, ni nom. Vous dites seulement votre métier. Sans téléphone, votez à main levée.</p>
        <p>
          <strong>{present.people}</strong> {present.people > 1 ? 'personnes sont là' : 'personne est là'}
        </p>
      </div>
      {workshop.code && <Square address={`${origin}/atelier/${workshop.code}`} />}
    </section>
  );
}

export function Square({ address }: { address: string }) {
  return (
    <div
      class="room-square"
      role="img"
      aria-label="Un carré à photographier : il ouvre l’atelier sur le téléphone"
    >
      {raw(renderSVG(address, { border: 2, ecc: 'M' }))}
    </div>
  );
}

function Reading({ scene }: { scene: Scene }) {
  const { material, workshop } = scene;
  if (!material) return <Gone title={workshop.title} />;
  if (material.kind === 'dialogue')
    return (
      <section>
        <h1>{material.dialogue.title}</h1>
        <p class="room-text">{material.dialogue.situation}</p>
        <p class="room-text">{material.dialogue.aim}</p>
      </section>
    );
  const { title, opening, documents } = material.case;
  return (
    <section>
      <h1>{title}</h1>
      <div class="room-text">
        <Markdown text={opening} />
      </div>
      <div class="room-documents">
        {documents.map((document, index) => (
          <article class="room-document">
            <h2>
              Document {index + 1}. {document.title}
            </h2>
            <Markdown text={document.text} />
          </article>
        ))}
      </div>
      <p class="room-hint">
        Sur votre téléphone : ce que votre métier sait, et que les autres ne savent pas.
      </p>
    </section>
  );
}

function Gone({ title }: { title: string }) {
  return (
    <section>
      <h1>{title}</h1>
      <p class="room-text">
        Ce contenu a été retiré depuis l’ouverture de l’atelier. Ce qui a été voté est gardé.
      </p>
    </section>
  );
}

export function Lines({ lines }: { lines: readonly Said[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="room-lines">
      {lines.map((line) =>
        line.kind === 'speech' ? (
          <p>
            <strong>{line.speaker}</strong> : {line.text}
          </p>
        ) : (
          <p class="room-narration">{line.text}</p>
        ),
      )}
    </div>
  );
}

function Round({ scene, round }: { scene: Scene; round: LiveRound }) {
  const { present, professions, workshop } = scene;
  const { body, state, tally, followed, after } = round;
  return (
    <section>
      <p class="room-place">{body.title}</p>
      <Lines lines={body.lines} />
      <h1>{body.question}</h1>
      {body.choose === 'up-to-2' && <p class="room-hint">Une ou deux réponses.</p>}
      <OptionList body={body} tally={tally} revealed={state === 'revealed'} followed={followed} />
      {state === 'open' ? (
        <>
          <Arrived voters={present.voters} people={present.people} />
          {workshop.showsVotes && (
            <p class="room-note">
              Le détail avance par trois votes au moins, à partir de cinq ; les métiers, à la fermeture.
            </p>
          )}
        </>
      ) : (
        tally && (
          <>
            <p class="room-verdict">{disagreementText(tally, professions)}</p>
            <GroupTable body={body} tally={tally} professions={professions} />
          </>
        )
      )}
      {state === 'revealed' && body.points.length > 0 && (
        <p class="room-hint">
          Se {body.points.length > 1 ? 'défendent' : 'défend'} avec les faits du cas :{' '}
          {lettersText(body.points)}.
        </p>
      )}
      {state === 'revealed' && <p class="room-discuss">{body.disagreement}</p>}
      {after && <Lines lines={after.lines} />}
      {after?.ending && (
        <p class="room-discuss">
          <strong>{after.ending.title}</strong> {after.ending.text}
        </p>
      )}
    </section>
  );
}

/** A dot for each person, filled when their vote is there. */
function Arrived({ voters, people }: { voters: number; people: number }) {
  const places = Math.max(voters, people);
  return (
    <div>
      <p>
        <strong>{votesText(voters, people)}</strong>
      </p>
      <svg
        class="room-dots"
        viewBox={`0 0 ${Math.max(1, Math.min(places, 40)) * 12} ${Math.max(1, Math.ceil(places / 40)) * 12}`}
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: places }, (_, index) => (
          <circle
            class={index < voters ? 'room-dot room-dot--in' : 'room-dot'}
            cx={(index % 40) * 12 + 6}
            cy={Math.floor(index / 40) * 12 + 6}
            r="4"
          />
        ))}
      </svg>
    </div>
  );
}

function Commitments({ scene }: { scene: Scene }) {
  const { material, commitments } = scene;
  const accepted = commitments.filter(({ status }) => status === 'accepted');
  const waiting = commitments.filter(({ status }) => status === 'proposed').length;
  return (
    <section>
      <h1>Ce que nous ferons</h1>
      {accepted.length > 0 ? (
        <ul class="room-commitments">
          {accepted.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : (
        <p class="room-text">
          Écrivez sur votre téléphone un acte que l’on pourra voir, avec un jour. Aucun nom d’élève.
        </p>
      )}
      {material?.kind === 'case' && accepted.length === 0 && (
        <>
          <h2>Par exemple</h2>
          <ul>
            {material.case.commitments.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      {waiting > 0 && (
        <p class="room-note">
          {waiting} {waiting > 1 ? 'propositions attendent' : 'proposition attend'} d’être relue
          {waiting > 1 ? 's' : ''}.
        </p>
      )}
    </section>
  );
}

function Ended({ scene }: { scene: Scene }) {
  const { workshop, material, commitments } = scene;
  const accepted = commitments.filter(({ status }) => status === 'accepted');
  return (
    <section>
      <h1>{workshop.title}</h1>
      {material?.kind === 'case' && <p class="room-text">{material.case.closing}</p>}
      {accepted.length > 0 && (
        <>
          <h2>Ce que nous ferons</h2>
          <ul class="room-commitments">
            {accepted.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p class="room-text">L’atelier est terminé. Merci.</p>
    </section>
  );
}
