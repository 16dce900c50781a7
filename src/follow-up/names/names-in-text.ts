import { type Pupil, shownName } from './correspondence.ts';

/**
 * Names of the open file that a text says, so that they are not sent by slip. Accents and hyphens are forgiven; a name alone
 * counts only with a capital, since « petit » and « rose » are also words.
 */
export function namesSaid(text: string, pupils: readonly Pupil[]): string[] {
  const words = wordsOf(text);
  const any = ` ${words.map(({ plain }) => plain).join(' ')} `;
  const capitals = ` ${words.map(({ plain, capital }) => (capital ? plain : '·')).join(' ')} `;
  const said = new Set<string>();
  for (const pupil of pupils) {
    const [first, last] = [plainOf(pupil.firstName), plainOf(pupil.lastName)];
    const whole = first && last ? [`${first} ${last}`, `${last} ${first}`] : [];
    if (whole.some((name) => any.includes(` ${name} `))) said.add(shownName(pupil));
    for (const [name, shown] of [
      [first, pupil.firstName],
      [last, pupil.lastName],
    ] as const) {
      if (name.length >= 2 && capitals.includes(` ${name} `)) said.add(shown);
    }
  }
  return [...said];
}

function wordsOf(text: string): { plain: string; capital: boolean }[] {
  return [...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => ({
    plain: bare(word),
    capital: /^\p{Lu}/u.test(word),
  }));
}

function plainOf(name: string): string {
  return wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');
}

/** Letters alone: no accent, no capital. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
