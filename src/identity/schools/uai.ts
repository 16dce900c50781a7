const CHECK_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The letter that ends an UAI: its seven digits modulo 23, in the alphabet without I, O and Q. */
export function uaiLetter(digits: string): string {
  if (!/^\d{7}$/.test(digits)) throw new RangeError(`an UAI starts with seven digits, not « ${digits} »`);
  return CHECK_LETTERS.charAt(Number(digits) % CHECK_LETTERS.length);
}

/** An UAI as people type it, with its capital letter, or null when it is not one. */
export function parseUai(typed: string): string | null {
  const uai = typed.replace(/\s/g, '').toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return null;
  return uai.endsWith(uaiLetter(uai.slice(0, 7))) ? uai : null;
}
