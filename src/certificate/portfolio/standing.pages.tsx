import type { Content } from '../../content/index.ts';
import { durationText } from '../../learning/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  page,
  type Route,
  readForm,
  route,
  SourceList,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findAsked } from './peers/confirmation.store.ts';
import { levelName } from './peers/confirmation-text.tsx';
import { EPREUVE_TITLES } from './piece.ts';
import { declareHours, findHours, findPortfolio } from './portfolio.store.ts';
import {
  type DomainStanding,
  type EpreuveStanding,
  HOURS,
  HOURS_FIELDS,
  type Hours,
  type HoursField,
  MOST_HOURS,
  REQUIRED,
  readHours,
  type Standing,
  standingOf,
} from './standing.ts';

export const standingRoutes: Route[] = [
  route('GET', '/certificat/dossier/ou-j-en-suis', staff, showStanding),
  route('POST', '/certificat/dossier/heures', staff, declare),
];

export async function standingFor({ app, viewer }: Visit<Viewer>): Promise<Standing> {
  const { kept, left } = await findPortfolio(app.db, viewer, app.content);
  const asked = await findAsked(app.db, viewer);
  const minutes = [...kept, ...left].reduce((sum, piece) => sum + (piece.minutes ?? 0), 0);
  return standingOf(kept, asked, app.content.framework, minutes);
}

async function showStanding(visit: Visit<Viewer>): Promise<Response> {
  const hours = await findHours(visit.app.db, visit.viewer);
  const typed = Object.fromEntries(HOURS_FIELDS.map((field) => [field, hours ? String(hours[field]) : '']));
  return standingPage(visit, typed, [], hours?.declaredAt);
}

async function standingPage(
  visit: Visit<Viewer>,
  typed: Record<string, string>,
  problems: FieldError[],
  declaredAt?: Date,
): Promise<Response> {
  const standing = await standingFor(visit);
  const { content } = visit.app;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Où j’en suis pour le certificat`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Où j’en suis</h1>
      <ErrorSummary errors={problems} />
      {standing.epreuves.map((epreuve) => (
        <EpreuveText epreuve={epreuve} />
      ))}
      {standing.epreuves.some(({ missing }) => missing.length > 0) && (
        <p class="soft">
          « Pas encore » est une aide pour vous préparer : les textes n’imposent pas ces pièces. Ce que vous
          avez déjà fait se rattache depuis <a href="/certificat/dossier">Mon dossier</a>.
        </p>
      )}
      <h2>Par domaine</h2>
      {standing.domains.map((domain) => (
        <DomainText domain={domain} content={content} />
      ))}
      <HoursForm
        typed={typed}
        problems={problems}
        declaredAt={declaredAt}
        minutesHere={standing.minutesHere}
      />
      <SourceList sources={['F27', 'F28']} facts={content.facts} />
      <p>
        <a href="/certificat/dossier">Mon dossier</a>
      </p>
    </>,
  );
}

function EpreuveText({ epreuve: { epreuve, there, missing } }: { epreuve: EpreuveStanding }) {
  return (
    <section>
      <h2>{EPREUVE_TITLES[epreuve]}</h2>
      <p>{there === '' ? 'Rien n’y est encore rattaché.' : `Dans le dossier : ${there}.`}</p>
      {missing.length > 0 && (
        <>
          <p>Pas encore :</p>
          <ul>
            {missing.map(({ text, where }) => (
              <li>
                <a href={where}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function DomainText({ domain, content }: { domain: DomainStanding; content: Content }) {
  return (
    <section>
      <h3>{domain.title}</h3>
      <ul class="standing">
        {domain.competences.map(({ code, title, there, confirmed }) => (
          <li class={there === '' && !confirmed ? 'standing__bare' : undefined}>
            <span class="standing__title">
              {code} {title}
            </span>
            <span class="fr-sr-only"> : </span>
            <span class="standing__there">{there === '' ? 'rien encore' : there}</span>
            {confirmed && (
              <span class="standing__confirmed">
                <span class="fr-sr-only"> ; </span>
                pratique confirmée par {confirmed.by} le {longDate(confirmed.on)}
                {confirmed.level && `, ${levelName(confirmed.level, content)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HoursForm({
  typed,
  problems,
  declaredAt,
  minutesHere,
}: {
  typed: Record<string, string>;
  problems: readonly FieldError[];
  declaredAt: Date | undefined;
  minutesHere: number;
}) {
  return (
    <section>
      <h2 id="heures">Les heures de formation</h2>
      <p>
        L’arrêté en compte 120, 30 et 40. Elles sont suivies et attestées ailleurs : notez ici où vous en
        êtes.{' '}
        {minutesHere > 0 && `Ce que vous avez terminé sur ce site représente ${durationText(minutesHere)} ; `}
        {minutesHere > 0 ? 'rien' : 'Rien'} ne dit que le temps passé sur ce site puisse compter parmi ces
        heures : à vérifier auprès du rectorat.
      </p>
      <form class="fr-mb-4w" method="post" action="/certificat/dossier/heures" novalidate>
        {HOURS_FIELDS.map((field) => (
          <TextField
            name={field}
            label={`${HOURS[field]}, en heures (sur ${REQUIRED[field]})`}
            value={typed[field] ?? ''}
            inputmode="numeric"
            maxlength={3}
            class="hours__field"
            autocomplete="off"
            error={errorOf(problems, field)}
          />
        ))}
        {declaredAt && <p>Noté par vous le {longDate(declaredAt)}.</p>}
        <button class="fr-btn fr-btn--secondary" type="submit">
          Noter ces heures
        </button>
      </form>
    </section>
  );
}

async function declare(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const typed = Object.fromEntries(HOURS_FIELDS.map((field) => [field, fields[field]?.[0] ?? '']));
  const read = HOURS_FIELDS.map((field): [HoursField, number | null] => [
    field,
    readHours(typed[field] ?? ''),
  ]);
  const problems = read.flatMap(([field, hours]) =>
    hours === null
      ? [{ field, message: `${HOURS[field]} : un nombre entier d’heures, de 0 à ${MOST_HOURS}.` }]
      : [],
  );
  if (problems.length > 0) return standingPage(visit, typed, problems);
  await declareHours(app.db, viewer, Object.fromEntries(read) as Hours, app.now());
  return http.redirect('/certificat/dossier/ou-j-en-suis#heures', 303);
}
