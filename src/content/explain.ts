import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong in a file, in plain French for those who write it, and where. */
export type Explained = { path: Path; text: string };

const KINDS: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste, chaque ligne commençant par un tiret',
  object: 'plusieurs champs, un par ligne',
};

/** Explains a problem the schema finds in a value. */
export function explain(issue: Issue, value: unknown, base: Path = []): Explained {
  const path = [...base, ...issue.path];
  const say = (text: string): Explained => ({
    path,
    text: [placeOf(path), text].filter(Boolean).join(' : '),
  });
  if (path.length > 0 && valueAt(value, path) === undefined) return say('ce champ manque');
  switch (issue.code) {
    case 'invalid_type':
      return say(`il faut ici ${KINDS[issue.expected] ?? issue.expected}`);
    case 'too_small':
      if (issue.origin === 'string')
        return say(
          Number(issue.minimum) > 1
            ? `ce texte est trop court, ${issue.minimum} caractères au moins`
            : 'ce texte est vide',
        );
      return say(issue.inclusive === false ? `plus de ${issue.minimum}` : `${issue.minimum} au moins`);
    case 'too_big':
      return say(`${issue.maximum} au plus`);
    case 'invalid_value':
      return say(
        `« ${String(valueAt(value, path))} » n’est pas admis ; au choix : ${issue.values.join(', ')}`,
      );
    case 'invalid_format':
      return say(formatText(issue));
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => `« ${key} »`).join(', ');
      return {
        path: [...path, issue.keys[0]!],
        text: `${placeOf(path) && `${placeOf(path)} : `}champ inconnu, ${names} ; vérifiez l’orthographe et le retrait de la ligne`,
      };
    }
    case 'invalid_union':
      return explainUnion(issue, value, path);
    default:
      return say(issue.message);
  }
}

/** The problem of the form that comes closest to what is written. */
function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  value: unknown,
  path: Path,
): Explained {
  const forms = issue.errors.filter((problems) => problems.every((problem) => problem.path.length > 0));
  const [closest] = forms.toSorted((a, b) => a.length - b.length);
  if (closest?.[0]) return explain(closest[0], value, path);
  const given = valueAt(value, path);
  const shown = typeof given === 'object' ? '' : `« ${String(given)} » `;
  return {
    path,
    text: `${placeOf(path)} : ${shown}n’est pas admis ici ; les valeurs possibles sont dans content/README.md`,
  };
}

/** Patterns that say their own message in the schema are explained by it. */
function formatText({ format, message, pattern = '' }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (format === 'date') return 'il faut une date qui existe, comme 2027-11-30';
  if (format === 'url') return 'il faut une adresse complète, qui commence par https://';
  if (!message.startsWith('Invalid')) return message;
  return PATTERNS[pattern] ?? 'il faut des lettres minuscules sans accent, des chiffres et des tirets';
}

const PATTERNS: Readonly<Record<string, string>> = {
  '/^[a-z]$/': 'il faut une seule lettre minuscule',
  '/^\\d\\.\\d$/': 'il faut le numéro d’une compétence entre guillemets, comme "2.1"',
  '/^p\\d$/': 'il faut p1, p2…',
  '/^c\\d$/': 'il faut c1, c2…',
  '/^s\\d$/': 'il faut s1, s2…',
  '/^\\d\\.\\d-[a-z0-9-]+$/':
    'il faut le numéro de la compétence, un tiret, puis des mots sans accent : 2.1-le-cahier',
};

/** Where it is, as a writer sees it: « options, n° 2, feedback ». */
function placeOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `n° ${step + 1}` : String(step))).join(', ');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (within, step) =>
      typeof within === 'object' && within !== null
        ? (within as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
