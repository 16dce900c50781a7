import { isWithdrawn } from '../../content/index.ts';
import {
  fullDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { type DueCard, findDueCards, findNextDue, recordRecall } from './review.store.ts';
import { RECALLS, type Recall } from './schedule.ts';

export const reviewRoutes: Route[] = [
  route('GET', '/revisions', staff, showNext),
  route('GET', '/revisions/:module/:card', staff, showAnswer),
  route('POST', '/revisions/:module/:card', staff, recall),
];

/** A card of the content, with the title of its module; null once it has left the content or was withdrawn. */
function cardOf({ app }: Visit, { module: id, card: name }: DueCard) {
  const module = app.content.modules.find((known) => known.id === id && !isWithdrawn(known, app.now()));
  const card = module?.cards.find((known) => known.id === name);
  return module && card ? { module, card } : null;
}

async function showNext(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const due = (await findDueCards(app.db, viewer, app.now())).flatMap((card) => cardOf(visit, card) ?? []);
  const [next] = due;
  if (!next) return nothingPage(visit, await findNextDue(app.db, viewer));
  const { module, card } = next;
  return page(
    visit,
    { title: 'Réviser', narrow: true },
    <>
      <p class="above-title">{module.title}</p>
      <h1>Réviser</h1>
      <p>
        {due.length === 1 ? 'Une carte' : `${due.length} cartes`} aujourd’hui. Cherchez la réponse de mémoire
        avant de la lire : c’est l’effort qui fait retenir.
      </p>
      <p class="stem">{card.question}</p>
      <p class="actions">
        <a class="fr-btn" href={`/revisions/${module.id}/${card.id}`}>
          Voir la réponse
        </a>
        <a class="fr-btn fr-btn--tertiary" href="/mon-parcours">
          Plus tard
        </a>
      </p>
    </>,
  );
}

function nothingPage(visit: Visit<Viewer>, next: Date | null): Response {
  return page(
    visit,
    { title: 'Rien à réviser', narrow: true },
    <>
      <h1>Rien à réviser aujourd’hui</h1>
      <p class="lede">
        {next
          ? `Une carte reviendra ${fullDate(next)}.`
          : 'Quand vous terminez un module, quelques questions courtes reviennent ensuite, de plus en plus espacées.'}
      </p>
      <p>
        <a class="fr-btn" href="/mon-parcours">
          Mon parcours
        </a>
      </p>
    </>,
  );
}

async function findDue(visit: Visit<Viewer>) {
  const { app, viewer, http } = visit;
  const asked = { module: http.req.param('module') ?? '', card: http.req.param('card') ?? '' };
  const due = await findDueCards(app.db, viewer, app.now());
  const isDue = due.some(({ module, card }) => module === asked.module && card === asked.card);
  const found = cardOf(visit, asked);
  return found && { ...found, asked, isDue };
}

async function showAnswer(visit: Visit<Viewer>): Promise<Response> {
  const found = await findDue(visit);
  if (!found) return refuse(visit, 'absent');
  return found.isDue ? answerPage(visit, found, null) : visit.http.redirect('/revisions', 303);
}

function answerPage(
  visit: Visit<Viewer>,
  { module, card }: NonNullable<ReturnType<typeof cardOf>>,
  problem: string | null,
): Response {
  return page(
    visit,
    { title: `${problem ? 'Erreur : ' : ''}Réviser, la réponse`, status: problem ? 422 : 200, narrow: true },
    <>
      <p class="above-title">{module.title}</p>
      <h1>La réponse</h1>
      <p>{card.question}</p>
      <p class="stem">{card.answer}</p>
      {problem && (
        <p class="answer__problem" tabindex={-1} data-read-first>
          {problem}
        </p>
      )}
      <form method="post" action={`/revisions/${module.id}/${card.id}`}>
        <h2 class="fr-h5">Comment vous est-elle revenue ?</h2>
        <p class="actions">
          {Object.entries(RECALLS).map(([value, { text }]) => (
            <button class="fr-btn fr-btn--secondary" type="submit" name="recall" value={value}>
              {text}
            </button>
          ))}
        </p>
      </form>
      <p>
        <a href={`/modules/${module.id}`}>Revoir le module</a>
      </p>
    </>,
  );
}

async function recall(visit: Visit<Viewer>): Promise<Response> {
  const found = await findDue(visit);
  if (!found) return refuse(visit, 'absent');
  if (!found.isDue) return visit.http.redirect('/revisions', 303);
  const said = (await readForm(visit.http)).recall?.[0];
  const how = (Object.keys(RECALLS) as Recall[]).find((known) => known === said);
  if (!how) return answerPage(visit, found, 'Dites comment la réponse vous est revenue.');
  await recordRecall(visit.app.db, visit.viewer, found.asked, how, visit.app.now());
  return visit.http.redirect('/revisions', 303);
}
