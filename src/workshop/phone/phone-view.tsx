import type { Profession } from '../../content/index.ts';
import { Lines } from '../desk/room.tsx';
import { OptionList } from '../desk/tally-view.tsx';
import type { LiveWorkshop } from '../live/live.store.ts';
import type { Commitment } from '../live/participants.store.ts';
import type { Material } from '../live/rounds.ts';
import type { LiveRound } from '../live/steps.ts';
import { letterOf, lettersText } from '../live/words.ts';

export type PhoneScene = {
  workshop: LiveWorkshop;
  material: Material | null;
  last: LiveRound | null;
  profession: Profession;
  professionName: string;
  own: readonly string[] | null;
  commitments: readonly Commitment[];
  mark: string;
};

/** What a phone shows: what there is to do now, and the reading of its métier, of no other. */
export function Phone({ scene, typed = '' }: { scene: PhoneScene; typed?: string }) {
  const { workshop, last } = scene;
  return (
    <>
      {workshop.stage === 'welcome' && (
        <p class="phone-now">Vous êtes dans la salle. La suite s’affichera ici.</p>
      )}
      {workshop.stage === 'reading' && <p class="phone-now">Lisez le cas sur l’écran, puis ceci :</p>}
      {workshop.stage === 'rounds' && last && <RoundOnPhone scene={scene} round={last} />}
      {workshop.stage === 'commitments' && <Proposals scene={scene} typed={typed} />}
      {workshop.stage === 'ended' && <Over scene={scene} />}
      {workshop.stage !== 'welcome' && <OwnReading scene={scene} />}
    </>
  );
}

function OwnReading({ scene: { material, profession, professionName, workshop } }: { scene: PhoneScene }) {
  if (material?.kind !== 'case') return null;
  const { readings, others } = material.case;
  const reading = readings.find((known) => known.profession === profession)?.knows ?? others;
  return (
    <details class="phone-reading" id="lecture" open={workshop.stage === 'reading'}>
      <summary>Ce que vous savez : {professionName}</summary>
      <p>{reading}</p>
    </details>
  );
}

function RoundOnPhone({ scene, round }: { scene: PhoneScene; round: LiveRound }) {
  const { workshop, own } = scene;
  const { body, number, state, tally, followed } = round;
  return (
    <section>
      <h2 class="phone-question">{body.question}</h2>
      <Lines lines={body.lines} />
      {own && (
        <p class="phone-kept-vote">
          {state === 'open' ? (
            <>
              <strong>Vote enregistré : {lettersText(own)}.</strong> Vous pouvez le changer jusqu’à la
              fermeture.
            </>
          ) : (
            <>Votre vote : {lettersText(own)}.</>
          )}
        </p>
      )}
      {state === 'open' ? (
        <form method="post" action={`/atelier/${workshop.code}/votes`} novalidate>
          <input type="hidden" name="tour" value={String(number)} />
          <fieldset class="phone-choices" id="choix">
            <legend>{body.choose === 'one' ? 'Une réponse' : 'Une ou deux réponses'}</legend>
            {body.options.map(({ id, text }) => (
              <label class="phone-choice">
                <input
                  type={body.choose === 'one' ? 'radio' : 'checkbox'}
                  name="choix"
                  value={id}
                  id={`t${number}-${id}`}
                  checked={own?.includes(id)}
                />
                <span>
                  <strong>{letterOf(id)}.</strong> {text}
                </span>
              </label>
            ))}
          </fieldset>
          <button class="fr-btn fr-btn--lg phone-go" type="submit" id={`t${number}-voter`}>
            {own ? 'Changer mon vote' : 'Voter'}
          </button>
        </form>
      ) : (
        <>
          {!own && <p>Ce vote est fermé. Vous voterez au prochain.</p>}
          <OptionList body={body} tally={tally} revealed={state === 'revealed'} followed={followed} />
        </>
      )}
    </section>
  );
}

function Proposals({
  scene: { workshop, commitments, material },
  typed,
}: {
  scene: PhoneScene;
  typed: string;
}) {
  const own = commitments.filter((commitment) => commitment.own);
  return (
    <section>
      <h2 class="phone-question">Ce que nous ferons</h2>
      {own.length > 0 && (
        <ul>
          {own.map(({ text, status }) => (
            <li>
              {text} <strong>{STATES[status]}</strong>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/atelier/${workshop.code}/engagements`} novalidate>
        <label class="fr-label" for="engagement">
          Un acte que l’on pourra voir, avec un jour{' '}
          <span class="fr-hint-text">
            140 signes au plus. Aucun nom, rien sur la santé ni la famille d’un élève. La personne qui anime
            le lit avant de l’afficher.
          </span>
        </label>
        <textarea class="fr-input" id="engagement" name="texte" rows={3} maxlength={200}>
          {typed}
        </textarea>
        <button class="fr-btn fr-btn--lg phone-go" type="submit" id="proposer">
          Proposer
        </button>
      </form>
      {material?.kind === 'case' && (
        <details class="phone-reading" id="exemples">
          <summary>Des exemples</summary>
          <ul>
            {material.case.commitments.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const STATES = { proposed: 'reçu, à relire', accepted: 'affiché', refused: 'pas affiché' } as const;

function Over({ scene: { material, commitments } }: { scene: PhoneScene }) {
  const accepted = commitments.filter(({ status }) => status === 'accepted');
  return (
    <section>
      <h2 class="phone-question">L’atelier est terminé</h2>
      {material?.kind === 'case' && <p>{material.case.closing}</p>}
      {accepted.length > 0 && (
        <>
          <h3>Ce que nous ferons</h3>
          <ul>
            {accepted.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p>Ce que vous avez envoyé est effacé dans un jour ; il ne reste que les totaux et cette liste.</p>
    </section>
  );
}
