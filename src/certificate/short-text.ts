import { type Identifier, warnings } from '../writing/index.ts';

const REFUSED: Record<Identifier, string> = {
  'birth-date': 'une date de naissance',
  'national-number': 'un numéro national',
  email: 'une adresse électronique',
  phone: 'un numéro de téléphone',
};
const DOUBTED = {
  name: 'le nom de quelqu’un',
  health: 'la santé d’un élève',
  family: 'sa vie ou sa famille',
};

export type ShortText = {
  text: string;
  problems: { field: string; message: string }[];
  /** What it may give away, to confirm or to write otherwise. */
  doubts: string[];
};

/**
 * A text of a few lines about one's practice: its length, what is never written here, and what may be a name. A doubt
 * stands until the person confirms this very text.
 */
export function readShortText(
  typed: string,
  rule: {
    field: string;
    longest: number;
    missing?: string;
    confirmed?: string | undefined;
    today: string;
    /** Where the health or the family of young people in general is a fair subject, only names are doubted. */
    namesOnly?: boolean;
  },
): ShortText {
  const text = typed.replace(/\s+/g, ' ').trim();
  const length = [...text].length;
  const { refused, doubts } = warnings(text, Number(rule.today.slice(0, 4)));
  const messages = [
    ...(text === '' && rule.missing ? [rule.missing] : []),
    ...(length > rule.longest ? [`${rule.longest} signes au plus : il y en a ${length}.`] : []),
    ...refused.map((what) => `Retirez ce qui ressemble à ${REFUSED[what]} : cela ne s’écrit pas ici.`),
  ];
  return {
    text,
    problems: messages.map((message) => ({ field: rule.field, message })),
    doubts:
      rule.confirmed === text
        ? []
        : doubts
            .filter(({ about }) => about === 'name' || !rule.namesOnly)
            .map(({ about, words }) => `${DOUBTED[about]} (« ${words.join(' », « ')} »)`),
  };
}
