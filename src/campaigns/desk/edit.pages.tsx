import { dayOf } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import {
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
import { createCampaign, findOnDesk, nameReaches, updateCampaign } from './campaign.store.ts';
import {
  LONGEST_OPENING,
  LONGEST_TITLE,
  type Reach,
  reachesOf,
  readProposal,
  type TypedProposal,
  usualDates,
} from './campaign.ts';

export const editRoutes: Route[] = [
  route('GET', '/groupes/nouveau', staff, showNew),
  route('POST', '/groupes/nouveau', staff, create),
  route('GET', '/groupes/:id/modifier', staff, showEdition),
  route('POST', '/groupes/:id/modifier', staff, update),
];

async function showNew(visit: Visit<Viewer>): Promise<Response> {
  if (reachesOf(visit.viewer).length === 0) return refuse(visit, 'absent');
  const typed = { title: '', opening: '', competences: [], ...usualDates(dayOf(visit.app.now())) };
  return newPage(visit, typed, 0, []);
}

async function newPage(
  visit: Visit<Viewer>,
  typed: TypedProposal,
  chosen: number,
  errors: readonly FieldError[],
): Promise<Response> {
  const reaches = reachesOf(visit.viewer);
  const names = await nameReaches(visit.app.db, reaches);
  return formPage(visit, {
    title: 'Proposer un groupe',
    action: '/groupes/nouveau',
    back: '/groupes',
    button: 'Continuer : choisir les contenus',
    typed,
    errors,
    before:
      names.length > 1 ? (
        <fieldset class="answer">
          <legend class="answer__legend">Pour qui ?</legend>
          {names.map(({ reach, name }, index) => (
            <label class="choice">
              <input type="radio" name="pour" value={placeOf(reach)} checked={index === chosen} />
              <span>{reachText(reach, name)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        names.map(({ reach, name }) => (
          <p>
            <input type="hidden" name="pour" value={placeOf(reach)} />
            Pour : {reachText(reach, name)}
          </p>
        ))
      ),
  });
}

const placeOf = ({ kind, code }: Reach) => `${kind}:${code}`;
const reachText = ({ kind }: Reach, name: string) =>
  kind === 'school'
    ? `les personnels de « ${name} »`
    : `les personnels des établissements de l’académie de ${name}`;

async function create(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const reaches = reachesOf(viewer);
  const fields = await readForm(http);
  const reach = reaches.find((one) => placeOf(one) === fields.pour?.[0]);
  if (!reach) return refuse(visit, 'absent');
  const typed = typedIn(fields);
  const read = readProposal(typed, app.content);
  if ('errors' in read) return newPage(visit, typed, reaches.indexOf(reach), read.errors);
  const id = await createCampaign(app.db, viewer, reach, read.proposal, app.now());
  return id ? http.redirect(`/groupes/${id}/contenus`, 303) : refuse(visit, 'absent');
}

function typedIn(fields: Record<string, string[]>): TypedProposal {
  return {
    title: fields.titre?.[0] ?? '',
    opening: fields.mot?.[0] ?? '',
    from: fields.du?.[0] ?? '',
    until: fields.au?.[0] ?? '',
    competences: fields.competences ?? [],
  };
}

async function showEdition(visit: Visit<Viewer>): Promise<Response> {
  const campaign = await findOnDesk(visit.app.db, visit.viewer, visit.http.req.param('id') ?? '');
  return campaign ? editionPage(visit, campaign.id, campaign, []) : refuse(visit, 'absent');
}

function editionPage(
  visit: Visit<Viewer>,
  id: string,
  typed: TypedProposal,
  errors: readonly FieldError[],
): Response {
  return formPage(visit, {
    title: 'Modifier le groupe',
    action: `/groupes/${id}/modifier`,
    back: `/groupes/${id}`,
    button: 'Enregistrer',
    typed,
    errors,
    before: null,
  });
}

async function update(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!(await findOnDesk(app.db, viewer, id))) return refuse(visit, 'absent');
  const typed = typedIn(await readForm(http));
  const read = readProposal(typed, app.content);
  if ('errors' in read) return editionPage(visit, id, typed, read.errors);
  await updateCampaign(app.db, viewer, id, read.proposal, app.now());
  return http.redirect(`/groupes/${id}?enregistre=oui`, 303);
}

type Form = {
  title: string;
  action: string;
  back: string;
  button: string;
  typed: TypedProposal;
  errors: readonly FieldError[];
  before: unknown;
};

function formPage(
  visit: Visit<Viewer>,
  { title, action, back, button, typed, errors, before }: Form,
): Response {
  const opening = errorOf(errors, 'mot');
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}${title}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <form class="group-form" method="post" action={action} novalidate>
        {before as never}
        <TextField
          name="titre"
          label="Nom du groupe"
          hint="Ce que les collègues liront en premier."
          value={typed.title}
          error={errorOf(errors, 'titre')}
          maxlength={LONGEST_TITLE}
        />
        <div class={`fr-input-group${opening ? ' fr-input-group--error' : ''}`}>
          <label class="fr-label" for="mot">
            Mot d’accueil, facultatif
            <span class="fr-hint-text">
              Pourquoi ce groupe, et pourquoi maintenant. Sans le nom d’un élève ni d’un collègue.
            </span>
          </label>
          <textarea
            class="fr-input"
            id="mot"
            name="mot"
            rows={5}
            maxlength={LONGEST_OPENING}
            aria-describedby={opening ? 'mot-erreur' : undefined}
            aria-invalid={opening ? 'true' : undefined}
          >
            {typed.opening}
          </textarea>
          {opening && (
            <p class="fr-error-text" id="mot-erreur">
              {opening}
            </p>
          )}
        </div>
        <div class="group-dates">
          <TextField name="du" label="Du" type="date" value={typed.from} error={errorOf(errors, 'du')} />
          <TextField name="au" label="Au" type="date" value={typed.until} error={errorOf(errors, 'au')} />
        </div>
        <CompetenceFields
          typed={typed.competences}
          error={errorOf(errors, 'competences')}
          content={visit.app.content}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            {button}
          </button>
          <a class="fr-btn fr-btn--tertiary" href={back}>
            Annuler
          </a>
        </p>
      </form>
    </>,
  );
}

function CompetenceFields({
  typed,
  error,
  content,
}: {
  typed: readonly string[];
  error: string | undefined;
  content: Pick<Content, 'framework'>;
}) {
  return (
    <fieldset
      class="answer"
      id="competences"
      tabindex={-1}
      aria-describedby={error ? 'competences-erreur' : undefined}
    >
      <legend class="answer__legend">
        Compétences à travailler
        <span class="fr-hint-text">
          Deux ou trois suffisent : les contenus qui s’y rapportent viendront en premier.
        </span>
      </legend>
      {error && (
        <p class="answer__problem" id="competences-erreur">
          {error}
        </p>
      )}
      {content.framework.domains.map((domain) => (
        <div class="group-domain">
          <h2 class="fr-h6">{domain.title}</h2>
          {domain.competences.map(({ code, title }) => (
            <label class="choice choice--slim">
              <input type="checkbox" name="competences" value={code} checked={typed.includes(code)} />
              <span>{title}</span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
