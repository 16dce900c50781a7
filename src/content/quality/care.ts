/** What makes words sound careful: asking, finding out first, doing together, leaving open. Without accents. */
const CAREFUL = words(
  // first, before acting
  "d'abord, avant",
  // asking and finding out
  'demande*, propose*, proposons, propos, ecout*, cherche*, compren*, entend*, observe*, verifi*, compar*, not(er|e|ez|ons)',
  "comment, pourquoi, quel(le)?s?, qu'est-ce, ce qu[ie]?, raconte*, explique*",
  // together
  'avec (lui|elle|eux|elles|vous|toi), ensemble, conven*, convien*, accord, choisi*, essay*, invit*, aide*',
  // leaving open
  'peut-etre, pourr*, peut, peux, pouvez, souhait*, semble*, parfois, si (elle|il|ils|vous|tu)',
);

/** What makes them sound rash: no exception, no delay, duty, threat. */
const RASH = words(
  'toujours, jamais, tou(te)?s, tout, chaque, aucune?, rien, seulement, uniquement',
  'tout de suite, immediatement, aussitot, sinon, des',
  'il faut, doi[st], doivent, devez, devr*, exig*, impos*, oblig*',
  'sanction*, punir, punition*, avertissement*, rappel*, prevenir, attendre, laisser',
);

/** How careful a wording sounds: a point for each careful turn and each question, one less for each rash one. */
export function careOf(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
  return count(plain, CAREFUL) + count(plain, /\?/g) - count(plain, RASH);
}

/** A list of turns as one pattern; « * » stands for the end of a word. */
function words(...lines: string[]): RegExp {
  const turns = lines.flatMap((line) => line.split(', ')).map((turn) => turn.replaceAll('*', '[a-z]*'));
  return new RegExp(`(?<![a-z])(?:${turns.join('|')})(?![a-z])`, 'g');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
