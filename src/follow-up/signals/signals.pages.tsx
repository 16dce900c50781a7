import { dayOf, daysAfter, isDay } from '../../calendar/index.ts';
import type { Signal } from '../../content/index.ts';
import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { readCode } from '../situations/code.ts';
import { openFile, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { RATING_NAMES } from '../vocabulary.ts';
import { chooseSignals, findRatings, findWatched, rateSignals, type SeenRating } from './signals.store.ts';
import {
  type FirstLook,
  latestLevels,
  MOST_WATCHED,
  type OpeningReason,
  openingReasons,
  toRateAgain,
} from './signals.ts';
import { SignalTimeline } from './timeline-chart.tsx';

export const signalRoutes: Route[] = [
  route('GET', '/suivi/:code/signaux', staff, showSignals),
  route('POST', '/suivi/:code/signaux', staff, choose),
  route('POST', '/suivi/:code/cotations', staff, rate),
];

const OPENING_TEXTS: Record<OpeningReason, string> = {
  'one-strong': 'un signal est fort ou durable',
  'two-marked-in-two-domains': 'deux signaux sont marqués, dans deux domaines',
  'three-signs': 'au moins trois signaux sont présents',
};

async function findFile({ app, viewer, http }: Visit<Viewer>): Promise<SeenFollowUp | undefined> {
  const code = readCode(http.req.param('code') ?? '');
  const file = code === null ? undefined : await openFile(app.db, viewer, code, app.now());
  return file && may(file, 'read-signals') ? file : undefined;
}

async function showSignals(visit: Visit<Viewer>): Promise<Response> {
  const file = await findFile(visit);
  return file ? signalsPage(visit, file, []) : refuse(visit, 'absent');
}

async function choose(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await findFile(visit);
  if (!file) return refuse(visit, 'absent');
  const asked = (await readForm(http)).signal ?? [];
  const known = ratable(app.content.signals)
    .map(({ id }) => id)
    .filter((id) => asked.includes(id));
  const outcome = await chooseSignals(app.db, viewer, file, known, app.now());
  if (outcome === 'not-yours-to-choose') return refuse(visit, 'absent');
  if (outcome === 'too-many') {
    return signalsPage(
      visit,
      file,
      [
        {
          field: 'choix',
          message: `Choisissez ${MOST_WATCHED} signaux au plus : vous en avez coché ${known.length}.`,
        },
      ],
      known,
    );
  }
  return http.redirect(`/suivi/${file.code}/signaux`, 303);
}

async function rate(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await findFile(visit);
  if (!file) return refuse(visit, 'absent');
  const form = await readForm(http);
  const watched = await findWatched(app.db, file);
  const levels = new Map(
    watched.flatMap((signal): [string, number][] => {
      const value = form[signal]?.[0] ?? '';
      return /^[0-3]$/.test(value) ? [[signal, Number(value)]] : [];
    }),
  );
  const today = dayOf(app.now());
  const observedOn = form.observedOn?.[0]?.trim() ?? '';
  const problems: FieldError[] = [
    ...(levels.size === 0 ? [{ field: 'cotations', message: 'Cotez au moins un signal.' }] : []),
    ...(!isDay(observedOn) || observedOn > today || observedOn < daysAfter(today, -92)
      ? [{ field: 'observedOn', message: 'Choisissez un jour passé, depuis trois mois au plus.' }]
      : []),
  ];
  if (problems.length > 0) return signalsPage(visit, file, problems, undefined, { levels, observedOn });
  const rated = await rateSignals(app.db, viewer, file, levels, { observedOn, now: app.now() });
  return rated ? http.redirect(`/suivi/${file.code}/signaux`, 303) : refuse(visit, 'absent');
}

const ratable = (signals: readonly Signal[]) => signals.filter(({ stored }) => stored);

async function signalsPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  problems: FieldError[],
  checked?: readonly string[],
  typed?: { levels: ReadonlyMap<string, number>; observedOn: string },
): Promise<Response> {
  const { app } = visit;
  const signals = new Map(app.content.signals.map((signal) => [signal.id, signal]));
  const [watched, ratings] = await Promise.all([findWatched(app.db, file), findRatings(app.db, file)]);
  const today = dayOf(app.now());
  const from = ratings[0]?.on ?? file.openedOn;
  const shown = [...new Set([...watched, ...ratings.map(({ signal }) => signal)])];
  const reasons = openingReasons(
    new Map([...latestLevels(ratings)].filter(([id]) => watched.includes(id))),
    (id) => signals.get(id)?.domain ?? '',
  );
  const rates = file.closedOn === null;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Signaux de ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Signaux de <span class="code-whole">{file.code}</span>
      </h1>
      <p class="lede">
        Ce que des adultes voient, jour par jour. Il n’y a ni total, ni rang, ni calcul de risque : c’est
        l’équipe qui décide.
      </p>
      {reasons.length > 0 && (
        <p class="caution">
          Un repère pour en parler au GPDS : {reasons.map((reason) => OPENING_TEXTS[reason]).join(' ; ')}.
        </p>
      )}
      {watched.length > 0 && rates && (
        <Rate
          file={file}
          signals={watched.flatMap((id) => signals.get(id) ?? [])}
          today={today}
          typed={typed}
          error={errorOf(problems, 'observedOn')}
          againText={(signal) => againText(toRateAgain(ratings, today).get(signal), ratings, visit.viewer)}
        />
      )}
      {shown.length > 0 && (
        <section>
          <h2>Au fil du temps</h2>
          {shown
            .flatMap((id) => signals.get(id) ?? [])
            .map((signal) => (
              <SignalTimeline
                signal={signal}
                ratings={ratings.filter((rating) => rating.signal === signal.id)}
                from={from}
                until={today}
              />
            ))}
        </section>
      )}
      {rates && may(file, 'choose-signals') && (
        <Choose file={file} signals={ratable(app.content.signals)} watched={checked ?? watched} />
      )}
    </>,
  );
}

/** Who is best placed to rate a signal six months after; nothing of the level they saw, which would be copied. */
function againText(
  look: FirstLook | undefined,
  ratings: readonly SeenRating[],
  { personId }: Viewer,
): string | null {
  if (!look) return null;
  const since = `le ${dayText(look.on)}`;
  if (look.raters.includes(personId))
    return `Six mois après : à coter de nouveau. Vous l’aviez coté ${since}.`;
  const names = new Set(
    look.raters.flatMap((rater) => ratings.find((rating) => rating.rater === rater)?.raterName ?? []),
  );
  return names.size === 0
    ? `Six mois après : à coter de nouveau. Première cotation ${since}.`
    : `Six mois après : à coter de nouveau, si possible par ${[...names].join(' ou ')}, qui l’avait coté ${since}.`;
}

function Rate({
  file,
  signals,
  today,
  typed,
  error,
  againText,
}: {
  file: SeenFollowUp;
  signals: readonly Signal[];
  today: string;
  typed: { levels: ReadonlyMap<string, number>; observedOn: string } | undefined;
  error: string | undefined;
  againText: (signal: string) => string | null;
}) {
  return (
    <form method="post" action={`/suivi/${file.code}/cotations`} novalidate id="cotations">
      <h2>Ce que vous voyez aujourd’hui</h2>
      <p>Répondez pour ce que vous avez vu vous-même ; laissez le reste vide.</p>
      {may(file, 'give-access') && signals.some(({ id }) => againText(id)) && (
        <p>
          Six mois après, la même personne voit mieux ce qui a changé. Elle n’a plus accès à ce suivi ?{' '}
          <a href={`/suivi/${file.code}/acces`}>Donnez-lui un accès</a>, le temps de coter.
        </p>
      )}
      {signals.map(({ id, name, ratings }) => (
        <fieldset class="signal-rating">
          <legend>
            {name}
            {againText(id) && <span class="fr-hint-text">{againText(id)}</span>}
          </legend>
          <div class="signal-rating__levels">
            {ratings.map((meaning, level) => (
              <label class="choice">
                <input type="radio" name={id} value={level} checked={typed?.levels.get(id) === level} />
                <span>
                  <strong>{level}</strong>
                  <span class="fr-sr-only"> : </span> {RATING_NAMES[level]}
                  <span class="fr-hint-text">{meaning}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        name="observedOn"
        type="date"
        label="Observé le"
        value={typed?.observedOn ?? today}
        error={error}
        class="date-field"
      />
      <button class="fr-btn" type="submit">
        Enregistrer
      </button>
    </form>
  );
}

function Choose({
  file,
  signals,
  watched,
}: {
  file: SeenFollowUp;
  signals: readonly Signal[];
  watched: readonly string[];
}) {
  const domains = [...new Set(signals.map(({ domain }) => domain))];
  return (
    <details open={watched.length === 0 || watched.length > MOST_WATCHED} id="choix">
      <summary>Choisir les signaux suivis ({MOST_WATCHED} au plus)</summary>
      <form method="post" action={`/suivi/${file.code}/signaux`} novalidate>
        {domains.map((domain) => (
          <fieldset class="signal-choice__domain">
            <legend>{domain.charAt(0).toUpperCase() + domain.slice(1)}</legend>
            {signals
              .filter((signal) => signal.domain === domain)
              .map(({ id, name }) => (
                <label class="choice">
                  <input type="checkbox" name="signal" value={id} checked={watched.includes(id)} />
                  <span>{name}</span>
                </label>
              ))}
          </fieldset>
        ))}
        <button class="fr-btn fr-btn--secondary" type="submit">
          Suivre ces signaux
        </button>
      </form>
    </details>
  );
}
