import { startClock } from './clock.ts';
import { forgetHere, forgetOld, keptHere } from './kept-here.ts';
import { offerBack, showLeft } from './offer.ts';
import { type Saving, startSaving } from './saving.ts';

/** The hour of a case study: a clock that moves, a text that is saved by itself and kept here while it is not. */
const form = document.querySelector<HTMLFormElement>('form[data-case-study]');
const clockPlace = document.querySelector<HTMLElement>('.hour');
const leftPlace = document.querySelector<HTMLElement>('[data-left-on-device]');

forgetOld(Date.now());
if (form) beginWriting(form);
if (leftPlace) showLeft(leftPlace);

function beginWriting(writing: HTMLFormElement): void {
  let clock: ReturnType<typeof startClock> | undefined;
  const saving = startSaving(writing, (seconds) => clock?.isWorked(seconds));
  if (clockPlace) clock = startClock(clockPlace, () => void saving.now());
  saveBeforeSigningOut(saving);
  const id = writing.dataset.caseStudy!;
  const kept = keptHere(id);
  if (!kept) return;
  const { diagnostic, propositions } = saving.areas;
  if (kept.diagnostic === diagnostic.value && kept.propositions === propositions.value) {
    if (diagnostic.value === diagnostic.defaultValue && propositions.value === propositions.defaultValue)
      forgetHere(id);
    return;
  }
  offerBack(writing, kept, {
    take() {
      diagnostic.value = kept.diagnostic;
      propositions.value = kept.propositions;
      saving.changed();
      void saving.now();
    },
    leave: () => forgetHere(id),
  });
}

/** Heard before what signs out asks about a text that is only here. */
function saveBeforeSigningOut(saving: Saving): void {
  let tried = false;
  window.addEventListener(
    'submit',
    (event) => {
      const leaving = event.target as HTMLFormElement;
      if (leaving.getAttribute('action') !== '/deconnexion' || tried) return;
      event.preventDefault();
      event.stopPropagation();
      void saving.now().then(() => {
        tried = true;
        leaving.requestSubmit();
        tried = false;
      });
    },
    true,
  );
}
