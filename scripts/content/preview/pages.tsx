import type { Child } from 'hono/jsx';
import { type Content, competencesOf, KINDS, type Kind } from '../../../src/content/index.ts';
import { chanceShare, STRATEGIES, type Strategy, shareOf } from '../../../src/content/quality/guess.ts';
import { proseOf } from '../../../src/content/quality/prose.ts';
import { readingOf } from '../../../src/content/quality/reading.ts';
import { anyone, page, type Route, readForm, refuse, route, type Visit } from '../../../src/web/index.ts';
import { dialogueStates } from './dialogue-states.tsx';
import { spokenText } from './spoken.ts';
import { caseStates, moduleStates, plainStates, questionStates, type State } from './states.tsx';
import type { Workshop } from './workshop.ts';

const SHELVES = [...KINDS, 'cases'] as const;
type Shelf = (typeof SHELVES)[number];

const NAMES: Record<Shelf, string> = {
  questions: 'Questions',
  trial: 'Questions d’essai',
  modules: 'Modules',
  dialogues: 'Dialogues',
  decisions: 'Cartes et répétitions',
  coaching: 'Livrets d’observation',
  instruments: 'Questionnaires',
  workshops: 'Ateliers',
  dossiers: 'Études de cas',
  policy: 'Auto-diagnostic',
  examination: 'Page du certificat',
  cases: 'Cas',
};

/** The pages of the preview; `printed` is the style sheet of paper, shown on screen. */
export function previewRoutes(workshop: Workshop, printed: string): Route[] {
  return [
    route('GET', '/', anyone, (visit) => showList(visit, workshop)),
    route('GET', '/changements', anyone, () => followChanges(workshop)),
    ...SHELVES.map((shelf) =>
      route('GET', `/${shelf}/:id`, anyone, (visit) => showItem(visit, workshop, shelf, printed)),
    ),
    ...(['questions', 'trial'] as const).map((shelf) =>
      route('POST', `/${shelf}/:id`, anyone, (visit) => showItem(visit, workshop, shelf, printed)),
    ),
  ];
}

/** A line is sent each time a file changes. */
function followChanges(workshop: Workshop): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stopListening = workshop.onChange(() => send('data: changed\n\n'));
      const alive = setInterval(() => send(': \n\n'), 20_000).unref();
      stop = () => {
        clearInterval(alive);
        stopListening();
      };
      send(': \n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  });
}

function showList(visit: Visit, workshop: Workshop): Response {
  const content = workshop.content();
  return page(
    visit,
    { title: 'Atelier' },
    <>
      <h1>L’atelier</h1>
      <p class="lede">
        Chaque contenu, dans tous ses états. La page se remet à jour quand un fichier change.
      </p>
      <Troubles workshop={workshop} />
      {content &&
        SHELVES.map((shelf) => {
          const items = itemsOf(content, shelf);
          if (items.length === 0) return null;
          return (
            <section>
              <h2>
                {NAMES[shelf]} ({items.length})
              </h2>
              {groupsOf(content, items).map(([name, members]) => (
                <details class="catalogue-details">
                  <summary>
                    {name} ({members.length})
                  </summary>
                  <ul>
                    {members.map(({ id }) => (
                      <li>
                        <a href={`/${shelf}/${id}`}>{id}</a>
                      </li>
                    ))}
                  </ul>
                </details>
              ))}
            </section>
          );
        })}
    </>,
  );
}

/** What keeps files from being read comes first: the rest may be older than what is on the disk. */
function Troubles({ workshop, id }: { workshop: Workshop; id?: string }) {
  const unreadable = workshop.unreadable();
  const problems = workshop.problems().filter((line) => id === undefined || line.includes(id));
  return (
    <>
      {unreadable.length > 0 && (
        <div class="fr-alert fr-alert--error fr-mb-4w" role="alert">
          <h2 class="fr-alert__title">À corriger d’abord : le dernier contenu lisible est montré plus bas</h2>
          <ul>
            {unreadable.map((line) => (
              <li>content/{line}</li>
            ))}
          </ul>
        </div>
      )}
      {problems.length > 0 && (
        <div class="fr-alert fr-alert--warning fr-mb-4w">
          <h2 class="fr-alert__title">Ce que la vérification relève</h2>
          <ul>
            {problems.slice(0, 40).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

async function showItem(visit: Visit, workshop: Workshop, shelf: Shelf, printed: string): Promise<Response> {
  const content = workshop.content();
  const id = visit.http.req.param('id') ?? '';
  const found = content && itemsOf(content, shelf).find((item) => item.id === id);
  if (!content || !found) return refuse(visit, 'absent');
  const given = visit.http.req.method === 'POST' ? await readForm(visit.http) : null;
  const path = visit.http.req.query('chemin') ?? '';
  const states = await statesOf(content, shelf, id, { given, path }, found.item);
  const paper = visit.http.req.query('papier') !== undefined;
  const state = states.find(({ key }) => key === visit.http.req.query('etat')) ?? states[0]!;
  const shown = (<div>{state.content}</div>).toString();
  const app = paper ? { ...visit.app, assets: { ...visit.app.assets, stylesheet: printed } } : visit.app;
  return page(
    { ...visit, app },
    { title: id, narrow: true },
    <>
      <nav class="workshop-states" aria-label="États">
        <p>
          <a href="/">L’atelier</a> · {id}
        </p>
        <ul>
          {states.map(({ key, name }) => (
            <li>
              <a href={addressOf(key, paper)} aria-current={key === state.key ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href={addressOf(state.key, !paper)}>{paper ? 'Voir à l’écran' : 'Voir imprimé'}</a>
          </li>
        </ul>
      </nav>
      <Troubles workshop={workshop} id={id} />
      <div class="workshop-shown">{state.content}</div>
      <section class="workshop-spoken">
        <h2>Ce qu’entend un lecteur d’écran, dans l’ordre</h2>
        <ol>
          {spokenText(shown).map((line) => (
            <li>{line}</li>
          ))}
        </ol>
      </section>
      <ForAuthors content={content} shelf={shelf} id={id} item={found.item} />
    </>,
  );
}

function addressOf(state: string, paper: boolean): string {
  return `?etat=${state}${paper ? '&papier=' : ''}`;
}

async function statesOf(
  content: Content,
  shelf: Shelf,
  id: string,
  { given, path }: { given: Parameters<typeof questionStates>[2]; path: string },
  item: unknown,
): Promise<State[]> {
  const question = [...content.questions, ...content.trial].find((known) => known.id === id);
  if ((shelf === 'questions' || shelf === 'trial') && question)
    return questionStates(question, content, given);
  const module = content.modules.find((known) => known.id === id);
  if (shelf === 'modules' && module) return moduleStates(module, content);
  const dialogue = content.dialogues.find((known) => known.id === id);
  if (shelf === 'dialogues' && dialogue) return dialogueStates(dialogue, content, path);
  const situation = content.cases.get(id);
  if (shelf === 'cases' && situation) return caseStates(situation, content);
  return plainStates(item);
}

/** What only those who write and review need: the defence of the key, how it is guessed, how it reads. */
function ForAuthors({
  content,
  shelf,
  id,
  item,
}: {
  content: Content;
  shelf: Shelf;
  id: string;
  item: unknown;
}): Child {
  const question = shelf === 'questions' ? content.questions.find((known) => known.id === id) : undefined;
  const { wordsPerSentence, longest } = readingOf(proseOf(item));
  return (
    <section class="workshop-authors">
      <h2>Pour qui écrit</h2>
      <p>
        {wordsPerSentence.toFixed(1)} mots par phrase ; la plus longue en compte {longest}.
      </p>
      {question && (
        <>
          <p>Pourquoi la réponse tient : {question.defence}</p>
          <p>
            Répondre au hasard gagne {percent(chanceShare(question))} ;{' '}
            {STRATEGIES.map(
              (strategy) => `${STRATEGY_NAMES[strategy]} ${percent(shareOf(strategy, question))}`,
            ).join(', ')}
            .
          </p>
        </>
      )}
    </section>
  );
}

const STRATEGY_NAMES: Record<Strategy, string> = {
  longest: 'la plus longue',
  first: 'la première',
  careful: 'la plus prudente',
  middle: 'le milieu',
};

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

type Found = { id: string; competence: string | null; item: unknown };

/** Items of a shelf, whatever their kind; those a later version brings are found by their fields. */
function itemsOf(content: Content, shelf: Shelf): Found[] {
  if (shelf === 'cases')
    return [...content.cases.values()].map((item) => ({ id: item.id, competence: null, item }));
  const items = (content as { readonly [kind in Kind]?: unknown })[shelf];
  if (!Array.isArray(items)) return [];
  return items.map((item: { id?: string; competence?: string; competences?: string[] }) => ({
    id: item.id ?? item.competence ?? '',
    competence: item.competence ?? item.competences?.[0] ?? null,
    item,
  }));
}

function groupsOf(content: Content, items: readonly Found[]): [name: string, members: Found[]][] {
  const competences = competencesOf(content.framework).map(({ code, title }): [string, Found[]] => [
    `${code} ${title}`,
    items.filter(({ competence }) => competence === code),
  ]);
  const others: [string, Found[]] = [
    'Sans compétence',
    items.filter(({ competence }) => competence === null),
  ];
  return [...competences, others].filter(([, members]) => members.length > 0);
}
