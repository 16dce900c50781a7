import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextArea,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { checkWritten, confirmedBy, NamesToConfirm, namesMessage } from '../../writing/index.ts';
import { typedLines } from '../typed-lines.ts';
import { findToReview, findWaiting, type Proposal, reviewProposal } from './proposal.store.ts';
import {
  checkProposal,
  DECISIONS,
  type ProposalTexts,
  type ReviewDecision,
  readProposal,
  writtenIn,
} from './proposal.ts';
import { ProposalFields } from './proposal-fields.tsx';

export const reviewRoutes: Route[] = [
  route('GET', '/actions/relectures', staff, showWaiting),
  route('GET', '/actions/relectures/:id', staff, showOne),
  route('POST', '/actions/relectures/:id', staff, decide),
];

const LONGEST_MESSAGE = 600;

async function showWaiting(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  if (!viewer.memberships.some(({ role }) => role === 'formateur')) return refuse(visit, 'absent');
  const waiting = await findWaiting(app.db, viewer);
  return page(
    visit,
    { title: 'Actions à relire', narrow: true },
    <>
      <p class="above-title">
        <a href="/actions">Idées d’actions</a>
      </p>
      <h1>Actions à relire</h1>
      <p class="lede">
        Ce que des établissements de votre académie proposent. Relire, c’est rendre utilisable ailleurs : pour
        quels élèves, quoi, quand, et ce que l’on ne sait pas.
      </p>
      {waiting.length === 0 ? (
        <p>Rien n’attend.</p>
      ) : (
        <ul class="listing">
          {waiting.map(({ id, title, school, sentAt }) => (
            <li>
              <p class="listing__title">
                <a href={`/actions/relectures/${id}`}>{title}</a>
              </p>
              <p class="listing__why">
                {school}
                {sentAt && `, envoyée le ${longDate(sentAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

type Typed = ProposalTexts & { decision: ReviewDecision | null; message: string };

async function showOne(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findToReview(app.db, viewer, http.req.param('id') ?? '');
  return proposal
    ? reviewPage(visit, proposal, { ...proposal, decision: null, message: '' }, [], [])
    : refuse(visit, 'absent');
}

async function decide(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findToReview(app.db, viewer, http.req.param('id') ?? '');
  if (!proposal) return refuse(visit, 'absent');
  const form = await readForm(http);
  const { confirmed, ...texts } = readProposal(form);
  const decision =
    (Object.keys(DECISIONS) as ReviewDecision[]).find((known) => known === form.decision?.[0]) ?? null;
  const message = typedLines(form.message?.[0]);
  const today = dayOf(app.now());
  const { problems, names } =
    decision === 'published'
      ? checkProposal({ ...texts, confirmed }, { whole: true, today })
      : { problems: [], names: [] };
  const ofMessage = checkWritten(
    [
      {
        field: 'message',
        what: decision === 'changes' ? 'ce qu’il faut reprendre' : 'votre message, et pourquoi',
        text: message,
        longest: LONGEST_MESSAGE,
        asked: decision === 'changes' || decision === 'declined',
      },
    ],
    { confirmed: '', today },
  ).problems;
  const all = [
    ...problems,
    ...(decision === null ? [{ field: 'decision', message: 'Choisissez ce que vous décidez.' }] : []),
    ...ofMessage,
  ];
  if (decision === null || all.length + names.length > 0)
    return reviewPage(visit, proposal, { ...texts, decision, message }, all, names);
  await reviewProposal(
    app.db,
    viewer,
    proposal.id,
    { decision, texts, message: message === '' ? null : message },
    app.now(),
  );
  return http.redirect('/actions/relectures', 303);
}

function reviewPage(
  visit: Visit<Viewer>,
  { id, title, school, sentAt }: Proposal,
  typed: Typed,
  problems: readonly FieldError[],
  names: readonly string[],
): Response {
  const wrong = problems.length + names.length > 0;
  const error = errorOf(problems, 'decision');
  return page(
    visit,
    {
      title: `${wrong ? 'Erreur : ' : ''}Relire « ${title} »`,
      status: wrong ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={[...problems, ...(names.length > 0 ? [namesMessage] : [])]} />
      <p class="above-title">
        <a href="/actions/relectures">Actions à relire</a>
      </p>
      <h1>{title}</h1>
      <p>
        {school}
        {sentAt && `, envoyée le ${longDate(sentAt)}`}. Publiée, elle ne dira que l’académie.
      </p>
      <form method="post" action={`/actions/relectures/${id}`} novalidate>
        <ProposalFields typed={typed} problems={problems} />
        <NamesToConfirm names={names} confirms={confirmedBy(writtenIn(typed, { whole: true }))} />
        <fieldset
          class="action-choices"
          id="decision"
          aria-describedby={error ? 'decision-erreur' : undefined}
        >
          <legend>Ce que vous décidez</legend>
          {error && (
            <p class="fr-error-text" id="decision-erreur">
              {error}
            </p>
          )}
          {Object.entries(DECISIONS).map(([value, label]) => (
            <label class="choice">
              <input type="radio" name="decision" value={value} checked={typed.decision === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <TextArea
          name="message"
          label="Message à son auteur ou son autrice"
          hint="Ce qu’il faut reprendre, ou pourquoi elle n’est pas retenue. Facultatif si vous publiez."
          value={typed.message}
          error={errorOf(problems, 'message')}
        />
        <button class="fr-btn" type="submit">
          Enregistrer ma décision
        </button>
      </form>
    </>,
  );
}
