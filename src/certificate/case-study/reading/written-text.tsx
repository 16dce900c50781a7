import { type CaseStudy, countWords, paragraphsOf, type Texts } from '../case-study.ts';

const TITLES = { diagnosis: 'Mon diagnostic', proposals: 'Mes propositions' } as const;

type Studied = Pick<CaseStudy, 'diagnosis' | 'proposals' | 'atTheHour'>;

/** What was written, what came after the hour set off in words and not by colour alone. */
export function WrittenText({
  study,
  level,
  titles = TITLES,
}: {
  study: Studied;
  level: 2 | 3;
  titles?: Readonly<Record<keyof Texts, string>>;
}) {
  const Heading = `h${level}` as 'h2' | 'h3';
  return (
    <>
      {(['diagnosis', 'proposals'] as const).map((part) => (
        <section class="written">
          <Heading>{titles[part]}</Heading>
          {study[part].trim() === '' && <p class="written__none">Rien n’a été écrit.</p>}
          {paragraphsOf(study[part], study.atTheHour?.[part] ?? null).map(({ text, late }) =>
            late ? (
              <p class="written__late">
                <span class="written__when">Après l’heure :</span> {text}
              </p>
            ) : (
              <p>{text}</p>
            ),
          )}
        </section>
      ))}
    </>
  );
}

export function wordsText({ diagnosis, proposals }: Texts): string {
  const words = countWords(diagnosis) + countWords(proposals);
  return words === 0 ? 'aucun mot écrit' : words === 1 ? '1 mot écrit' : `${words} mots écrits`;
}
