import { page, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { RuleSource } from './rule-source.tsx';

export const lawRoutes: Route[] = [route('GET', '/suivi/voies', staff, showLaw)];

/** What the law asks for and allows, by age, each line with where it says so. */
function showLaw(visit: Visit<Viewer>): Response {
  const { lawByAge, facts } = visit.app.content;
  return page(
    visit,
    { title: 'Ce que la loi permet, selon l’âge', narrow: true },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Ce que la loi permet, selon l’âge</h1>
      <p class="lede">
        Un repère pour préparer un choix avec l’élève et sa famille, pas un avis juridique. Chaque ligne dit
        sa source et son année : relisez le texte avant de signer.
      </p>
      {lawByAge.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          <ul class="procedure">
            {lines.map(({ text, source }) => (
              <li>
                {text}
                <RuleSource source={source} facts={facts} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>,
  );
}
