/** What our stories do not use of ink, and how their text is written: what can be said line by line, before any walk. */
export function checkWriting(
  story: string,
  speakers: readonly string[],
): { line: number; message: string }[] {
  const lines = story.split('\n');
  const spaced = new RegExp(`^(${[...speakers, 'Retour', 'Fin'].join('|')})\\s+:`);
  const rules = [
    ...RULES,
    { broken: spaced, message: 'a speaker is written « Nom: », the colon at once after the name' },
  ];
  const problems = lines.flatMap((written, index) => {
    const text = written.replace(/\/\/.*$/, '').trim();
    return rules
      .filter(({ broken }) => broken.test(text))
      .map(({ message }) => ({ line: index + 1, message }));
  });
  const first = lines[0]?.trim() ?? '';
  if (!/^VAR confiance = [0-4]$/.test(first))
    problems.unshift({
      line: 1,
      message: 'the first line must be « VAR confiance = 2 » (a whole number, 0 to 4)',
    });
  return problems;
}

const RULES: readonly { broken: RegExp; message: string }[] = [
  { broken: /^\*/, message: 'a choice begins with +, not *' },
  { broken: /^\+(?!.*\[.+\])/, message: 'a choice is written « + [what is said] »' },
  { broken: /^\+[^\]]*\]\s*(?!->)\S/, message: 'after the brackets of a choice, nothing but « -> »' },
  { broken: /^\+(\s*\+)+/, message: 'choices inside choices: use a knot' },
  { broken: /'/, message: 'straight apostrophe: ’ expected' },
  { broken: /"/, message: 'straight quotation marks: « » expected' },
  { broken: /\b\p{L}+·\p{L}*/u, message: 'middot: both genders by wording' },
  { broken: /#/, message: 'no tags' },
  { broken: /^(INCLUDE|EXTERNAL|LIST)\b/, message: 'no INCLUDE, EXTERNAL or LIST' },
  {
    broken: /\b(RANDOM|SEED_RANDOM|TURNS|TURNS_SINCE)\b|\bshuffle\b|\{\s*[~&]/,
    message: 'nothing random, no count of turns',
  },
  { broken: /->\s*->|<-|->->/, message: 'no tunnel and no thread' },
  { broken: /<>/, message: 'no glue: a line a speech' },
];
