/** What a column of a pasted table is for; what is not here is never read. */
export type ColumnUse =
  | 'code'
  | 'lastName'
  | 'firstName'
  | 'fullName'
  | 'className'
  | 'birthDate'
  | 'halfDays'
  | 'unjustified'
  | 'sanctions'
  | 'exclusions';

/** The first rule that fits says it; those without a use name what must not be taken for something else. */
const RULES: readonly (readonly [ColumnUse | null, RegExp])[] = [
  ['code', /^code( suivi| du suivi| gpds)?$/],
  ['lastName', /^noms?( de famille| d usage| de naissance| (de l )?eleve)?$/],
  ['firstName', /^prenoms?( 1| usuel| (de l )?eleve)?$/],
  ['fullName', /^(eleves?|nom( et)? prenoms?|prenoms?( et)? nom|nom complet|identite)( (de l )?eleve)?$/],
  ['birthDate', /^(date( de)? naiss(ance)?|ne e? ?le|nee? le|naissance|ddn)$/],
  [null, /\b(minutes?|heures?|retards?|motif|taux|pourcent|responsable|representant|pere|mere)\b/],
  ['unjustified', /non justifi|injustifi|non regl|non recevable|sans motif/],
  ['halfDays', /demi journees?|1 2 journees?|\bdj\b|^d j\b|^absences?$/],
  [null, /punition/],
  [
    'exclusions',
    /exclusions? (temporaires?|definitives?)|(temporaires?|definitives?) d exclusion|conseils? de discipline/,
  ],
  ['sanctions', /\bsanctions?\b|\bexclusions?\b/],
  [
    'className',
    /^(classe|division|div|structure|code structure|libelle? structure|lib structure|code division)( .*)?$/,
  ],
];

export function useOf(header: string): ColumnUse | null {
  const plain = folded(header);
  return RULES.find(([, fits]) => fits.test(plain))?.[0] ?? null;
}

/** Letters without accents and digits, in words: what two spellings of one thing have alike. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Added up when a table has several of them; of the others the first is read. */
const ADDED: readonly ColumnUse[] = ['sanctions', 'exclusions'];

export type Columns = {
  uses: ReadonlyMap<ColumnUse, readonly number[]>;
  kept: string[];
  dropped: string[];
};

/** Which columns of a line of titles are read, and which are left. Null when it is not one: nobody is named in it. */
export function columnsOf(titles: readonly string[]): Columns | null {
  const uses = new Map<ColumnUse, number[]>();
  const [kept, dropped]: [string[], string[]] = [[], []];
  for (const [index, title] of titles.entries()) {
    const use = useOf(title);
    const others = use && uses.get(use);
    if (!use || (others && !ADDED.includes(use))) {
      if (title.trim()) dropped.push(title.trim());
      continue;
    }
    uses.set(use, [...(others ?? []), index]);
    kept.push(title.trim());
  }
  const names = uses.has('fullName') || uses.has('lastName') || uses.has('code');
  return names && uses.size >= 2 ? { uses, kept, dropped } : null;
}
