import type { PolicyStatement, SchoolPolicy } from '../../content/index.ts';
import {
  ErrorSummary,
  type FieldError,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findDiagnosis, findProgress } from '../diagnosis.store.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { findDraft, keepDraft, sendSheet } from './answering.store.ts';
import { type Answer, type Answers, axisPage, missing, readAnswers, WORKS, type Work } from './answers.ts';

export const answerRoutes: Route[] = [
  route('GET', '/auto-diagnostic/:id/repondre', staff, showAxis),
  route('POST', '/auto-diagnostic/:id/repondre', staff, keepAxis),
  route('GET', '/auto-diagnostic/:id/envoyer', staff, askSending),
  route('POST', '/auto-diagnostic/:id/envoyer', staff, send),
];

/** The diagnosis of the address, while the viewer may answer it. */
async function openOne({ app, viewer, http }: Visit<Viewer>): Promise<Diagnosis | undefined> {
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  if (!diagnosis || diagnosis.closedAt) return undefined;
  return (await findProgress(app.db, viewer, diagnosis.id)).sent ? undefined : diagnosis;
}

async function showAxis(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const { policy } = app.content;
  const diagnosis = await openOne(visit);
  if (!diagnosis) return refuse(visit, 'absent');
  const answers = await findDraft(app.db, viewer, diagnosis);
  const first = missing(policy, answers)[0]?.axis ?? policy.axes[0]!.id;
  const place = axisPage(policy, readQuery(http).axe?.[0] ?? first);
  if (!place) return refuse(visit, 'absent');
  const { axis, statements, next, before } = place;
  const address = `/auto-diagnostic/${diagnosis.id}/repondre`;
  return page(
    visit,
    { title: `${axis.title} – Auto-diagnostic`, narrow: true },
    <>
      <p class="above-title">
        <a href="/auto-diagnostic">Auto-diagnostic</a>, {diagnosis.schoolName} : axe {place.place} sur{' '}
        {policy.axes.length}
      </p>
      <h1>{axis.title}</h1>
      <p>
        Répondez d’après ce que vous voyez, pas d’après ce qui est écrit. Personne ne saura ce que vous avez
        répondu.
      </p>
      <form method="post" action={address} novalidate>
        <input type="hidden" name="axe" value={axis.id} />
        {statements.map((statement) => (
          <Statement statement={statement} scale={policy.scale} chosen={answers[statement.id]} />
        ))}
        <p class="diagnosis-form__send">
          <button class="fr-btn" type="submit" name="suite" value={next ?? 'envoyer'}>
            {next ? 'Garder et continuer' : 'Garder et relire'}
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="suite" value="plus-tard">
            Garder et finir plus tard
          </button>
        </p>
        {before && (
          <p>
            <a href={`${address}?axe=${before}`}>Axe précédent</a>
          </p>
        )}
      </form>
    </>,
  );
}

function Statement({
  statement: { id, recommendation, title, statement, anchors, instead, looks },
  scale,
  chosen,
}: {
  statement: PolicyStatement;
  scale: SchoolPolicy['scale'];
  chosen: Answer | undefined;
}) {
  const choices = [
    ...scale.map(({ value, label }) => ({ value: String(value), label, hint: anchors[value] })),
    { value: 'unknown', label: 'Je ne sais pas', hint: undefined },
  ];
  return (
    <fieldset class="diagnosis-line" id={id} aria-describedby={`${id}-dit`}>
      <legend>
        {recommendation}. {title}
      </legend>
      <div id={`${id}-dit`}>
        <p>{statement}</p>
        {instead && <p class="fr-hint-text">{instead}</p>}
      </div>
      {choices.map(({ value, label, hint }) => (
        <label class="diagnosis-line__choice">
          <input type="radio" name={id} value={value} checked={String(chosen) === value} />
          <span>
            <strong>{label}</strong>
            {hint && <span class="diagnosis-line__anchor">{hint}</span>}
          </span>
        </label>
      ))}
      <details>
        <summary>
          Où regarder<span class="fr-sr-only"> : {title}</span>
        </summary>
        <ul>
          {looks.map((look) => (
            <li>{look}</li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

async function keepAxis(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const { policy } = app.content;
  const diagnosis = await openOne(visit);
  const form = await readForm(http);
  const place = axisPage(policy, form.axe?.[0]);
  if (!diagnosis || !place) return refuse(visit, 'absent');
  const answers = readAnswers(form, place.statements);
  if (Object.keys(answers).length > 0) {
    const kept = await keepDraft(app.db, viewer, diagnosis, answers, app.now());
    if (kept === 'over') return refuse(visit, 'absent');
  }
  const then = form.suite?.[0] ?? '';
  if (then === 'plus-tard') return http.redirect('/auto-diagnostic', 303);
  const next = axisPage(policy, then);
  return http.redirect(
    `/auto-diagnostic/${diagnosis.id}/${next ? `repondre?axe=${next.axis.id}` : 'envoyer'}`,
    303,
  );
}

async function askSending(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const diagnosis = await openOne(visit);
  if (!diagnosis) return refuse(visit, 'absent');
  return sendingPage(visit, diagnosis, await findDraft(app.db, viewer, diagnosis), null, []);
}

function sendingPage(
  visit: Visit<Viewer>,
  diagnosis: Diagnosis,
  answers: Answers,
  work: Work | null,
  problems: FieldError[],
): Response {
  const { policy } = visit.app.content;
  const left = missing(policy, answers);
  const address = `/auto-diagnostic/${diagnosis.id}`;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Relire et envoyer – Auto-diagnostic`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/auto-diagnostic">Auto-diagnostic</a>, {diagnosis.schoolName}
      </p>
      <h1>Relire et envoyer</h1>
      {policy.axes.map((axis) => (
        <section>
          <h2 class="diagnosis-review__axis">
            {axis.title}{' '}
            <a href={`${address}/repondre?axe=${axis.id}`}>
              modifier<span class="fr-sr-only"> « {axis.title} »</span>
            </a>
          </h2>
          <dl class="diagnosis-review">
            {policy.statements
              .filter((statement) => statement.axis === axis.id)
              .map(({ id, recommendation, title }) => (
                <div>
                  <dt>
                    {recommendation}. {title}
                  </dt>
                  <dd>{answerText(policy, answers[id])}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <form method="post" action={`${address}/envoyer`} novalidate>
        {left.length > 0 && (
          <div class="caution" id="reste">
            <p>
              {left.length === 1 ? 'Une ligne est sans réponse.' : `${left.length} lignes sont sans réponse.`}
            </p>
            <label class="choice">
              <input type="checkbox" name="reste" value="unknown" id="reste-unknown" />
              <span>Pour ce qui reste, répondre « je ne sais pas »</span>
            </label>
          </div>
        )}
        <fieldset class="diagnosis-line">
          <legend>Votre travail (facultatif)</legend>
          <p class="fr-hint-text">
            Pour voir si les personnes qui ont des élèves en cours et les autres voient la même chose. Ce
            n’est montré que si chaque groupe compte cinq personnes au moins. Votre métier n’est pas gardé.
          </p>
          {[...Object.entries(WORKS), ['', 'Je préfère ne pas le dire'] as const].map(([value, label]) => (
            <label class="diagnosis-line__choice">
              <input type="radio" name="work" value={value} checked={(work ?? '') === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <p>
          Une fois envoyées, vos réponses n’ont plus de nom : vous ne pourrez ni les relire, ni les changer.
          Seul reste le fait que vous avez répondu.
        </p>
        <button class="fr-btn" type="submit">
          Envoyer mes réponses
        </button>
      </form>
    </>,
  );
}

function answerText({ scale }: SchoolPolicy, answer: Answer | undefined): string {
  if (answer === undefined) return 'sans réponse';
  return answer === 'unknown' ? 'Je ne sais pas' : scale[answer]!.label;
}

async function send(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const diagnosis = await openOne(visit);
  if (!diagnosis) {
    // Sent twice in a row: the first one counts.
    const known = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
    const sent = known && (await findProgress(app.db, viewer, known.id)).sent;
    return sent ? http.redirect('/auto-diagnostic?envoye', 303) : refuse(visit, 'absent');
  }
  const form = await readForm(http);
  const work = (Object.keys(WORKS) as Work[]).find((known) => known === form.work?.[0]) ?? null;
  const wish = { work, unknownForTheRest: form.reste?.[0] === 'unknown' };
  const sent = await sendSheet(app.db, viewer, diagnosis, app.content.policy, wish, app.now());
  if (sent === 'over') return refuse(visit, 'absent');
  if (sent === 'sent') return http.redirect('/auto-diagnostic?envoye', 303);
  return sendingPage(visit, diagnosis, await findDraft(app.db, viewer, diagnosis), work, [
    {
      field: 'reste-unknown',
      message:
        'Il reste des lignes sans réponse : répondez-y, ou dites « je ne sais pas » pour ce qui reste.',
    },
  ]);
}
