import type { LevelReading } from '../../../psychometrics/index.ts';
import type { Competence } from '../../content/index.ts';
import { BandDrawing, BandScale } from './band-chart.tsx';
import {
  bandInWords,
  capitalised,
  isOneZone,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
} from './level-words.ts';

/** On its own line for the eye; for those who listen, apart from the band it follows. */
export function MostProbable({ class: className, reading }: { class: string; reading: LevelReading }) {
  return (
    <span class={className}>
      <span class="fr-sr-only"> ; </span>le plus probable : {mostProbableInWords(reading)}
    </span>
  );
}

/** The general band, in words then drawn. */
export function General({ general, complete }: { general: LevelReading; complete: boolean }) {
  return (
    <section class="profile__general" aria-labelledby="ensemble">
      <h2 id="ensemble">Dans l’ensemble</h2>
      <p class="profile__verdict">
        {capitalised(bandInWords(general))}
        {!isOneZone(general) && <MostProbable class="profile__probable" reading={general} />}
      </p>
      <div class="profile__drawing">
        <BandDrawing reading={general} />
        <BandScale />
      </div>
      <p class="soft">
        Neuf fois sur dix, vous êtes dans cette fourchette : la barre la montre, et le trait foncé est le plus
        probable.
        {!complete && ' Une étape de plus la rendra plus courte.'}
      </p>
    </section>
  );
}

/** What a series in depth brought to its competence: more precision, which is not a change. */
export function DepthResult({
  competence,
  before,
  after,
}: {
  competence: Competence;
  before: LevelReading;
  after: LevelReading;
}) {
  const gain = Math.round(100 * (1 - after.standardError / before.standardError));
  return (
    <section class="profile__general" aria-labelledby="competence">
      <h2 id="competence">{competence.title}</h2>
      <p class="profile__verdict">
        {capitalised(bandInWords(after))}
        <MostProbable class="profile__probable" reading={after} />
      </p>
      <div class="profile__drawing">
        <p class="profile__when">Avant cette série</p>
        <BandDrawing reading={before} />
        <p class="profile__when">Après</p>
        <BandDrawing reading={after} />
        <BandScale />
      </div>
      <p>
        {gain >= 1
          ? `L’estimation est plus précise : sa marge s’est réduite de ${gain} %. Vous n’avez pas changé pour autant : nous vous connaissons mieux.`
          : 'Ces réponses n’ont pas rendu l’estimation plus précise.'}
      </p>
    </section>
  );
}

/** Beside every result, until questions are calibrated on answers. */
export function ProvisionalNotice({
  answers,
  parameterVersion,
}: {
  answers: number;
  parameterVersion: string;
}) {
  return (
    <div class="profile__notice">
      <p>{PROVISIONAL_NOTICE}</p>
      <p class="profile__version">
        Fondée sur {answers} réponse{answers > 1 ? 's' : ''} ; version des paramètres : {parameterVersion}.
        Elle décrit des connaissances et des jugements en situation, pas des actes.
      </p>
    </div>
  );
}
