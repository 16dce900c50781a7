import { dayOf } from '../../calendar/index.ts';
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
  TextArea,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { confirmedBy, NamesToConfirm, namesMessage } from '../../writing/index.ts';
import { findIdea } from '../library/search.store.ts';
import {
  findAdaptation,
  findAdaptations,
  keepAdaptation,
  removeAdaptation,
  type SeenAdaptation,
} from './adaptation.store.ts';
import { checkAdaptation, readAdaptation, type TypedAdaptation, writtenIn } from './adaptation.ts';

export const adaptationRoutes: Route[] = [
  route('GET', '/actions/adaptations', staff, showAdaptations),
  route('GET', '/actions/adaptations/:id', staff, showAdaptation),
  route('GET', '/actions/adaptations/:id/modifier', staff, changeAdaptation),
  route('POST', '/actions/adaptations/:id/modifier', staff, keepChange),
  route('POST', '/actions/adaptations/:id/supprimer', staff, remove),
  route('GET', '/actions/:id/adapter', staff, adapt),
  route('POST', '/actions/:id/adapter', staff, keepNew),
];

async function showAdaptations(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const all = await findAdaptations(app.db, viewer);
  const [mine, others] = [all.filter((one) => one.mine), all.filter((one) => !one.mine)];
  return page(
    visit,
    { title: 'Mes adaptations', narrow: true },
    <>
      <Back />
      <h1>Mes adaptations</h1>
      {mine.length === 0 ? (
        <p>
          Aucune pour le moment. Ouvrez une <a href="/actions">idée d’action</a>, puis « Adapter à mon
          établissement ».
        </p>
      ) : (
        <List adaptations={mine} />
      )}
      {others.length > 0 && (
        <>
          <h2>Ce que des collègues vous montrent</h2>
          <List adaptations={others} />
        </>
      )}
    </>,
  );
}

function List({ adaptations }: { adaptations: readonly SeenAdaptation[] }) {
  return (
    <ul class="listing">
      {adaptations.map(({ id, title, firstStep, firstDay, mine, author, shown }) => (
        <li>
          <p class="listing__title">
            <a href={`/actions/adaptations/${id}`}>{title}</a>
          </p>
          <p>
            Premier pas{firstDay && `, le ${dayText(firstDay)}`} : {firstStep}
          </p>
          <p class="listing__why">
            {mine
              ? shown
                ? 'montrée à la direction et à qui anime le GPDS'
                : 'pour vous seulement'
              : author}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Back() {
  return (
    <p class="above-title">
      <a href="/actions">Idées d’actions</a>
    </p>
  );
}

async function showAdaptation(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const adaptation = await findAdaptation(app.db, viewer, http.req.param('id') ?? '');
  if (!adaptation) return refuse(visit, 'absent');
  const { id, action, title, kept, changed, withWhom, firstStep, firstDay, mine, author, shown } = adaptation;
  const idea = await findIdea(app.db, app.content.actions, action);
  const lines: [string, string][] = [
    ['Ce que nous gardons', kept],
    ['Ce que nous changeons', changed],
    ['Avec qui', withWhom],
    ['Le premier pas', firstStep],
    ['Quand', firstDay ? dayText(firstDay) : ''],
  ];
  return page(
    visit,
    { title: `${title} – Adaptation`, narrow: true },
    <>
      <p class="above-title">
        <a href="/actions/adaptations">Mes adaptations</a>
      </p>
      <h1>{title}</h1>
      <p>
        {mine ? 'Votre adaptation' : `Une adaptation que ${author} vous montre`}
        {idea ? (
          <>
            , d’après <a href={`/actions/${idea.id}`}>cette idée d’action</a>.
          </>
        ) : (
          ', d’après une idée qui a été retirée depuis.'
        )}{' '}
        {mine &&
          (shown
            ? 'La direction et la personne qui anime le GPDS de votre établissement la voient.'
            : 'Vous seul ou vous seule la voyez.')}
      </p>
      <dl class="adaptation">
        {lines.map(([name, text]) => (
          <div>
            <dt>{name}</dt>
            <dd class="adaptation__text">{text === '' ? 'À écrire' : text}</dd>
          </div>
        ))}
      </dl>
      <p class="fr-hint-text not-printed">Pour la garder sur papier : imprimez cette page.</p>
      {mine && (
        <div class="adaptation__acts not-printed">
          <a class="fr-btn" href={`/actions/adaptations/${id}/modifier`}>
            Modifier
          </a>
          <form method="post" action={`/actions/adaptations/${id}/supprimer`}>
            <button class="fr-btn fr-btn--tertiary" type="submit">
              Supprimer
            </button>
          </form>
        </div>
      )}
    </>,
  );
}

const NOTHING: TypedAdaptation = {
  kept: '',
  changed: '',
  withWhom: '',
  firstStep: '',
  firstDay: '',
  shown: false,
  confirmed: '',
};

async function adapt(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const idea = await findIdea(app.db, app.content.actions, http.req.param('id') ?? '');
  return idea
    ? formPage(visit, idea.title, `/actions/${idea.id}/adapter`, NOTHING, [], [])
    : refuse(visit, 'absent');
}

async function keepNew(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const idea = await findIdea(app.db, app.content.actions, http.req.param('id') ?? '');
  if (!idea) return refuse(visit, 'absent');
  return keep(visit, { id: null, action: idea.id, title: idea.title }, `/actions/${idea.id}/adapter`);
}

async function changeAdaptation(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const adaptation = await findAdaptation(app.db, viewer, http.req.param('id') ?? '');
  if (!adaptation?.mine) return refuse(visit, 'absent');
  const { title, firstDay, ...texts } = adaptation;
  const typed = { ...texts, firstDay: firstDay ?? '', confirmed: '' };
  return formPage(visit, title, `/actions/adaptations/${adaptation.id}/modifier`, typed, [], []);
}

async function keepChange(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const adaptation = await findAdaptation(app.db, viewer, http.req.param('id') ?? '');
  if (!adaptation?.mine) return refuse(visit, 'absent');
  const { id, action, title } = adaptation;
  return keep(visit, { id, action, title }, `/actions/adaptations/${id}/modifier`);
}

async function keep(
  visit: Visit<Viewer>,
  about: { id: string | null; action: string; title: string },
  address: string,
): Promise<Response> {
  const { app, viewer, http } = visit;
  const typed = readAdaptation(await readForm(http));
  const { problems, names } = checkAdaptation(typed, dayOf(app.now()));
  if (problems.length + names.length > 0)
    return formPage(visit, about.title, address, typed, problems, names);
  const { confirmed, firstDay, ...texts } = typed;
  const kept = await keepAdaptation(
    app.db,
    viewer,
    { ...about, ...texts, firstDay: firstDay === '' ? null : firstDay },
    app.now(),
  );
  return kept === null ? refuse(visit, 'absent') : http.redirect(`/actions/adaptations/${kept}`, 303);
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const adaptation = await findAdaptation(app.db, viewer, http.req.param('id') ?? '');
  if (!adaptation?.mine) return refuse(visit, 'absent');
  await removeAdaptation(app.db, viewer, adaptation.id, app.now());
  return http.redirect('/actions/adaptations', 303);
}

function formPage(
  visit: Visit<Viewer>,
  title: string,
  address: string,
  typed: TypedAdaptation,
  problems: readonly FieldError[],
  names: readonly string[],
): Response {
  const wrong = problems.length + names.length > 0;
  const inSchool = visit.viewer.memberships.some(({ school }) => school !== null);
  return page(
    visit,
    {
      title: `${wrong ? 'Erreur : ' : ''}Adapter « ${title} »`,
      status: wrong ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={[...problems, ...(names.length > 0 ? [namesMessage] : [])]} />
      <Back />
      <h1>Adapter à mon établissement</h1>
      <p class="lede">{title}</p>
      <p>Ne nommez personne : ni élève, ni parent, ni collègue.</p>
      <form method="post" action={address} novalidate>
        <TextArea
          name="kept"
          label="Ce que nous gardons"
          hint="Ce qui, dans cette action, répondrait à un besoin de nos élèves."
          value={typed.kept}
          error={errorOf(problems, 'kept')}
        />
        <TextArea
          name="changed"
          label="Ce que nous changeons"
          hint="Ce que nos moyens, nos élèves ou notre calendrier demandent de faire autrement."
          value={typed.changed}
          error={errorOf(problems, 'changed')}
        />
        <TextField
          name="withWhom"
          label="Avec qui"
          hint="Des fonctions ou des partenaires : « la documentaliste, la mission locale »."
          value={typed.withWhom}
          error={errorOf(problems, 'withWhom')}
          maxlength={300}
        />
        <TextField
          name="firstStep"
          label="Le premier pas"
          hint="Une chose que l’on peut faire en moins d’une heure."
          value={typed.firstStep}
          error={errorOf(problems, 'firstStep')}
          maxlength={300}
        />
        <TextField
          name="firstDay"
          type="date"
          label="Quand"
          value={typed.firstDay}
          error={errorOf(problems, 'firstDay')}
        />
        {inSchool && (
          <label class="choice">
            <input type="checkbox" name="shown" value="oui" checked={typed.shown} />
            <span>
              La montrer à la direction et à la personne qui anime le GPDS de mon établissement. Votre nom est
              dit ; vous pouvez changer d’avis.
            </span>
          </label>
        )}
        <NamesToConfirm names={names} confirms={confirmedBy(writtenIn(typed))} />
        <p class="adaptation__acts">
          <button class="fr-btn" type="submit">
            Garder
          </button>
        </p>
      </form>
    </>,
  );
}
