import { HOUR_SECONDS, leftText } from '../hour.ts';

/** Minutes left that are said aloud, once each. */
const SAID = [30, 10, 5, 1];

/** Makes the clock go on from what the server measured; calls `onEnd` at 60:00. */
export function startClock(place: HTMLElement, onEnd: () => void): { isWorked: (seconds: number) => void } {
  const left = place.querySelector<HTMLElement>('[data-hour-left]')!;
  const label = place.querySelector<HTMLElement>('[data-hour-label]')!;
  const said = place.querySelector<HTMLElement>('[data-hour-said]')!;
  let origin = originOf(Number(place.dataset.worked));
  let before = worked();
  const atFirst = before;
  if (atFirst < HOUR_SECONDS) label.textContent = 'Il reste';

  function worked(): number {
    return Math.floor((Date.now() - origin) / 1000);
  }

  function tick(): void {
    const now = worked();
    left.textContent = leftText(now);
    for (const minutes of SAID) {
      const moment = HOUR_SECONDS - minutes * 60;
      if (before < moment && now >= moment)
        said.textContent = `Il reste ${minutes === 1 ? 'une minute' : `${minutes} minutes`}.`;
    }
    if (before < HOUR_SECONDS && now >= HOUR_SECONDS) {
      label.textContent = 'L’heure est passée';
      place.classList.add('hour--over');
      said.textContent =
        'Ce qui était écrit à 60:00 est gardé à part. Vous pouvez continuer : la suite sera marquée.';
      onEnd();
    }
    before = now;
  }

  tick();
  setInterval(tick, 1_000);
  return {
    isWorked(seconds) {
      origin = originOf(seconds);
    },
  };
}

function originOf(workedSeconds: number): number {
  return Date.now() - workedSeconds * 1000;
}
