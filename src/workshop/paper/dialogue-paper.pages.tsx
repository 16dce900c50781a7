import { setImmediate } from 'node:timers/promises';
import { type Dialogue, isWithdrawn, openStory } from '../../content/index.ts';
import { page, type Route, refuse, route, SourceList, type Viewer, type Visit } from '../../web/index.ts';
import { Lines } from '../desk/room.tsx';
import { trainer } from '../trainer.ts';
import { type BookletReply, bookletOf, type Exchange, type Outcome } from './booklet.ts';
import { VoteCards } from './vote-cards.tsx';

export const dialoguePaperRoutes: Route[] = [
  route('GET', '/ateliers/dialogues/:contenu/papier', trainer, showPaper),
];

type Made = { booklet: Exchange[]; tokens: number };
const booklets = new WeakMap<Dialogue, Promise<Made>>();

/** Made once for each conversation, on a map of its own: all its moments would stay in memory. */
function bookletFor(dialogue: Dialogue): Promise<Made> {
  const made = booklets.get(dialogue) ?? makeBooklet(dialogue);
  booklets.set(dialogue, made);
  return made;
}

async function makeBooklet(dialogue: Dialogue): Promise<Made> {
  const story = await openStory(dialogue);
  return { booklet: await bookletOf(story, setImmediate), tokens: story.start.moment.confidence };
}

/** A conversation played by a room without phones: cards to show, letters to raise, a booklet that says where to go. */
async function showPaper(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const { dialogues, facts } = app.content;
  const found = dialogues.find(({ id }) => id === http.req.param('contenu'));
  if (!found || isWithdrawn(found, app.now())) return refuse(visit, 'absent');
  const { booklet, tokens } = await bookletFor(found);
  return page(
    visit,
    { title: `Sur papier : ${found.title}` },
    <div>
      <div class="on-screen">
        <p>
          <a href={`/ateliers/dialogues/${found.id}`}>{found.title}</a>
        </p>
        <p class="lede">
          Imprimez cette page : la situation (une par table), les échanges à montrer un par un, quatre lettres
          à lever par personne et le livret de la personne qui anime. Une salle sans téléphone vote à main
          levée, la personne qui anime compte.
        </p>
      </div>
      <Situation dialogue={found} />
      <section class="paper-sheet">
        <h2>Les échanges, à découper et à montrer un par un</h2>
        {booklet.map((exchange) => (
          <Card exchange={exchange} />
        ))}
      </section>
      <VoteCards most={Math.max(...booklet.map(({ replies }) => replies.length))} />
      <Booklet dialogue={found} booklet={booklet} tokens={tokens} />
      <section class="paper-sheet">
        <Ends dialogue={found} />
        <SourceList sources={found.sources} facts={facts} />
      </section>
    </div>,
  );
}

function Situation({ dialogue: { title, situation, aim, other, others } }: { dialogue: Dialogue }) {
  return (
    <section class="paper-sheet">
      <h1>{title}</h1>
      <p>{situation}</p>
      <ul>
        {[other, ...others].map(({ name, role }) => (
          <li>
            <strong>{name}</strong>, {role}
          </li>
        ))}
      </ul>
      <p>
        <strong>Ce que l’on cherche :</strong> {aim}
      </p>
    </section>
  );
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'];

function Card({ exchange: { number, said, replies } }: { exchange: Exchange }) {
  return (
    <article class="paper-card paper-exchange">
      <h3>Échange {number}</h3>
      <Lines lines={said} />
      <p>Que répondez-vous ?</p>
      <ul class="paper-replies">
        {replies.map(({ text }, index) => (
          <li>
            <strong>{LETTERS[index]}.</strong> {text}
          </li>
        ))}
      </ul>
    </article>
  );
}

type Told = { dialogue: Dialogue; booklet: readonly Exchange[]; tokens: number };

function Booklet({ dialogue: { other }, booklet, tokens }: Told) {
  return (
    <section class="paper-sheet paper-booklet">
      <h2>Livret de la personne qui anime</h2>
      <h3>Les quarante-cinq minutes</h3>
      <ol>
        <li>
          <strong>5 minutes.</strong> Lisez la situation à voix haute. Personne ne joue de rôle : la salle
          cherche, ensemble, quoi répondre. Aucun élève réel n’est nommé.
        </li>
        <li>
          <strong>30 minutes.</strong> Les échanges, quatre minutes environ chacun. Montrez la carte ; chacun
          lève une lettre, sans parler ; comptez. Si les voix se partagent, demandez à une personne par
          réplique : « Qu’est-ce que {other.name} entend, là ? » Choisissez ensuite la réplique que l’on suit,
          lisez le retour et la suite, et passez à l’échange indiqué.
        </li>
        <li>
          <strong>5 minutes.</strong> La fin : demandez à la salle laquelle ressemble à ce qu’elle vient de
          vivre, et lisez-la. À 35 minutes, allez à la fin même s’il reste des échanges.
        </li>
        <li>
          <strong>5 minutes.</strong> « Ce que nous ferons » : un acte que l’on pourra voir, une personne, un
          jour.
        </li>
      </ol>
      <p>
        Des jetons sur la table disent où en est l’échange ({lowered(other.confidence)}). On commence avec{' '}
        {tokensText(tokens)}. Une réplique qui ouvre en ajoute un, une réplique qui ferme en retire un ;
        jamais moins de zéro, ni plus de quatre.
      </p>
      <p>
        À l’écran, quelques phrases changent selon tout ce qui s’est dit. Sur papier, ce livret donne les
        premières venues : passez celles qui ne vont pas avec votre échange.
      </p>
      {booklet.map(({ number, replies }) => (
        <article class="paper-round">
          <h3>Échange {number}</h3>
          <ul class="paper-replies">
            {replies.map((reply, index) => (
              <li>
                <Reply letter={LETTERS[index]!} reply={reply} name={other.name} />
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

const EFFECTS: Record<BookletReply['effect'], string> = {
  1: 'ouvre, un jeton de plus',
  0: 'ne change rien aux jetons',
  [-1]: 'ferme, un jeton de moins',
};

type ReplyProps = { letter: string; reply: BookletReply; name: string };

function Reply({ letter, reply: { feedback, effect, outcomes }, name }: ReplyProps) {
  const depends = outcomes.length > 1;
  const told = outcomes.every(({ confidence }) => confidence !== null);
  return (
    <>
      <p>
        <strong>{letter}</strong> ({EFFECTS[effect]}). {feedback}
      </p>
      {depends && !told && <p>La suite dépend de ce qui s’est dit ; choisissez celle qui va :</p>}
      {outcomes.map((outcome) => (
        <>
          {outcome.confidence && (
            <p>
              Si {name} avait {spanText(outcome.confidence)} avant cette réplique :
            </p>
          )}
          <Lines lines={outcome.said} />
          <p class="paper-next">{nextText(outcome)}</p>
        </>
      ))}
    </>
  );
}

function nextText({ leadsTo }: Outcome): string {
  return leadsTo === 'the-end' ? '→ la fin' : `→ échange ${leadsTo.exchange}`;
}

function spanText({ from, to }: { from: number; to: number }): string {
  return from === to ? tokensText(from) : `de ${from} à ${to} jetons`;
}

function tokensText(count: number): string {
  if (count <= 0) return 'zéro jeton';
  return count === 1 ? 'un jeton' : `${count} jetons`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function Ends({ dialogue: { endings, takeaways } }: { dialogue: Dialogue }) {
  return (
    <>
      <h2>Les fins</h2>
      <p>De celle qui aide le plus à celle qui aide le moins. Aucune n’est une note.</p>
      {endings.map(({ title, text }) => (
        <article class="paper-round">
          <h3>{title}</h3>
          <p>{text}</p>
        </article>
      ))}
      <h2>Ce que l’on peut en garder</h2>
      <ul>
        {takeaways.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
