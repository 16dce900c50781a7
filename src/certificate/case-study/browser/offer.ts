import { forgetHere, type Kept, keptHere } from './kept-here.ts';

type Choice = { take: () => void; leave: () => void };

/** A text only this device has: shown, then taken up or left, before anything else is written. */
export function offerBack(form: HTMLFormElement, kept: Kept, choice: Choice): void {
  const areas = [...form.querySelectorAll('textarea')];
  const place = block(
    `Un texte est gardé sur cet appareil, écrit ${momentText(kept.at)}`,
    'Il n’est pas celui qui est enregistré plus bas. Choisissez celui avec lequel vous continuez.',
    kept,
  );
  const done = (act: () => void) => () => {
    for (const area of areas) area.readOnly = false;
    act();
    place.remove();
    areas[0]?.focus();
  };
  for (const area of areas) area.readOnly = true;
  place.append(
    buttons([
      ['Reprendre le texte de cet appareil', 'fr-btn', done(choice.take)],
      ['Continuer avec le texte enregistré', 'fr-btn fr-btn--secondary', done(choice.leave)],
    ]),
  );
  form.prepend(place);
  place.focus();
}

/** The same once the study is over: nothing is added to it, but nothing is thrown away either. */
export function showLeft(place: HTMLElement): void {
  const id = place.dataset.leftOnDevice!;
  const kept = keptHere(id);
  if (!kept) return;
  const shown = block(
    `Un texte non enregistré est resté sur cet appareil, écrit ${momentText(kept.at)}`,
    'L’étude est terminée : il n’y est pas. Copiez-le si vous y tenez.',
    kept,
  );
  shown.append(
    buttons([
      [
        'L’effacer de cet appareil',
        'fr-btn fr-btn--secondary',
        () => {
          forgetHere(id);
          shown.remove();
        },
      ],
    ]),
  );
  place.append(shown);
}

function block(title: string, text: string, { diagnostic, propositions }: Kept): HTMLElement {
  const place = document.createElement('div');
  place.className = 'desk__offer';
  place.tabIndex = -1;
  const heading = document.createElement('h3');
  heading.className = 'fr-h6';
  heading.textContent = title;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Le lire';
  const shown = document.createElement('p');
  shown.className = 'desk__kept-text';
  shown.textContent = `Diagnostic : ${diagnostic || '(rien)'}\n\nPropositions : ${propositions || '(rien)'}`;
  details.append(summary, shown);
  const said = document.createElement('p');
  said.textContent = text;
  place.append(heading, said, details);
  return place;
}

function buttons(all: readonly [text: string, className: string, act: () => void][]): HTMLElement {
  const actions = document.createElement('p');
  actions.className = 'actions';
  for (const [text, className, act] of all) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.textContent = text;
    button.addEventListener('click', act);
    actions.append(button);
  }
  return actions;
}

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

function momentText(at: number): string {
  return `le ${MOMENT.format(new Date(at)).replace(/^1 /, '1er ')}`;
}
