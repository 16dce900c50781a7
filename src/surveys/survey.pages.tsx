import type { Instrument } from '../content/index.ts';
import { page, type Route, readForm, refuse, route, staff, type Viewer, type Visit } from '../web/index.ts';
import { answerSurvey, chooseToBeAsked, findOccasions, hasRefused, passSurvey } from './survey.store.ts';
import { type Occasion, parseAnswers } from './survey.ts';

export const surveyRoutes: Route[] = [
  route('GET', '/avis', staff, showChoice),
  route('POST', '/avis', staff, choose),
  route('GET', '/avis/:instrument/:about', staff, showSurvey),
  route('POST', '/avis/:instrument/:about', staff, answer),
  route('POST', '/avis/:instrument/:about/passer', staff, pass),
];

const pathOf = ({ instrument, about }: Occasion) => `/avis/${instrument.id}/${about}`;

async function findOccasion(visit: Visit<Viewer>): Promise<Occasion | undefined> {
  const { app, viewer, http } = visit;
  const occasions = await findOccasions(app.db, viewer, app.content, app.now());
  return occasions.find(
    ({ instrument, about }) =>
      instrument.id === http.req.param('instrument') && about === http.req.param('about'),
  );
}

async function showSurvey(visit: Visit<Viewer>): Promise<Response> {
  const occasion = await findOccasion(visit);
  return occasion ? surveyPage(visit, occasion, () => undefined, null) : refuse(visit, 'absent');
}

function surveyPage(
  visit: Visit<Viewer>,
  occasion: Occasion,
  typed: (item: string) => string | undefined,
  problem: string | null,
): Response {
  const { instrument, title } = occasion;
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}${instrument.title}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      {title && <p class="above-title">{title}</p>}
      <h1>{instrument.title}</h1>
      <p class="lede">
        {instrument.items.length} questions, une minute. Vos réponses sont gardées sans votre nom ni rien qui
        mène à vous ; elles servent à améliorer ce qui est proposé.
      </p>
      <p class="survey__status">Questions exploratoires, dont la qualité n’est pas encore vérifiée.</p>
      {problem && (
        <p class="answer__problem" id="probleme" tabindex={-1} data-read-first>
          {problem}
        </p>
      )}
      <form method="post" action={pathOf(occasion)} novalidate>
        {instrument.items.map((item) => (
          <Item item={item} scale={instrument.scale} chosen={typed(item.id)} />
        ))}
        <p class="actions">
          <button class="fr-btn" type="submit">
            Envoyer
          </button>
        </p>
      </form>
      <form class="survey__pass" method="post" action={`${pathOf(occasion)}/passer`}>
        <p class="actions">
          <button class="fr-btn fr-btn--tertiary" type="submit" name="jamais" value="non">
            Pas cette fois
          </button>
          <button class="fr-btn fr-btn--tertiary" type="submit" name="jamais" value="oui">
            Ne plus jamais me le demander
          </button>
        </p>
      </form>
    </>,
  );
}

function Item({
  item: { id, text },
  scale,
  chosen,
}: {
  item: Instrument['items'][number];
  scale: readonly string[];
  chosen: string | undefined;
}) {
  return (
    <fieldset class="answer survey__item">
      <legend class="answer__legend">{text}</legend>
      {scale.map((label, index) => (
        <label class="choice">
          <input type="radio" name={id} value={String(index + 1)} checked={chosen === String(index + 1)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

async function answer(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const occasion = await findOccasion(visit);
  // Sent twice, it was kept once: thanks are due all the same.
  if (!occasion)
    return (await hasRefused(app.db, viewer))
      ? refuse(visit, 'absent')
      : http.redirect('/avis?merci=oui', 303);
  const fields = await readForm(http);
  const typed = (item: string) => fields[item]?.[0];
  const answers = parseAnswers(occasion.instrument, typed);
  if (!answers) {
    return surveyPage(visit, occasion, typed, 'Choisissez au moins une réponse, ou « Pas cette fois ».');
  }
  await answerSurvey(app.db, viewer, occasion, answers, app.now());
  return http.redirect('/avis?merci=oui', 303);
}

async function pass(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const never = (await readForm(http)).jamais?.[0] === 'oui';
  const occasion = await findOccasion(visit);
  if (occasion) await passSurvey(app.db, viewer, occasion, app.now());
  if (never) await chooseToBeAsked(app.db, viewer, false, app.now());
  return http.redirect(never ? '/avis' : '/mon-parcours', 303);
}

async function showChoice(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const refused = await hasRefused(app.db, viewer);
  const occasions = await findOccasions(app.db, viewer, app.content, app.now());
  return page(
    visit,
    { title: 'Mon avis', narrow: true },
    <>
      <h1>Mon avis</h1>
      {http.req.query('merci') && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>Merci. Vos réponses sont gardées sans votre nom.</p>
        </div>
      )}
      <p class="lede">
        {refused
          ? 'Votre avis ne vous est plus demandé.'
          : 'Après un module, et une fois après un mois, quelques questions vous sont proposées. Répondre n’est jamais obligatoire.'}
      </p>
      <p>
        Nous gardons que vous avez répondu à une occasion, pour ne pas vous la proposer deux fois, et à part,
        sans lien avec vous, les réponses et leur mois. Nous ne pouvons donc ni vous les montrer ni les
        effacer ensuite : personne ne saurait lesquelles sont les vôtres.
      </p>
      {occasions.length > 0 && (
        <ul>
          {occasions.map((occasion) => (
            <li>
              <a href={pathOf(occasion)}>{occasion.title ?? occasion.instrument.title}</a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/avis">
        <p class="actions">
          <button
            class="fr-btn fr-btn--secondary"
            type="submit"
            name="demander"
            value={refused ? 'oui' : 'non'}
          >
            {refused ? 'Me le demander de nouveau' : 'Ne plus jamais me le demander'}
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/mon-parcours">
            Mon parcours
          </a>
        </p>
      </form>
    </>,
  );
}

async function choose(visit: Visit<Viewer>): Promise<Response> {
  const asked = (await readForm(visit.http)).demander?.[0] === 'oui';
  await chooseToBeAsked(visit.app.db, visit.viewer, asked, visit.app.now());
  return visit.http.redirect('/avis', 303);
}

/** One line, where the person is anyway: the month first, else the module finished last. */
export async function findInvitation({ app, viewer }: Visit<Viewer>) {
  const occasions = await findOccasions(app.db, viewer, app.content, app.now());
  const occasion = occasions.find(({ instrument }) => instrument.moment === 'month') ?? occasions[0];
  if (!occasion) return null;
  const { instrument, title } = occasion;
  return (
    <p class="survey__invitation">
      <a href={pathOf(occasion)}>{instrument.items.length} questions</a>{' '}
      {title ? `sur « ${title} »` : 'après un mois'}, si vous voulez bien.
    </p>
  );
}
