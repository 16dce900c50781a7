import type { Dialogue, Module } from '../../content/index.ts';
import {
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
import { chooseSteps, findOnDesk } from './campaign.store.ts';
import { type Campaign, MOST_STAGES, readSteps, type StepKind, type TypedSteps } from './campaign.ts';

export const contentsRoutes: Route[] = [
  route('GET', '/groupes/:id/contenus', staff, showContents),
  route('POST', '/groupes/:id/contenus', staff, choose),
];

async function showContents(visit: Visit<Viewer>): Promise<Response> {
  const campaign = await findOnDesk(visit.app.db, visit.viewer, visit.http.req.param('id') ?? '');
  if (!campaign) return refuse(visit, 'absent');
  const of = (kind: StepKind) => campaign.steps.filter((step) => step.kind === kind).map(({ id }) => id);
  // Nothing chosen yet: one stage, so that the group begins by finding out where it stands.
  const stages = campaign.steps.length === 0 ? 1 : of('stage').length;
  return contentsPage(
    visit,
    campaign,
    { stages: String(stages), modules: of('module'), dialogues: of('dialogue') },
    [],
  );
}

const STAGES = [
  'Aucun',
  'Une étape : huit questions, dix minutes',
  'Deux étapes',
  'Trois étapes : un positionnement complet, une demi-heure',
] as const;

function contentsPage(
  visit: Visit<Viewer>,
  campaign: Campaign,
  typed: TypedSteps,
  errors: readonly FieldError[],
): Response {
  const { modules, dialogues } = visit.app.content;
  const isAbout = (codes: readonly string[]) => codes.some((code) => campaign.competences.includes(code));
  const split = <T,>(all: readonly T[], codes: (one: T) => readonly string[]) => ({
    near: all.filter((one) => isAbout(codes(one))),
    far: all.filter((one) => !isAbout(codes(one))),
  });
  const [ofModules, ofDialogues] = [
    split(modules, ({ competence }) => [competence]),
    split(dialogues, ({ competences }) => competences),
  ];
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Contenus du groupe`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="back">
        <a href={`/groupes/${campaign.id}`}>{campaign.title}</a>
      </p>
      <h1>Contenus du groupe</h1>
      <p class="lede">
        Mieux vaut peu : une étape, deux ou trois modules et un dialogue font déjà une heure et demie.
      </p>
      <ErrorSummary errors={errors} />
      <form class="group-form" method="post" action={`/groupes/${campaign.id}/contenus`} novalidate>
        <fieldset class="answer" id="etapes" tabindex={-1}>
          <legend class="answer__legend">Se situer, pour commencer</legend>
          {STAGES.slice(0, MOST_STAGES + 1).map((text, count) => (
            <label class="choice choice--slim">
              <input
                type="radio"
                name="etapes"
                value={String(count)}
                checked={typed.stages === String(count)}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <Modules legend="Modules sur ces compétences" modules={ofModules.near} typed={typed.modules} />
        <Dialogues
          legend="Dialogues sur ces compétences"
          dialogues={ofDialogues.near}
          typed={typed.dialogues}
        />
        <details open={[...ofModules.far, ...ofDialogues.far].some(({ id }) => isTyped(typed, id))}>
          <summary>Les autres modules et dialogues</summary>
          <Modules legend="Autres modules" modules={ofModules.far} typed={typed.modules} />
          <Dialogues legend="Autres dialogues" dialogues={ofDialogues.far} typed={typed.dialogues} />
        </details>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Enregistrer
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`/groupes/${campaign.id}`}>
            Plus tard
          </a>
        </p>
      </form>
    </>,
  );
}

const isTyped = ({ modules, dialogues }: TypedSteps, id: string) =>
  modules.includes(id) || dialogues.includes(id);

function Modules(props: { legend: string; modules: readonly Module[]; typed: readonly string[] }) {
  return (
    <Choices
      legend={props.legend}
      name="modules"
      typed={props.typed}
      choices={props.modules.map(({ id, title, promise, minutes, levels }) => ({
        id,
        title,
        detail: `${minutes} min · ${levels[0] === 1 ? 'pour commencer' : 'pour aller plus loin'} · ${promise}`,
      }))}
    />
  );
}

function Dialogues(props: { legend: string; dialogues: readonly Dialogue[]; typed: readonly string[] }) {
  return (
    <Choices
      legend={props.legend}
      name="dialogues"
      typed={props.typed}
      choices={props.dialogues.map(({ id, title, aim, minutes }) => ({
        id,
        title,
        detail: `${minutes} min · ${aim}`,
      }))}
    />
  );
}

type ChoiceProps = {
  legend: string;
  name: string;
  typed: readonly string[];
  choices: { id: string; title: string; detail: string }[];
};

function Choices({ legend, name, typed, choices }: ChoiceProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset class="answer group-choices">
      <legend class="answer__legend">{legend}</legend>
      {choices.map(({ id, title, detail }) => (
        <label class="choice choice--slim">
          <input type="checkbox" name={name} value={id} checked={typed.includes(id)} />
          <span>
            {title}
            <span class="fr-hint-text">{detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

async function choose(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await findOnDesk(app.db, viewer, http.req.param('id') ?? '');
  if (!campaign) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const typed = {
    stages: fields.etapes?.[0] ?? '0',
    modules: fields.modules ?? [],
    dialogues: fields.dialogues ?? [],
  };
  const read = readSteps(typed, app.content);
  if ('errors' in read) return contentsPage(visit, campaign, typed, read.errors);
  await chooseSteps(app.db, viewer, campaign.id, read.steps, app.now());
  return http.redirect(`/groupes/${campaign.id}?enregistre=oui`, 303);
}
