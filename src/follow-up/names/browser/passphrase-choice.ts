import { drawPassphrase, PASSPHRASE_BITS, passphraseProblem } from '../passphrase.ts';
import { type FileKey, keyFrom } from '../sealed-file.ts';
import { button, element } from './element.ts';
import { checkbox, field, whenEntered } from './fields.ts';

/** Chooses a passphrase, drawn or one's own, and proves that it was written down by typing it again. */
export function passphraseChoice(act: string, chosen: (key: FileKey) => Promise<void>): HTMLElement[] {
  const first = field(
    'Phrase de passe',
    'Notez-la à l’écart de cet ordinateur. Personne ne peut la retrouver : sans elle, le fichier ne s’ouvre plus.',
    { type: 'text' },
  );
  const again = field(
    'La même phrase, tapée de nouveau',
    'Recopiez votre note : c’est elle que vous vérifiez.',
    {
      type: 'password',
    },
  );
  const proposed = element('p', { class: 'names__drawn', role: 'status' });
  const draw = button('Tirer une phrase au hasard', () => {
    first.input.value = drawPassphrase();
    proposed.textContent = `Sept mots tirés au hasard parmi 512, soit ${PASSPHRASE_BITS} bits d’entropie : hors de portée de qui les essaierait tous.`;
    first.input.focus();
  });
  const hide = checkbox('Masquer la phrase', (hidden) => {
    first.input.type = hidden ? 'password' : 'text';
  });
  let working = false;
  const submit = async () => {
    if (working) return;
    const problem = passphraseProblem(first.input.value);
    first.say(problem ?? '');
    if (problem) return;
    const [typed, copied] = [first.input, again.input].map(({ value }) => value.trim().replace(/\s+/g, ' '));
    const differs = typed === copied ? '' : 'Les deux phrases ne sont pas les mêmes.';
    again.say(differs);
    if (differs) return;
    working = true;
    const key = await keyFrom(first.input.value);
    first.input.value = '';
    again.input.value = '';
    proposed.textContent = '';
    await chosen(key);
    working = false;
  };
  whenEntered(again.input, () => void submit());
  return [
    element('p', {}, draw),
    proposed,
    first.group,
    hide,
    again.group,
    element(
      'p',
      {},
      button(act, () => void submit(), 'primary'),
    ),
  ];
}
