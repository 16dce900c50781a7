import { forgetHere, keepHere } from './kept-here.ts';

const AREAS = ['diagnostic', 'propositions'] as const;
/** The device keeps every pause of the hands; the server every so often, so that its log stays readable. */
const KEEP_AFTER_MS = 400;
const SAVE_AFTER_MS = 20_000;
const TRY_AGAIN_MS = 8_000;

const HERE = 'Votre texte est gardé sur cet appareil';
const SAID = {
  away: `Le serveur ne répond pas. ${HERE}, et sera enregistré dès que possible.`,
  signedOut: `Votre session est terminée. ${HERE} : connectez-vous dans un autre onglet, puis continuez ici.`,
  conflict: `Une autre fenêtre a enregistré un autre texte. ${HERE} ; « Enregistrer » montrera les deux.`,
  finished: `Cette étude a été terminée dans une autre fenêtre. ${HERE}.`,
  absent: `Cette étude a été effacée dans une autre fenêtre. ${HERE} : copiez-le si vous y tenez.`,
  tooLong: 'Ce texte est trop long pour être enregistré : raccourcissez-le.',
};

export type Saving = {
  /** Saves at once what is not saved; false when it could not. */
  now: () => Promise<boolean>;
  /** After the texts were changed by something else than the keyboard. */
  changed: () => void;
  areas: Readonly<Record<(typeof AREAS)[number], HTMLTextAreaElement>>;
};

/** Saves while one writes. `onWorked` receives the seconds of work the server counts. */
export function startSaving(form: HTMLFormElement, onWorked: (seconds: number) => void): Saving {
  const id = form.dataset.caseStudy!;
  const status = form.querySelector<HTMLElement>('[data-kept]')!;
  const revision = form.elements.namedItem('revision') as HTMLInputElement;
  const areas = {
    diagnostic: form.elements.namedItem('diagnostic') as HTMLTextAreaElement,
    propositions: form.elements.namedItem('propositions') as HTMLTextAreaElement,
  };
  const typed = () => ({ diagnostic: areas.diagnostic.value, propositions: areas.propositions.value });
  let saved = { diagnostic: areas.diagnostic.defaultValue, propositions: areas.propositions.defaultValue };
  let sending: Promise<boolean> | null = null;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const isSaved = () => AREAS.every((name) => typed()[name] === saved[name]);
  const keep = () => {
    clearTimeout(keeping);
    if (isSaved()) forgetHere(id);
    else keepHere(id, { ...typed(), at: Date.now() });
  };

  function changed(): void {
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_AFTER_MS);
    if (!stopped) waiting ??= setTimeout(() => void now(), SAVE_AFTER_MS);
  }

  async function now(): Promise<boolean> {
    clearTimeout(waiting);
    waiting = undefined;
    if (sending) await sending;
    if (isSaved()) return true;
    if (stopped) return false;
    keep();
    sending = send().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function send(): Promise<boolean> {
    const sent = typed();
    const body = new URLSearchParams({ revision: revision.value, ...sent });
    const response = await fetch(`${form.getAttribute('action')}/brouillon`, {
      method: 'POST',
      body,
      keepalive: true,
    }).catch(() => null);
    if (response?.ok) {
      const { revision: next, at, worked } = await response.json();
      revision.value = String(next);
      saved = sent;
      status.textContent = `Enregistré à ${at}.`;
      onWorked(worked);
      keep();
      return true;
    }
    if (response?.status === 409) return stop(await response.json());
    status.textContent =
      response?.status === 401 ? SAID.signedOut : response?.status === 422 ? SAID.tooLong : SAID.away;
    waiting ??= setTimeout(() => void now(), TRY_AGAIN_MS);
    return false;
  }

  function stop({ outcome }: { outcome: 'conflict' | 'finished' | 'absent' }): boolean {
    stopped = true;
    status.textContent = SAID[outcome];
    return false;
  }

  form.addEventListener('input', changed);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void now();
  });
  window.addEventListener('pagehide', keep);
  // Before the form leaves, what is on its way arrives: otherwise the person would be in conflict with themselves.
  window.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return;
      keep();
      if (!sending) return;
      event.preventDefault();
      event.stopPropagation();
      void sending.then(() => form.requestSubmit(event.submitter));
    },
    true,
  );
  return { now, changed, areas };
}
