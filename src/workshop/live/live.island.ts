// The part of the page that follows the workshop: told by the server as things happen; where a proxy keeps that from
// coming through, asked for again and again.

type Live = { mark: string; html: string; said: string };

const POLL_MS = 2_000;
const FIRST_WORD_MS = 5_000;
const SILENCE_MS = 25_000;

const region = document.querySelector<HTMLElement>('[data-live]');
const said = document.querySelector<HTMLElement>('[data-live-said]');
const state = document.querySelector<HTMLElement>('[data-live-state]');

let mark = region?.dataset.mark ?? '';
let heardAt = performance.now();
let source: EventSource | null = null;
let polling: number | null = null;

/** Between the press of a button and its release nothing is written again: the click would be lost. */
let pressed = false;
let waiting: Live | null = null;

if (region) {
  region.addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const release of ['pointerup', 'pointercancel'])
    document.addEventListener(release, () =>
      window.setTimeout(() => {
        pressed = false;
        if (waiting) show(region, waiting);
        waiting = null;
      }),
    );
  if ('EventSource' in window) listen(region);
  else poll(region);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void ask(region);
  });
}

function listen(region: HTMLElement): void {
  const stream = new EventSource(region.dataset.live ?? '');
  source = stream;
  const hear = () => {
    heardAt = performance.now();
    say('En direct');
  };
  stream.addEventListener('alive', hear);
  stream.addEventListener('state', (event) => {
    hear();
    show(region, JSON.parse((event as MessageEvent<string>).data) as Live);
  });
  stream.addEventListener('over', () => location.reload());
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) poll(region);
    else say('Connexion perdue, nouvel essai');
  });
  const limit = performance.now() + FIRST_WORD_MS;
  let first = true;
  const watch = window.setInterval(() => {
    const silent = performance.now() - heardAt > SILENCE_MS;
    const neverHeard = first && performance.now() > limit && performance.now() - heardAt > FIRST_WORD_MS;
    if (performance.now() > limit) first = false;
    if (!silent && !neverHeard) return;
    window.clearInterval(watch);
    poll(region);
  }, 1_000);
}

function poll(region: HTMLElement): void {
  source?.close();
  if (polling !== null) return;
  polling = window.setInterval(() => void ask(region), POLL_MS);
  void ask(region);
}

async function ask(region: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(`${region.dataset.poll}?depuis=${encodeURIComponent(mark)}`);
    if (answer.status === 200) show(region, (await answer.json()) as Live);
    else if (answer.status === 404) location.reload();
    if (answer.ok && polling !== null) say('Mis à jour toutes les deux secondes');
  } catch {
    say('Connexion perdue, nouvel essai');
  }
}

function say(text: string): void {
  if (state && state.textContent !== text) state.textContent = text;
}

/** Writes the region again; what is being filled in, and where the keyboard is, stay. */
function show(region: HTMLElement, live: Live): void {
  if (live.mark === mark) return;
  if (pressed) {
    waiting = live;
    return;
  }
  mark = live.mark;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
  const filled = [
    ...region.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[id], textarea[id]'),
  ].map((field) => ({ id: field.id, value: field.value, checked: 'checked' in field && field.checked }));
  const unfolded = [...region.querySelectorAll('details[open][id]')].map(({ id }) => id);
  region.innerHTML = live.html;
  for (const { id, value, checked } of filled) {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text'))
      field.value = value;
    else if (field instanceof HTMLInputElement) field.checked = checked;
  }
  for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (said && said.textContent !== live.said) said.textContent = live.said;
}

// How long it has been, in words the page already holds without the script.
const clock = () => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-clock]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(element.dataset.clock)) / 1000));
    const text = `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')}`;
    if (element.textContent !== text) element.textContent = text;
  }
};
clock();
window.setInterval(clock, 1_000);
