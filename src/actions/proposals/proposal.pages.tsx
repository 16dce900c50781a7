import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  type FieldError,
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { confirmedBy, NamesToConfirm, namesMessage } from '../../writing/index.ts';
import {
  findMyProposal,
  findMyProposals,
  keepProposal,
  type Proposal,
  removeProposal,
  withdrawProposal,
} from './proposal.store.ts';
import {
  actsOf,
  checkProposal,
  EMPTY,
  type ProposalTexts,
  readProposal,
  STATUSES,
  writtenIn,
} from './proposal.ts';
import { ProposalFields } from './proposal-fields.tsx';

export const proposalRoutes: Route[] = [
  route('GET', '/actions/propositions', staff, showMine),
  route('GET', '/actions/propositions/nouvelle', staff, askNew),
  route('POST', '/actions/propositions/nouvelle', staff, keepNew),
  route('GET', '/actions/propositions/:id', staff, showOne),
  route('POST', '/actions/propositions/:id', staff, keepOne),
  route('POST', '/actions/propositions/:id/retirer', staff, withdraw),
  route('POST', '/actions/propositions/:id/supprimer', staff, remove),
];

const inSchool = ({ memberships }: Viewer) => memberships.some(({ school }) => school !== null);

async function showMine(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const proposals = await findMyProposals(app.db, viewer);
  return page(
    visit,
    { title: 'Proposer une action', narrow: true },
    <>
      <p class="above-title">
        <a href="/actions">Idées d’actions</a>
      </p>
      <h1>Proposer une action</h1>
      <p class="lede">
        Ce que vous avez essayé peut servir à d’autres. La formation de votre académie la relit avec vous,
        puis la publie sans votre nom ni celui de votre établissement.
      </p>
      {inSchool(viewer) ? (
        <p>
          <a class="fr-btn" href="/actions/propositions/nouvelle">
            Écrire une proposition
          </a>
        </p>
      ) : (
        <p>Une action se propose depuis un établissement : vous n’en avez pas indiqué.</p>
      )}
      {proposals.length > 0 && (
        <>
          <h2>Mes propositions</h2>
          <ul class="listing">
            {proposals.map(({ id, title, status, reviewedAt }) => (
              <li>
                <p class="listing__title">
                  <a href={`/actions/propositions/${id}`}>{title}</a>
                </p>
                <p class="listing__why">
                  {STATUSES[status]}
                  {status === 'published' && reviewedAt && ` le ${longDate(reviewedAt)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

function askNew(visit: Visit<Viewer>): Response {
  return inSchool(visit.viewer) ? formPage(visit, null, EMPTY, [], []) : refuse(visit, 'absent');
}

async function showOne(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findMyProposal(app.db, viewer, http.req.param('id') ?? '');
  if (!proposal) return refuse(visit, 'absent');
  if (actsOf(proposal.status).write) return formPage(visit, proposal, proposal, [], []);
  const { id, title, summary, details, status } = proposal;
  return page(
    visit,
    { title: `${title} – Proposition`, narrow: true },
    <>
      <Back />
      <h1>{title}</h1>
      <State proposal={proposal} />
      <p>{summary}</p>
      {details !== '' && (
        <ul>
          {details.split('\n').map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {status === 'published' && (
        <p>
          <a href={`/actions/${id}`}>La lire telle qu’elle est publiée</a>
        </p>
      )}
      <Acts proposal={proposal} />
    </>,
  );
}

function Back() {
  return (
    <p class="above-title">
      <a href="/actions/propositions">Proposer une action</a>
    </p>
  );
}

function State({ proposal: { status, message, sentAt, reviewedAt } }: { proposal: Proposal }) {
  const day = status === 'waiting' ? sentAt : reviewedAt;
  return (
    <div class="proposal-state">
      <p>
        <strong>Où elle en est :</strong> {STATUSES[status]}
        {day && status !== 'draft' && status !== 'withdrawn' && `, le ${longDate(day)}`}.
        {status === 'published' &&
          ' Le texte ci-dessous est celui qui est publié, avec les corrections de la relecture.'}
      </p>
      {message && (
        <p>
          <strong>Message de la relecture :</strong> <span class="adaptation__text">{message}</span>
        </p>
      )}
    </div>
  );
}

function Acts({ proposal: { id, status } }: { proposal: Proposal }) {
  const { withdraw: mayWithdraw, remove: mayRemove } = actsOf(status);
  return (
    <div class="adaptation__acts">
      {mayWithdraw && (
        <form method="post" action={`/actions/propositions/${id}/retirer`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            {status === 'published' ? 'La retirer des idées d’actions' : 'Reprendre ce que j’ai envoyé'}
          </button>
        </form>
      )}
      {mayRemove && (
        <form method="post" action={`/actions/propositions/${id}/supprimer`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Supprimer
          </button>
        </form>
      )}
    </div>
  );
}

async function keepNew(visit: Visit<Viewer>): Promise<Response> {
  return inSchool(visit.viewer) ? keep(visit, null) : refuse(visit, 'absent');
}

async function keepOne(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findMyProposal(app.db, viewer, http.req.param('id') ?? '');
  return proposal && actsOf(proposal.status).write ? keep(visit, proposal) : refuse(visit, 'absent');
}

async function keep(visit: Visit<Viewer>, proposal: Proposal | null): Promise<Response> {
  const { app, viewer, http } = visit;
  const form = await readForm(http);
  const typed = readProposal(form);
  const send = form.suite?.[0] === 'envoyer';
  const { problems, names } = checkProposal(typed, {
    whole: send || (proposal !== null && proposal.status !== 'draft'),
    today: dayOf(app.now()),
  });
  if (problems.length + names.length > 0) return formPage(visit, proposal, typed, problems, names);
  const { confirmed, ...texts } = typed;
  const id = await keepProposal(app.db, viewer, proposal?.id ?? null, texts, send, app.now());
  return id === null ? refuse(visit, 'absent') : http.redirect(`/actions/propositions/${id}`, 303);
}

async function withdraw(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findMyProposal(app.db, viewer, http.req.param('id') ?? '');
  if (!proposal) return refuse(visit, 'absent');
  await withdrawProposal(app.db, viewer, proposal.id, app.now());
  return http.redirect(`/actions/propositions/${proposal.id}`, 303);
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const proposal = await findMyProposal(app.db, viewer, http.req.param('id') ?? '');
  if (!proposal) return refuse(visit, 'absent');
  await removeProposal(app.db, viewer, proposal.id, app.now());
  return http.redirect('/actions/propositions', 303);
}

function formPage(
  visit: Visit<Viewer>,
  proposal: Proposal | null,
  typed: ProposalTexts,
  problems: readonly FieldError[],
  names: readonly string[],
): Response {
  const wrong = problems.length + names.length > 0;
  const title = proposal ? `${proposal.title} – Proposition` : 'Écrire une proposition';
  return page(
    visit,
    { title: wrong ? `Erreur : ${title}` : title, status: wrong ? 422 : 200, narrow: true },
    <>
      <ErrorSummary errors={[...problems, ...(names.length > 0 ? [namesMessage] : [])]} />
      <Back />
      <h1>{proposal ? proposal.title : 'Écrire une proposition'}</h1>
      {proposal && <State proposal={proposal} />}
      <p>Ne nommez personne, et rien qui fasse reconnaître un élève.</p>
      <form method="post" action={`/actions/propositions/${proposal?.id ?? 'nouvelle'}`} novalidate>
        <ProposalFields typed={typed} problems={problems} />
        <NamesToConfirm names={names} confirms={confirmedBy(writtenIn(typed, { whole: false }))} />
        <p class="adaptation__acts">
          <button class="fr-btn" type="submit" name="suite" value="garder">
            Garder le brouillon
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="suite" value="envoyer">
            Envoyer à la relecture
          </button>
        </p>
      </form>
      {proposal && <Acts proposal={proposal} />}
    </>,
  );
}
