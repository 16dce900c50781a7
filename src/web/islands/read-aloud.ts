/**
 * Reads a question and its answers aloud, with a French voice of the device itself: a voice of the network would hear what is
 * asked. Where there is none, the button stays hidden.
 */
const speech = window.speechSynthesis as SpeechSynthesis | undefined;
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-read-aloud]');

if (speech && buttons.length > 0) {
  offer(speech);
  // Voices are often known a moment after the page.
  speech.addEventListener?.('voiceschanged', () => offer(speech));
  window.addEventListener('pagehide', () => speech.cancel());
}

function offer(voices: SpeechSynthesis): void {
  const voice = voices
    .getVoices()
    .find((known) => known.localService && /^fr\b/i.test(known.lang.replace('_', '-')));
  for (const button of buttons) {
    button.classList.toggle('young-aloud--heard', voice !== undefined);
    button.onclick = () => voice && toggle(voices, voice, button);
  }
}

function toggle(speech: SpeechSynthesis, voice: SpeechSynthesisVoice, button: HTMLButtonElement): void {
  const reading = speech.speaking;
  speech.cancel();
  if (reading) return;
  const said = new SpeechSynthesisUtterance(textOf(button));
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.9;
  said.onend = () => {
    button.textContent = 'Écouter';
  };
  said.onerror = said.onend;
  button.textContent = 'Arrêter';
  speech.speak(said);
}

/** The heading, then each answer, with a rest between them. */
function textOf(button: HTMLButtonElement): string {
  const spoken = button.closest('[data-spoken]');
  const parts = spoken?.querySelectorAll('h1, [data-say]') ?? [];
  return [...parts].map((part) => part.textContent?.trim()).join('. ');
}
