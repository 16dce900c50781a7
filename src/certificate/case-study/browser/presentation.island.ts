/** Ten minutes to present: a timer one starts, stops, begins again. Nothing leaves the page. */
const SECONDS = 600;
const SAID = [
  { at: 300, text: 'Cinq minutes sont passées.' },
  { at: 480, text: 'Il reste deux minutes.' },
  { at: SECONDS, text: 'Les dix minutes sont passées. Terminez votre phrase.' },
];

const place = document.querySelector<HTMLElement>('[data-presentation]');
if (place) begin(place);

function begin(talk: HTMLElement): void {
  talk.querySelector('.talk__without')?.remove();
  const steps = [...talk.querySelectorAll<HTMLElement>('[data-from]')];
  const time = element('p', 'talk__time');
  time.setAttribute('role', 'timer');
  const said = element('p', 'talk__said');
  said.setAttribute('role', 'status');
  const start = button('Commencer', 'fr-btn');
  const again = button('Recommencer à zéro', 'fr-btn fr-btn--secondary');
  const actions = element('p', 'actions');
  actions.append(start, again);
  talk.prepend(time, actions, said);

  let done = 0;
  let since: number | null = null;
  let before = 0;
  const spent = () => done + (since === null ? 0 : (Date.now() - since) / 1000);

  function show(): void {
    const now = Math.floor(spent());
    const left = SECONDS - now;
    const sign = left < 0 ? '+' : '';
    const absolute = Math.abs(left);
    time.textContent = `${sign}${Math.floor(absolute / 60)}:${String(absolute % 60).padStart(2, '0')}`;
    for (const { at, text } of SAID) if (before < at && now >= at) said.textContent = text;
    before = now;
    const current = steps.filter(({ dataset }) => Number(dataset.from) * 60 <= now).at(-1);
    for (const step of steps) {
      if (step === current && (since !== null || now > 0)) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
  }

  start.addEventListener('click', () => {
    if (since === null) since = Date.now();
    else {
      done = spent();
      since = null;
    }
    start.textContent = since === null ? 'Continuer' : 'Arrêter';
    show();
  });
  again.addEventListener('click', () => {
    done = 0;
    before = 0;
    since = null;
    said.textContent = '';
    start.textContent = 'Commencer';
    show();
  });
  show();
  setInterval(show, 500);
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function button(text: string, className: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  return made;
}
