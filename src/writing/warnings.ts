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
  const plain = text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ');
  return {
    refused: identifiersIn(plain, year),
    doubts: [
      { about: 'name' as const, words: namesIn(plain) },
      { about: 'health' as const, words: wordsIn(plain, HEALTH) },
      { about: 'family' as const, words: wordsIn(plain, FAMILY) },
    ].filter(({ words }) => words.length > 0),
  };
}

const MONTHS =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|sept|oct|nov|déc';

function identifiersIn(text: string, year: number): Identifier[] {
  const found = new Set<Identifier>();
  if (/\S@\S|\barobase\b/i.test(text)) found.add('email');
  const together = text.replace(/(?<=\w)[ .-](?=\w)/g, '');
  if (/(?<![\dA-Z])\d{9}(?:\d[A-Z]|[A-Z]{2})(?![A-Z\d])/i.test(text.replace(/(?<=\d)[ .-](?=\d)/g, '')))
    found.add('national-number');
  if (/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/.test(together)) found.add('national-number');
  if (/(?<!\d)(?:\+33|0)[ .-]?[1-9](?:[ .-]?\d\d){4}(?!\d)/.test(text)) found.add('phone');
  if (/\bnée? (?:le|en)\b/i.test(text)) found.add('birth-date');
  const days = [
    ...text.matchAll(/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})(?!\d)/g),
    ...text.matchAll(new RegExp(`(?<!\\d)\\d{1,2}(?:er)? (?:${MONTHS})\\.? (\\d{4}|\\d{2})(?!\\d)`, 'gi')),
    ...text.matchAll(/(?<!\d)(\d{4})-\d\d-\d\d(?!\d)/g),
  ];
  for (const [, written = ''] of days) {
    const full = written.length === 4 ? Number(written) : centuryOf(Number(written), year);
    if (full <= year - 3 && full >= year - 30) found.add('birth-date');
  }
  return [...found];
}

const centuryOf = (short: number, year: number) => (short > (year % 100) + 1 ? 1900 : 2000) + short;

/** Written with a capital in the middle of a sentence without being anybody. */
const NOT_NAMES = new Set(
  'M Mme Mr Mlle Monsieur Madame INE PAP PPS ASE MDPH RSA TDAH AED AESH AP ASSR BEP BTS BVC CAP CCF CDI CDO CE CESCE CFA CIO CLAS CPE CVC CVL DASEN DHG DNB DSDEN ENT EPI EPIDE EPS FCPE FLE FSE GPDS GT HVC LEGT LP LV LVA LVB MLDS ML MDL MFR PAFI PFMP PP PRE PSAD REP SAS SEGPA SES SIEI SNT STI STMG SVT TDO TP UAI ULIS UPE2A UPE Ambition Avenirs Parcoursup Pix Pronote PsyEN PsyÉN École Éducation France Segpa Toussaint Noël Pâques Devoirs'.split(
    ' ',
  ),
);

const TITLE_BEFORE = /(?:^|[^\p{L}])(?:M\.|Mr|Mme|Mlle|monsieur|madame|mademoiselle) (\p{Lu}[\p{L}’'-]+)/giu;
/** First names given often to those born from 2004 to 2016, and that are not also words of every day. */
const FIRST_NAMES = new Set(
  'Adam Adrien Agathe Alexandre Alexis Alice Alicia Amine Anaïs Antoine Arthur Assia Axel Aya Baptiste Bastien Bilal Camille Capucine Charlotte Chloé Clara Clément Corentin Diego Dylan Elena Elias Elisa Éléna Élise Éliott Eliott Elsa Emma Enzo Ethan Eva Evan Fanny Fatima Félix Florian Gabin Gabriel Hugo Ibrahim Ilyes Imran Inaya Inès Ismaël Jade Jules Julia Julie Juliette Kenza Kevin Kylian Léa Léna Léo Léon Lény Lilou Lina Lisa Lola Lou Louane Louis Louise Luca Lucas Lucie Maël Maëlle Maëlys Malo Manon Margaux Margot Marius Martin Mathéo Mathilde Mathis Mattéo Maxence Maxime Mehdi Mia Mila Milan Mohamed Myriam Naël Nathan Nina Noa Noah Noé Noémie Nolan Nour Océane Oscar Paul Quentin Raphaël Rayan Robin Romain Romane Sacha Salma Samuel Sara Sarah Simon Sofia Solène Sofiane Théo Thomas Timéo Titouan Tom Tristan Valentin Victor Wassim Yanis Youssef Zoé'.split(
    ' ',
  ),
);

function namesIn(text: string): string[] {
  const names = new Set<string>([...text.matchAll(TITLE_BEFORE)].map(([, name]) => name!));
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{N}’'-]*/gu)) {
    const bare = word.replace(/^[dlnsDLNS][’']/u, '');
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
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (stems.some((stem) => begins(plain, stem))) found.add(word);
  }
  return [...found];
}

function begins(word: string, stem: string): boolean {
  if (!stem.endsWith('=')) return word.startsWith(stem);
  const whole = stem.slice(0, -1);
  return word === whole || word === `${whole}s`;
}
