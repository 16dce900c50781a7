import type { Child } from 'hono/jsx';
import { type Content, type Examination, isWithdrawn } from '../../content/index.ts';
import { page, type Route, route, SourceList, staff, type Viewer, type Visit } from '../../web/index.ts';

export const examinationRoutes: Route[] = [route('GET', '/certificat', staff, showExamination)];

/** What the examination is, by its texts and what they do not say; then where to prepare for it. */
function showExamination(visit: Visit<Viewer>): Response {
  const { content, now } = visit.app;
  const { examination } = content;
  const shown = examination && !isWithdrawn(examination, now()) ? examination : null;
  return page(
    visit,
    { title: 'Préparer le CPLDS', narrow: true },
    <>
      <h1>Préparer le CPLDS</h1>
      <p class="lede">
        Le certificat de professionnalisation en matière de lutte contre le décrochage scolaire se prépare en
        formation et s’obtient devant un jury. Ici, vous vous entraînez.
      </p>
      <p class="preparation">
        Préparation, pas un avis du jury. Rien de ce que vous faites ici ne compte pour l’examen, et personne
        n’en est informé.
      </p>
      <Parts />
      {shown ? (
        <About examination={shown} content={content} />
      ) : (
        <p>La page qui décrit l’examen est en cours de révision : voyez les textes auprès du rectorat.</p>
      )}
    </>,
  );
}

const PLACES: { where: string; title: string; text: string }[] = [
  {
    where: '/certificat/etudes-de-cas',
    title: 'Étudier un dossier en une heure',
    text: 'Épreuve 2 : des documents, une heure, une grille pour se relire, puis la présentation et l’entretien.',
  },
  {
    where: '/certificat/seances',
    title: 'Préparer une séance avec des jeunes',
    text: 'Épreuve 1 : trente minutes, préparées, vérifiées, puis regardées après.',
  },
  {
    where: '/certificat/dossier',
    title: 'Rassembler mon dossier',
    text: 'Les deux épreuves : ce que j’ai fait, ce qu’un pair a vu, ce qui manque encore.',
  },
  {
    where: '/certificat/calendrier',
    title: 'Voir quand s’inscrire',
    text: 'Les dates de chaque académie, avec leur source.',
  },
];

function Parts() {
  return (
    <section>
      <h2>S’entraîner</h2>
      <ul class="listing">
        {PLACES.map(({ where, title, text }) => (
          <li>
            <p class="listing__title">
              <a href={where}>{title}</a>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ examination, content }: { examination: Examination; content: Content }) {
  return (
    <>
      <h2>L’examen, par ses textes</h2>
      <ul class="contents">
        {examination.sections.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {examination.sections.map(({ id, title, lines, unknown }) => (
        <section id={id}>
          <h3>{title}</h3>
          <ul>
            {lines.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
          {unknown.length > 0 && (
            <Unknown>
              {unknown.map((text) => (
                <li>{text}</li>
              ))}
            </Unknown>
          )}
          {lines.length > 0 && <SourceList sources={sourcesOf(lines)} facts={content.facts} />}
        </section>
      ))}
      {examination.status === 'à relire' && (
        <p class="about">Page à relire : aucun spécialiste nommé ne l’a encore validée.</p>
      )}
    </>
  );
}

type Line = Examination['sections'][number]['lines'][number];

/** Each source once, in the order of the lines. */
function sourcesOf(lines: readonly Line[]): Line['source'][] {
  return [...new Map(lines.map(({ source }) => [JSON.stringify(source), source])).values()];
}

function Unknown({ children }: { children: Child }) {
  return (
    <div class="unknown">
      <p class="unknown__title">Ce que nous ne savons pas</p>
      <ul>{children}</ul>
    </div>
  );
}
