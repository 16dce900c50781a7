import type { Dossier } from '../../../content/index.ts';
import {
  anyone,
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
} from '../../../web/index.ts';
import { addressOf, dossierOf, STUDY } from '../addresses.ts';
import {
  type Act,
  findCaseStudy,
  removeCaseStudy,
  resume,
  type Written,
  write,
} from '../case-study.store.ts';
import { type CaseStudy, FIELDS, problemsOf, readText, type Texts } from '../case-study.ts';
import { FoldedDocuments, Order } from '../dossier/dossier-documents.tsx';
import { HOUR_SECONDS, isPaused, leftText, workedSeconds } from '../hour.ts';
import { showStudy } from '../reading/study.pages.tsx';
import { Area, Conflict } from './writing-areas.tsx';
import { PausePage, SignedOutPage } from './writing-interrupted.tsx';

export const writingRoutes: Route[] = [
  route('GET', STUDY, staff, show),
  // Whoever was signed out meanwhile finds their text again on the page that says so.
  route('POST', STUDY, anyone, receive),
  route('POST', `${STUDY}/brouillon`, staff, keepDraft),
  route('POST', `${STUDY}/reprise`, staff, resumeStudy),
  route('POST', `${STUDY}/suppression`, staff, remove),
];

async function show(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const study = await findCaseStudy(app.db, viewer, http.req.param('id') ?? '');
  if (!study) return refuse(visit, 'absent');
  const dossier = dossierOf(visit, study);
  if (study.finishedAt !== null) return showStudy(visit, study, dossier);
  if (!dossier) return refuse(visit, 'absent');
  if (isPaused(study)) return PausePage(visit, study, dossier);
  return writingPage(visit, { study, dossier, typed: study, problems: [] });
}

type Page = {
  study: CaseStudy;
  dossier: Dossier;
  typed: Texts;
  problems: readonly FieldError[];
  /** What another window saved since. */
  other?: Texts;
  minutes?: string;
};

function writingPage(
  visit: Visit<Viewer>,
  { study, dossier, typed, problems, other, minutes }: Page,
): Response {
  const wrong = problems.length > 0 || other !== undefined;
  return page(
    visit,
    {
      title: `${wrong ? 'Erreur : ' : ''}${dossier.title} : l’heure d’étude`,
      status: other ? 409 : problems.length > 0 ? 422 : 200,
      island: 'case-study',
    },
    <>
      <h1 class="desk__title">{dossier.title}</h1>
      <ErrorSummary errors={problems} />
      {other && <Conflict other={other} />}
      {study.manner === 'screen' ? <Clock visit={visit} study={study} /> : <OnPaper />}
      <div class="desk">
        <section class="desk__documents" aria-labelledby="documents">
          <h2 id="documents">Le dossier</h2>
          <details class="folded__document" open>
            <summary>
              <span class="folded__title">La commande</span>
            </summary>
            <Order dossier={dossier} />
          </details>
          <FoldedDocuments dossier={dossier} />
          <p class="desk__jump">
            <a href="#ecrire">Aller à ce que j’écris</a>
          </p>
        </section>
        <form
          class="desk__writing"
          id="ecrire"
          method="post"
          action={addressOf(study)}
          novalidate
          data-case-study={study.id}
          data-saved={study.savedAt?.toISOString()}
        >
          <h2>Ce que j’écris</h2>
          <input type="hidden" name="revision" value={String(study.revision)} />
          <Area
            part="diagnosis"
            label="Mon diagnostic"
            hint="Ce qui se passe, pour qui, depuis quand, ce qui l’explique, ce que le dossier ne dit pas."
            value={typed.diagnosis}
            error={errorOf(problems, FIELDS.diagnosis)}
          />
          <Area
            part="proposals"
            label="Mes propositions"
            hint="Qui fait quoi, avec qui, pour quand, et à quoi l’on verra l’effet."
            value={typed.proposals}
            error={errorOf(problems, FIELDS.proposals)}
          />
          {study.manner === 'paper' && (
            <TextField
              name="minutes"
              label="Le temps passé sur papier, en minutes"
              inputmode="numeric"
              class="desk__minutes"
              value={minutes ?? ''}
              error={errorOf(problems, 'minutes')}
            />
          )}
          <p class="desk__kept" role="status" data-kept>
            {savedText(study)}
          </p>
          <p class="actions">
            <button class="fr-btn" type="submit" name="action" value="enregistrer">
              Enregistrer
            </button>
            {study.manner === 'screen' && (
              <button class="fr-btn fr-btn--secondary" type="submit" name="action" value="pause">
                Mettre en pause
              </button>
            )}
            <button class="fr-btn fr-btn--secondary" type="submit" name="action" value="finir">
              J’ai fini
            </button>
          </p>
          <p class="desk__jump">
            <a href="#documents">Revenir aux documents</a>
          </p>
        </form>
      </div>
      <details class="desk__leave">
        <summary>Abandonner cette étude</summary>
        <p>Le texte et l’horloge seront effacés. Rien n’en restera.</p>
        <form method="post" action={`${addressOf(study)}/suppression`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Effacer cette étude
          </button>
        </form>
      </details>
    </>,
  );
}

/** Without script, what was left when the page was opened: a page left open does not move. */
function Clock({ visit, study }: { visit: Visit; study: CaseStudy }) {
  const worked = workedSeconds(study, visit.app.now());
  const over = worked > HOUR_SECONDS;
  return (
    <div
      class={`hour${over ? ' hour--over' : ''}`}
      data-worked={String(worked)}
      data-hour={String(HOUR_SECONDS)}
    >
      <p class="hour__left">
        <span data-hour-label>
          {over ? 'L’heure est passée' : 'Il restait, à l’ouverture de cette page,'}
        </span>{' '}
        <strong role="timer" data-hour-left>
          {leftText(worked)}
        </strong>
      </p>
      <p role="status" data-hour-said>
        {over &&
          'Ce qui était enregistré à 60:00 est gardé à part. Vous pouvez continuer : la suite sera marquée.'}
      </p>
    </div>
  );
}

function OnPaper() {
  return (
    <p>
      Recopiez ici ce que vous avez écrit à la main. L’horloge ne tourne pas ; vous direz vous-même le temps
      passé.
    </p>
  );
}

function savedText({ savedAt }: CaseStudy): string {
  return savedAt === null ? 'Rien n’est encore enregistré.' : `Enregistré à ${HOUR.format(savedAt)}.`;
}

const HOUR = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

type Sent = { written: Written; act: Act; minutes: string };

async function readSent({ http }: Visit): Promise<Sent> {
  const fields = await readForm(http);
  const action = fields.action?.[0];
  const revision = Number(fields.revision?.[0]);
  return {
    written: {
      diagnosis: readText(fields[FIELDS.diagnosis]?.[0] ?? ''),
      proposals: readText(fields[FIELDS.proposals]?.[0] ?? ''),
      revision: Number.isInteger(revision) ? revision : -1,
    },
    act: action === 'finir' ? 'finish' : action === 'pause' ? 'pause' : 'save',
    minutes: (fields.minutes?.[0] ?? '').trim(),
  };
}

async function receive(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const sent = await readSent(visit);
  const { viewer } = visit;
  if (!viewer) return SignedOutPage(visit, sent.written);
  const own: Visit<Viewer> = { ...visit, viewer };
  const study = await findCaseStudy(app.db, viewer, http.req.param('id') ?? '');
  const dossier = study && dossierOf(visit, study);
  if (!study || !dossier) return refuse(visit, 'absent');
  const problems = [...problemsOf(sent.written), ...minutesProblems(study, sent)];
  const page = { study, dossier, typed: sent.written, minutes: sent.minutes };
  if (problems.length > 0) return writingPage(own, { ...page, problems });
  const { written, act } = sent;
  const saidMinutes =
    study.manner === 'paper' && act === 'finish' ? { saidMinutes: Number(sent.minutes) } : {};
  const outcome = await write(app.db, viewer, study.id, { written, act, ...saidMinutes }, app.now());
  if (outcome.outcome === 'absent') return refuse(visit, 'absent');
  if (outcome.outcome === 'conflict') {
    return writingPage(own, { ...page, study: outcome.study, problems: [], other: outcome.study });
  }
  return http.redirect(addressOf(study), 303);
}

function minutesProblems({ manner }: CaseStudy, { act, minutes }: Sent): FieldError[] {
  if (manner === 'screen' || act !== 'finish') return [];
  const said = Number(minutes);
  return /^\d{1,3}$/.test(minutes) && said >= 1 && said <= 600
    ? []
    : [{ field: 'minutes', message: 'Écrivez un nombre de minutes, de 1 à 600.' }];
}

/** What the page keeps by itself while one writes. */
async function keepDraft(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const { written } = await readSent(visit);
  if (problemsOf(written).length > 0) return http.json({ outcome: 'too-long' }, 422);
  const id = http.req.param('id') ?? '';
  const outcome = await write(app.db, viewer, id, { written, act: 'save' }, app.now());
  if (outcome.outcome !== 'done') return http.json({ outcome: outcome.outcome }, 409);
  const { study } = outcome;
  return http.json({
    outcome: 'done',
    revision: study.revision,
    at: HOUR.format(study.savedAt ?? app.now()),
    worked: workedSeconds(study, app.now()),
  });
}

async function resumeStudy(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const resumed = await resume(app.db, viewer, id, app.now());
  return resumed ? http.redirect(addressOf({ id }), 303) : refuse(visit, 'absent');
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const removed = await removeCaseStudy(app.db, viewer, http.req.param('id') ?? '', app.now());
  return removed ? http.redirect('/certificat/etudes-de-cas', 303) : refuse(visit, 'absent');
}
