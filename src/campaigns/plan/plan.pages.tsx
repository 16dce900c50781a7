import { dayOf, daysAfter } from '../../calendar/index.ts';
import { type Content, isWithdrawn } from '../../content/index.ts';
import { attachment, renderPdf } from '../../pdf/index.ts';
import {
  type Application,
  ErrorSummary,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findOnDesk } from '../desk/campaign.store.ts';
import type { Campaign } from '../desk/campaign.ts';
import { lookAtTeam } from '../team/round.store.ts';
import { addLine, changeLine, findPlan, moveLine, removeLine, replacePlan } from './plan.store.ts';
import { AddLine, PlanLine } from './plan-fields.tsx';
import { planDocument, yearsOf } from './plan-pdf.ts';
import { proposePlan } from './propose.ts';
import {
  type Line,
  MOST_LINES,
  readChange,
  readLine,
  type TypedChange,
  type TypedLine,
  whereOf,
} from './training-plan.ts';

export const planRoutes: Route[] = [
  route('GET', '/groupes/:id/plan', staff, showPlan),
  route('GET', '/groupes/:id/plan.pdf', staff, sendPlan),
  route('POST', '/groupes/:id/plan/proposition', staff, propose),
  route('POST', '/groupes/:id/plan/lignes', staff, add),
  route('POST', '/groupes/:id/plan/lignes/:line', staff, change),
  route('POST', '/groupes/:id/plan/lignes/:line/ordre', staff, move),
  route('POST', '/groupes/:id/plan/lignes/:line/retrait', staff, remove),
];

const campaignOf = ({ app, viewer, http }: Visit<Viewer>) =>
  findOnDesk(app.db, viewer, http.req.param('id') ?? '');

async function showPlan(visit: Visit<Viewer>): Promise<Response> {
  const campaign = await campaignOf(visit);
  if (!campaign) return refuse(visit, 'absent');
  return planPage(visit, campaign, await findPlan(visit.app.db, campaign.id), { errors: [] });
}

function newLine(today: string): TypedLine {
  const from = daysAfter(today, 14);
  return { content: '', title: '', reason: '', from, until: from, owner: 'À décider' };
}

/** What was typed and refused: a line to add, or one that is there. */
type Refused = {
  errors: readonly FieldError[];
  added?: TypedLine;
  changed?: { line: string; typed: TypedChange };
};

function planPage(
  visit: Visit<Viewer>,
  campaign: Campaign,
  lines: readonly Line[],
  { errors, added, changed }: Refused,
): Response {
  const { app, http } = visit;
  const address = `/groupes/${campaign.id}/plan`;
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Plan de formation – ${campaign.title}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="back">
        <a href={`/groupes/${campaign.id}`}>{campaign.title}</a>
      </p>
      <h1>Plan de formation {yearsOf(lines)}</h1>
      <ErrorSummary errors={errors} />
      {http.req.query('enregistre') && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est enregistré.</p>
        </div>
      )}
      {lines.length === 0 ? (
        <>
          <p class="lede">
            Une proposition pour l’année, ligne par ligne, avec la raison de chacune. Elle part des besoins du
            groupe si sa vue d’équipe est ouverte, sinon des compétences choisies. Vous changerez tout ce que
            vous voudrez.
          </p>
          <form method="post" action={`${address}/proposition`}>
            <button class="fr-btn" type="submit">
              Proposer un plan
            </button>
          </form>
        </>
      ) : (
        <>
          <p class="lede">
            À discuter, à déplacer, à alléger : c’est une proposition, pas un programme. Les dates évitent les
            jours fériés, mais pas toutes les vacances de votre académie.
          </p>
          <p class="actions on-screen">
            <a class="fr-btn" href={`${address}.pdf`}>
              Le plan pour le conseil pédagogique (PDF)
            </a>
          </p>
          <ol class="plan-lines">
            {lines.map((line, index) => (
              <PlanLine
                address={address}
                line={line}
                where={whereOf(line, app.content)}
                isFirst={index === 0}
                isLast={index === lines.length - 1}
                refused={changed?.line === line.id ? { typed: changed.typed, errors } : null}
              />
            ))}
          </ol>
        </>
      )}
      {lines.length < MOST_LINES && (
        <AddLine
          address={address}
          typed={added ?? newLine(dayOf(app.now()))}
          open={added !== undefined}
          errors={errors}
          content={inUse(app)}
        />
      )}
      {lines.length > 0 && (
        <details class="on-screen">
          <summary>Repartir d’une nouvelle proposition</summary>
          <p>
            Tout ce qui est écrit ci-dessus est remplacé, y compris vos ajouts et vos dates. Gardez d’abord le
            PDF si vous y tenez.
          </p>
          <form method="post" action={`${address}/proposition`}>
            <button class="fr-btn fr-btn--secondary" type="submit">
              Remplacer par une nouvelle proposition
            </button>
          </form>
        </details>
      )}
    </>,
  );
}

async function propose(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await campaignOf(visit);
  if (!campaign) return refuse(visit, 'absent');
  const now = app.now();
  const { figures } = await lookAtTeam(app.db, viewer, app.content, campaign.id, now);
  const lines = proposePlan({ campaign, figures, content: inUse(app), today: dayOf(now) });
  await replacePlan(app.db, viewer, campaign.id, lines, now);
  return http.redirect(`/groupes/${campaign.id}/plan?enregistre=oui`, 303);
}

/** The content but for what is withdrawn: a plan names nothing that cannot be done. */
function inUse({ content, now }: Application): Content {
  const isGiven = (item: { reviewBy: string }) => !isWithdrawn(item, now());
  return {
    ...content,
    modules: content.modules.filter(isGiven),
    dialogues: content.dialogues.filter(isGiven),
    workshops: content.workshops.filter(isGiven),
  };
}

async function add(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await campaignOf(visit);
  if (!campaign) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const typed: TypedLine = { content: fields.contenu?.[0] ?? '', ...typedChange(fields) };
  const read = readLine(typed, inUse(app));
  if ('errors' in read) {
    return planPage(visit, campaign, await findPlan(app.db, campaign.id), {
      errors: read.errors,
      added: typed,
    });
  }
  const added = await addLine(app.db, viewer, campaign.id, read.line, app.now());
  return added ? done(visit) : refuse(visit, 'absent');
}

function typedChange(fields: Record<string, string[]>): TypedChange {
  return {
    title: fields.quoi?.[0] ?? '',
    reason: fields.pourquoi?.[0] ?? '',
    from: fields.du?.[0] ?? '',
    until: fields.au?.[0] ?? '',
    owner: fields.qui?.[0] ?? '',
  };
}

const done = ({ http }: Visit<Viewer>, anchor = '') =>
  http.redirect(`/groupes/${http.req.param('id')}/plan?enregistre=oui${anchor}`, 303);

const lineOf = ({ http }: Visit<Viewer>) => http.req.param('line') ?? '';

async function change(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await campaignOf(visit);
  if (!campaign) return refuse(visit, 'absent');
  const line = lineOf(visit);
  const lines = await findPlan(app.db, campaign.id);
  if (!lines.some(({ id }) => id === line)) return refuse(visit, 'absent');
  const typed = typedChange(await readForm(http));
  const read = readChange(typed, `${line}-`);
  if ('errors' in read) {
    return planPage(visit, campaign, lines, { errors: read.errors, changed: { line, typed } });
  }
  await changeLine(app.db, viewer, campaign.id, line, read.change, app.now());
  return done(visit, `#ligne-${line}`);
}

async function move(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const by = (await readForm(http)).sens?.[0] === 'monter' ? -1 : 1;
  const moved = await moveLine(app.db, viewer, http.req.param('id') ?? '', lineOf(visit), by, app.now());
  return moved ? done(visit, `#ligne-${lineOf(visit)}`) : refuse(visit, 'absent');
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const removed = await removeLine(app.db, viewer, http.req.param('id') ?? '', lineOf(visit), app.now());
  return removed ? done(visit) : refuse(visit, 'absent');
}

async function sendPlan(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const campaign = await campaignOf(visit);
  const lines = campaign ? await findPlan(app.db, campaign.id) : [];
  if (!campaign || lines.length === 0) return refuse(visit, 'absent');
  const pdf = await renderPdf(planDocument(campaign, lines, app.now()));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`Plan de formation – ${campaign.title}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
