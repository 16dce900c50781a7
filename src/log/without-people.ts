/** Words are read from where they begin, once: a text that somebody made long on purpose holds nobody up. */
const CUTS: readonly [what: RegExp, instead: string][] = [
  // A password in the address of a server, before what looks like an e-mail address.
  [/:\/\/[^\s/@]+@/g, '://(compte)@'],
  [/(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '(adresse)'],
  // What follows the name of a site tells which page, sometimes of whom.
  [/(https?:\/\/[^\s/?#'"«»<>()]+)[/?#][^\s'"«»<>()]+/g, '$1/(page)'],
  [/\?[^\s?'"«»<>()]*=[^\s'"«»<>()]*/g, '?(requête)'],
  // Sessions, tokens, keys, fingerprints: long words made of figures and letters.
  [/(?<![\w-])(?=[\w-]*\d)[\w-]{24,}/g, '(jeton)'],
  // Codes of six figures, but not a line or a column in the code.
  [/(?<![\w:.])\d{3}[ {2}]?\d{3}(?![\w:.])/g, '(code)'],
];

/** The text without addresses, queries, tokens and codes: the last net under lines that should hold none. */
export function withoutPeople(text: string): string {
  return CUTS.reduce((kept, [what, instead]) => kept.replace(what, instead), text);
}
