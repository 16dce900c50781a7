import { CHOICE_NAMES, CHOICES, type Choices } from './sharing.ts';

/** What joining shows in any case, then what one may add, each ticked apart. */
export function WhatIsShared() {
  return (
    <>
      <p>
        En rejoignant ce groupe, vous acceptez que soient <strong>comptés</strong>, avec ceux des autres et
        sans votre nom :
      </p>
      <ul>
        <li>que vous l’avez rejoint ;</li>
        <li>
          ce que vous en avez commencé et terminé, y compris ce que vous aviez déjà fait avant de le
          rejoindre.
        </li>
      </ul>
      <p>
        Qui propose le groupe lit des nombres arrondis vers le bas, de cinq en cinq, et rien avant cinq
        personnes. Vos réponses, vos niveaux et vos plans restent à vous, et à personne d’autre.
      </p>
    </>
  );
}

export function SharingFields({ prefix, choices }: { prefix: string; choices: Choices }) {
  return (
    <fieldset class="answer">
      <legend class="answer__legend">
        Si vous le voulez, en plus
        <span class="fr-hint-text">Rien n’est coché pour vous. Tout se retire à tout moment.</span>
      </legend>
      {CHOICE_NAMES.map((name) => (
        <label class="choice">
          <input
            type="checkbox"
            name={CHOICES[name].field}
            value="oui"
            id={`${prefix}${CHOICES[name].field}`}
            checked={choices[name]}
          />
          <span>
            {CHOICES[name].label}
            <span class="fr-hint-text">{CHOICES[name].detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
