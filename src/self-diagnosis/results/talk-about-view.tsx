import type { SchoolPolicy } from '../../content/index.ts';
import { peopleText } from './line-view.tsx';
import type { Line, Results } from './results.ts';
import { talkAbout } from './talk-about.ts';

/** What is not seen alike, before everything else. */
export function TalkAboutView({ results, policy }: { results: Results; policy: SchoolPolicy }) {
  const { far, divided, unknown, apart } = talkAbout(results);
  const titleOf = (id: string) => policy.statements.find((statement) => statement.id === id)!.title;
  const nothing = far.length + divided.length + unknown.length + apart.length === 0;
  return (
    <section class="diagnosis-talk">
      <h2>Ce dont il faut parler</h2>
      <p>
        {nothing
          ? 'Les personnes qui ont répondu voient à peu près les mêmes choses.'
          : 'Personne n’a tort : selon la place que l’on occupe, on ne voit pas la même chose. Demandez « qu’as-tu vu, que je n’ai pas vu ? » avant de décider.'}
      </p>
      <Lines title="Vous le voyez très différemment" lines={far} policy={policy} titleOf={titleOf} />
      <Lines title="Les vues sont partagées" lines={divided} policy={policy} titleOf={titleOf} />
      {apart.length > 0 && (
        <>
          <h3>En cours et autour des cours, on ne voit pas la même chose</h3>
          <ul>
            {apart.map((line) => (
              <li>
                {titleOf(line.statement)} : plutôt « {policy.scale[line.class]!.label} » en cours, plutôt «{' '}
                {policy.scale[line.around]!.label} » autour
              </li>
            ))}
          </ul>
        </>
      )}
      <Lines title="La moitié au moins ne sait pas" lines={unknown} policy={policy} titleOf={titleOf} />
    </section>
  );
}

function Lines({
  title,
  lines,
  policy,
  titleOf,
}: {
  title: string;
  lines: readonly Line[];
  policy: SchoolPolicy;
  titleOf: (id: string) => string;
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li>
            {titleOf(line.statement)}{' '}
            <span class="diagnosis-talk__numbers">({peopleText(policy, line)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
