import { namesSaid } from '../names-in-text.ts';
import { button, element } from './element.ts';
import { openedNow } from './opened.ts';

/** Texts sent all the same, by somebody who said that nobody is named in them. */
const confirmed = new Set<string>();

/** A name of the open file typed in a form is stopped before it leaves; whoever typed it decides. */
export function stopNamesFromLeaving(): void {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      form.querySelector('.names__stop')?.remove();
      const opened = openedNow();
      if (!opened || form.getAttribute('method') !== 'post') return;
      const texts = [...form.elements].flatMap((field) =>
        field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
          ? [field]
          : [],
      );
      for (const field of texts) {
        const names = confirmed.has(field.value) ? [] : namesSaid(field.value, opened.pupils);
        if (names.length === 0) continue;
        event.preventDefault();
        event.stopPropagation();
        return sayStopped(form, field, names, (event as SubmitEvent).submitter);
      }
    },
    true,
  );
}

function sayStopped(
  form: HTMLFormElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  names: readonly string[],
  submitter: HTMLElement | null,
): void {
  const stop = element(
    'div',
    { class: 'caution names__stop', role: 'alert' },
    element(
      'p',
      {},
      element('strong', {}, 'Rien n’est parti. '),
      `Ce texte dit ${names.map((name) => `« ${name} »`).join(' et ')}, de votre fichier. Écrivez « l’élève », ou le code.`,
    ),
    button('Personne n’est nommé : envoyer ainsi', () => {
      confirmed.add(field.value);
      form.requestSubmit(submitter);
    }),
  );
  field.closest('.fr-input-group, p, label')?.after(stop);
  if (!stop.isConnected) form.append(stop);
  field.focus();
}

/** Leaving by a link or a form of the site keeps the file open; closing the tab would lose what is not on the disk. */
export function warnBeforeLosing(): void {
  let staysHere = false;
  const stays = () => {
    staysHere = true;
    setTimeout(() => {
      staysHere = false;
    }, 2_000);
  };
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest?.('a');
    if (link?.origin === location.origin && link.target === '') stays();
  });
  document.addEventListener('submit', stays);
  window.addEventListener('beforeunload', (event) => {
    if (!staysHere && openedNow()?.unsaved) event.preventDefault();
  });
}
