/** What is not accepted at all: it would say who the pupil is. */
export type Identifier = 'birth-date' | 'national-number' | 'email' | 'phone';
/** What may be a slip, and is kept only once confirmed. */
export type Doubt = { about: 'name' | 'health' | 'family'; words: string[] };
export type Warnings = { refused: Identifier[]; doubts: Doubt[] };

/**
 * What a short text about a young person may give away. It warns rather than understands: a word it does not know passes,
 * a harmless one may be held back. `year` is the current one: a day of a year a pupil may be born in is a birth date.
 */
export function warnings(text: string, year: number): Warnings {
  const plain = text
    .slice(0, MOST_READ)
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ');
  return {
    refused: identifiersIn(plain, year),
    doubts: [
      { about: 'name' as const, words: namesIn(plain) },
      { about: 'health' as const, words: wordsIn(plain, HEALTH) },
      { about: 'family' as const, words: wordsIn(plain, FAMILY) },
    ].filter(({ words }) => words.length > 0),
  };
}

/** No form takes a longer text: reading all of what a machine may send would keep everybody else waiting. */
export const MOST_READ = 4_000;

/** Without accents, as what is searched. */
const MONTHS =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr|fev|avr|juil|sept|oct|nov|dec';
const UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un'.split(
    ' ',
  );
/** Longest first, so that « dix-sept » is not read as « dix ». */
const IN_WORDS = UNITS.toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll('-', '[ -]'))
  .join('|');
const DAY_IN_WORDS = `(?:\\d{1,2}(?:er)?|premier|${IN_WORDS})`;
const DAYS = [
  /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})(?!\d)/g,
  /(?<!\d)\d{1,2} \d{1,2} (\d{4})(?!\d)/g,
  /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(\d{4})(?!\d)/g,
  /(?<!\d)(\d{4})[/. -]?(?:0[1-9]|1[0-2])[/. -]?(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  new RegExp(`\\b${DAY_IN_WORDS} (?:${MONTHS})\\.? (\\d{4}|\\d{2})(?!\\d)`, 'gi'),
  new RegExp(`\\b${DAY_IN_WORDS} (?:${MONTHS})\\.? (deux[ -]mille(?:[ -](?:${IN_WORDS}))?)\\b`, 'gi'),
];

function identifiersIn(text: string, year: number): Identifier[] {
  const found = new Set<Identifier>();
  if (/\S@\S|\barobase\b/i.test(text)) found.add('email');
  const together = text.replace(/(?<=\w)[ .-](?=\w)/g, '');
  const numbers = text.replace(
    /(?<=\d)[ .-](?=\d|[A-Z]{1,2}(?![\p{L}\d])|[A-Z][ .-][A-Z](?![\p{L}\d]))/giu,
    '',
  );
  if (/(?<![\dA-Z])\d{9}(?:\d[A-Z]|[A-Z][ .-]?[A-Z])(?![A-Z\d])/i.test(numbers)) found.add('national-number');
  if (/\bINE\b[^\dA-Z]*\d[\dA-Z]{9,10}(?![A-Z\d])/i.test(numbers)) found.add('national-number');
  if (/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/.test(together)) found.add('national-number');
  if (/(?<!\d)(?:\+33|0)[ .-]?[1-9](?:[ .-]?\d\d){4}(?!\d)/.test(text)) found.add('phone');
  if (/\bnée? (?:le|en)\b/i.test(text) || /\banniversaire\b[^.;]{0,15}\d/i.test(text))
    found.add('birth-date');
  const bare = withoutAccents(text);
  for (const [, written = ''] of DAYS.flatMap((pattern) => [...bare.matchAll(pattern)])) {
    const full = yearOf(written, year);
    if (full <= year - 5 && full >= year - 30) found.add('birth-date');
  }
  return [...found];
}

function yearOf(written: string, year: number): number {
  if (/^\d{4}$/.test(written)) return Number(written);
  if (/^\d/.test(written)) return centuryOf(Number(written), year);
  const [, , ...rest] = written.toLowerCase().split(/[ -]/);
  return 2000 + UNITS.indexOf(rest.join('-')) + 1;
}
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const centuryOf = (short: number, year: number) => (short > (year % 100) + 1 ? 1900 : 2000) + short;

/** Written with a capital in the middle of a sentence without being anybody. */
const NOT_NAMES = new Set(
  'M Mme Mr Mlle Monsieur Madame INE PAP PPS ASE MDPH RSA TDAH AED AESH AP ASSR BEP BTS BVC CAP CCF CDI CDO CE CESCE CFA CIO CLAS CPE CVC CVL DASEN DHG DNB DSDEN ENT EPI EPIDE EPS FCPE FLE FSE GPDS GT HVC LEGT LP LV LVA LVB MLDS ML MDL MFR PAFI PFMP PP PRE PSAD REP SAS SEGPA SES SIEI SNT STI STMG SVT TDO TP UAI ULIS UPE2A UPE Ambition Avenirs Parcoursup Pix Pronote PsyEN PsyÉN École Éducation France Segpa Toussaint Noël Pâques Devoirs'.split(
    ' ',
  ),
);

const TITLE_BEFORE = /(?:^|[^\p{L}])(?:M\.|Mr|Mme|Mlle|monsieur|madame|mademoiselle) (\p{Lu}[\p{L}’'-]+)/giu;
/** « Mme ou M. », « Madame l’assistante sociale » */
const AFTER_A_TITLE = /^(?:ou|et|la|le|les|l[’'].*|de|du|qui|est|votre|notre)$/;
/** First names given often to those born from 2004 to 2016, and that are not also words of every day. */
const FIRST_NAMES = new Set(
  'Adam Adrien Agathe Alexandre Alexis Alice Alicia Amine Anaïs Antoine Arthur Assia Axel Aya Baptiste Bastien Bilal Camille Capucine Charlotte Chloé Clara Clément Corentin Diego Dylan Elena Elias Elisa Éléna Élise Éliott Eliott Elsa Emma Enzo Ethan Eva Evan Fanny Fatima Félix Florian Gabin Gabriel Hugo Ibrahim Ilyes Imran Inaya Inès Ismaël Jade Jules Julia Julie Juliette Kenza Kevin Kylian Léa Léna Léo Léon Lény Lilou Lina Lisa Lola Lou Louane Louis Louise Luca Lucas Lucie Maël Maëlle Maëlys Malo Manon Margaux Margot Marius Martin Mathéo Mathilde Mathis Mattéo Maxence Maxime Mehdi Mia Mila Milan Mohamed Myriam Naël Nathan Nina Noa Noah Noé Noémie Nolan Nour Océane Oscar Paul Quentin Raphaël Rayan Robin Romain Romane Sacha Salma Samuel Sara Sarah Simon Sofia Solène Sofiane Théo Thomas Timéo Titouan Tom Tristan Valentin Victor Wassim Yanis Youssef Zoé'.split(
    ' ',
  ),
);

/** Of those, and a few more, the ones that are no word of every day: they are names without a capital too. */
const LOWER_NAMES = new Set(
  [
    ...[...FIRST_NAMES].filter(
      (name) =>
        !'Aya Capucine Clara Clément Fanny Jade Julia Lou Martin Maxime Milan Mila Romain Romane Robin Tom Valentin'
          .split(' ')
          .includes(name),
    ),
    ...'Abdel Aïcha Ali Amandine Aminata Anas Angelina Angélique Ayoub Benoît Brandon Cassandra Cheick Enora Fatou Fatoumata Guillaume Hamza Hawa Ismaïl Jessica Jonathan Jordan Julien Justine Karim Khadija Killian Laura Logan Lyna Mamadou Mariam Marwa Mathys Melissa Morgane Moussa Nabil Nassim Nicolas Omar Ousmane Pauline Rachid Ryan Sekou Sirine Steven Vincent Yasmina Yasmine Younes Zakaria'.split(
      ' ',
    ),
    ...'Benali Bernard Bertrand Diallo Diarra Dubois Dufour Dumas Dumont Dupont Dupuis Durand Fabre Faure Fernandez Ferreira Garcia Gauthier Gautier Girard Giraud Guérin Konaté Lambert Leclerc Lefebvre Lefèvre Legrand Lemaire Leroux Lopez Martinez Moreau Morel Morin Muller Nguyen Perez Perrin Pereira Rodrigues Rousseau Roussel Sanchez Schmitt Sissoko Touré Traoré Vidal'.split(
      ' ',
    ),
  ].map((name) => withoutAccents(name).toLowerCase()),
);

function namesIn(text: string): string[] {
  const names = new Set<string>(
    [...text.matchAll(TITLE_BEFORE)].map(([, name]) => name!).filter((name) => !AFTER_A_TITLE.test(name)),
  );
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{N}’'-]*/gu)) {
    const bare = word.replace(/^[dlnsDLNS][’']/u, '');
    if (LOWER_NAMES.has(withoutAccents(bare).toLowerCase())) names.add(bare);
    if (NOT_NAMES.has(bare) || !/^\p{Lu}/u.test(bare)) continue;
    const before = text.slice(0, index).trimEnd();
    const opens = before === '' || /[.!?:;«(–]$/.test(before);
    // « K. » alone is an initial; a capital that opens a sentence is a capital, unless it opens a first name.
    if (FIRST_NAMES.has(bare) || !opens || (bare.length >= 3 && bare === bare.toUpperCase())) names.add(bare);
  }
  return [...names];
}

/** Beginnings of words, without accents; those that end with « = » are whole words, plural or not. */
const HEALTH =
  'addict alcool angoiss anorex anxiet anxieu asthm autis= autisme bipolair boulim burn cannabis crise= depress diagnosti drogu dys= dyscalc dyslex dysorth dysphas dysprax enceint epilep fatigue grossesse handicap hopital= hopitaux hospitalis hyperactif insomni malad mdph= medic migrain ordonnance pap= phobi pps= psychiatr psychologique psychotherap scarif soin= somatis stress stupefiant suicid tdah= therap toxico traitement= traumat troubl vapot'.split(
    ' ',
  );
const FAMILY =
  'adoptif adoptive adoption aemo= ase= battu beau-pere belle-mere beaux-parents bourse= boursi chomage chomeu concubin conjoint= deced deces demenag deuil divorc emprison etranger= expuls familiale foyer= frere= fratrie gitan immigr incarcer insalubr juge= logement= maltrait migrant musulman nationalite orphelin pauvre placement precair prison relig remari rom= rsa= sans-papier sdf= separation separe= sœur= soeur= squat tutelle veuf= veuve= viol= violen'.split(
    ' ',
  );

function wordsIn(text: string, stems: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}-]+/gu)) {
    const plain = withoutAccents(word).toLowerCase();
    if (stems.some((stem) => begins(plain, stem))) found.add(word);
  }
  return [...found];
}

function begins(word: string, stem: string): boolean {
  if (!stem.endsWith('=')) return word.startsWith(stem);
  const whole = stem.slice(0, -1);
  return word === whole || word === `${whole}s`;
}
