import list from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import type { Random } from '../../psychometrics/index.ts';

/** The Big List of Naughty Strings (MIT, Max Woolf), and what this application in particular should fear. */
export function naughtyStrings(): string[] {
  return [...new Set([...list.filter((text) => text !== ''), ...OURS])];
}

const OURS = [
  '<script>document.title="ran"</script>',
  '"><img src=x onerror=document.title="ran">',
  "'><svg/onload=document.title='ran'>",
  '</textarea><script>document.title="ran"</script>',
  '</title><script>document.title="ran"</script>',
  'javascript:document.title="ran"',
  '{{7*7}} <%= 7*7 %> #{7*7} {%raw%}',
  "Robert'); drop table person;--",
  "' or '1'='1",
  '\\',
  '\\u0000',
  'avant\0après',
  '\0',
  '%00',
  '%s%s%s%n',
  '\r\nSet-Cookie: session=pirate',
  '\r\nBcc: autre@example.fr',
  '=1+1',
  '+cmd|calc!A1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\ufeff',
  '\u202eetneve',
  '\u2028\u2029',
  '\ud800',
  '\u0000\u0001\u0002',
  'é'.normalize('NFD'),
  'é',
  'a'.repeat(300),
  'é'.repeat(301),
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '99999999999999999999',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '/etc/passwd',
  '//ailleurs.example',
  'https://ailleurs.example',
];

/** What names are really like. */
export const NAMES = [
  'Zoé',
  'Zoé'.normalize('NFD'),
  'Anne-Lise d’Harcourt',
  "N'Guessan Kouamé",
  'Nguyễn Thị Ánh',
  'María José Carreño Quiñones',
  'Łukasz Żółć',
  'Œuvrard Çelik',
  'محمد العربي',
  'עדי כהן',
  '王小明',
  'Ελένη',
  'Дарья',
  'Awa 🌱',
  '👩🏽‍🏫',
  'O',
  'de La Tour du Pin Chambly de La Charce',
  'null',
  'Undefined',
  'Drop Table',
  '<b>Gras</b>',
  '"Guillemets"',
  '&amp;',
  'a'.repeat(100),
  'é'.repeat(100),
  '\u202eenirehtaC',
];

export function sampleOf<T>(list: readonly T[], size: number, random: Random): T[] {
  const left = [...list];
  return Array.from(
    { length: Math.min(size, left.length) },
    () => left.splice(random.integer(left.length), 1)[0]!,
  );
}
