import type { Random } from '../psychometrics/index.ts';

/** The form of a question as the page shows it: where it goes, and one way of answering it at random. */
export type AnswerForm = { action: string; fields: URLSearchParams };

/**
 * Reads the form a person has to fill in, whatever the format of the question, and answers at random within what
 * the fields allow. Null when the page asks nothing.
 */
export function answerAtRandom(html: string, random: Random): AnswerForm | null {
  const [, action, form] =
    /<form [^>]*action="(\/evaluations\/[^"]+\/reponses)"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  if (action === undefined || form === undefined) return null;
  const fields = new URLSearchParams();
  const inputs = [...form.matchAll(/<input [^>]*>/g)].map(([tag]) => attributesOf(tag));
  for (const { type, name, value } of inputs) if (type === 'hidden') fields.append(name!, value!);
  for (const [name, values] of byName(inputs.filter(({ type }) => type === 'radio'))) {
    fields.append(name, pick(values, random));
  }
  for (const [name, values] of byName(inputs.filter(({ type }) => type === 'checkbox'))) {
    const ticked = values.filter(() => random.uniform() < 0.5);
    for (const value of ticked.length > 0 ? ticked : [pick(values, random)]) fields.append(name, value);
  }
  for (const { inputmode, name } of inputs) {
    if (inputmode === 'decimal') fields.append(name!, String(random.integer(100)));
  }
  answerLists(form, fields, random);
  return { action, fields };
}

/** Each place of an order is taken once; the other lists are free. */
function answerLists(form: string, fields: URLSearchParams, random: Random): void {
  const places: string[] = [];
  for (const [, tag, content] of form.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name } = attributesOf(tag!);
    const values = [...content!.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!);
    const free = name!.startsWith('rank-') ? values.filter((value) => !places.includes(value)) : values;
    const value = pick(free, random);
    places.push(value);
    fields.append(name!, value);
  }
}

function byName(inputs: readonly Record<string, string>[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, value } of inputs) groups.set(name!, [...(groups.get(name!) ?? []), value!]);
  return groups;
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}

function pick(values: readonly string[], random: Random): string {
  return values[random.integer(values.length)]!;
}
