import { button, element, written } from './element.ts';
import { IDLE_MINUTES, lastUsed, stillUsed, WARNING_MINUTES } from './kept.ts';
import { closeIfIdle, openedNow, whenOpenedChanges } from './opened.ts';

const LOOK_EVERY_MS = 15_000;
const NOTE_EVERY_MS = 30_000;

let noted = Date.now();
/** Where the keyboard was before it came to the warning. */
let cameFrom: HTMLElement | null = null;

/**
 * Any key, click or touch says that somebody is there; it is written down twice a minute at most. A screen reader may read for
 * twenty minutes without any of them: before the file closes, an alert says so and offers to keep it open. `said` is the line
 * that tells what happens.
 */
export function closeWhenIdle(said: HTMLElement): void {
  // There before it has something to say, so that screen readers say it; laid over the page, so that nothing moves.
  const warning = element('div', {
    class: 'names__closing',
    'aria-live': 'assertive',
    'aria-atomic': 'true',
  });
  said.before(warning);
  warning.addEventListener('focusin', ({ relatedTarget }) => {
    if (!warning.contains(relatedTarget as Node | null)) cameFrom = relatedTarget as HTMLElement | null;
  });

  const keepOpen = async () => {
    noted = Date.now();
    const hadFocus = warning.contains(document.activeElement);
    warning.replaceChildren();
    if (!(await stillUsed(noted))) return closeIfIdle(noted);
    said.textContent = written(`Votre fichier reste ouvert, au moins jusqu’à ${clock(noted)}.`);
    if (hadFocus) giveFocusBack(said);
  };

  const note = ({ target }: Event) => {
    if (!openedNow() || warning.contains(target as Node)) return;
    if (warning.hasChildNodes()) void keepOpen();
    else if (Date.now() - noted > NOTE_EVERY_MS) {
      noted = Date.now();
      void stillUsed(noted);
    }
  };
  for (const event of ['keydown', 'pointerdown', 'scroll']) {
    document.addEventListener(event, note, { passive: true, capture: true });
  }

  const look = async () => {
    if (!openedNow()) return warning.replaceChildren();
    const used = await lastUsed();
    const closesSoon = used !== null && Date.now() - used > (IDLE_MINUTES - WARNING_MINUTES) * 60_000;
    if (!closesSoon) warning.replaceChildren();
    else if (!warning.hasChildNodes()) warning.append(...whatCloses(() => void keepOpen()));
  };
  whenOpenedChanges(() => void look());
  setInterval(() => {
    if (openedNow()) void closeIfIdle(Date.now()).then(look);
  }, LOOK_EVERY_MS);
}

function whatCloses(keepOpen: () => void): Node[] {
  return [
    element(
      'p',
      {},
      element('strong', {}, 'Votre fichier de correspondance se ferme dans deux minutes au plus.'),
      ` Rien n’a bougé depuis ${IDLE_MINUTES - WARNING_MINUTES} minutes. Une touche, un clic ou ce bouton le garde ouvert.`,
    ),
    button(`Garder ouvert ${IDLE_MINUTES} minutes de plus`, keepOpen, 'primary'),
  ];
}

function giveFocusBack(said: HTMLElement): void {
  if (cameFrom?.isConnected) cameFrom.focus();
  else {
    said.tabIndex = -1;
    said.focus({ preventScroll: true });
  }
}

/** The hour the file may close at, when nobody comes: « 10 h 05 ». */
function clock(from: number): string {
  const at = new Date(from + IDLE_MINUTES * 60_000);
  return `${at.getHours()} h ${String(at.getMinutes()).padStart(2, '0')}`;
}
