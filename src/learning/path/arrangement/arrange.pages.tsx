import {
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { needNamed, pathTo } from '../path-address.ts';
import { type Arranged, findProposals } from '../proposals.store.ts';
import { changeArrangement, findArrangement } from './arrangement.store.ts';
import { type Arrangement, forgetOrder, hide, put, showAgain } from './arrangement.ts';
import { HiddenOnes, HideButton } from './hiding.tsx';

export const arrangeRoutes: Route[] = [
  route('GET', '/mon-parcours/ordre', staff, showOrder),
  route('POST', '/mon-parcours/ordre', staff, move),
  route('POST', '/mon-parcours/ordre-propose', staff, forget),
  route('POST', '/mon-parcours/masquer', staff, hideOne),
  route('POST', '/mon-parcours/remettre', staff, showOneAgain),
];

async function showOrder(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const { shown, conversations, hidden } = await findProposals(app, viewer, null);
  const { placed } = await findArrangement(app.db, viewer);
  const touched = http.req.query('change');
  return page(
    visit,
    { title: 'Ranger mon parcours', narrow: true },
    <>
      <h1>Ranger mon parcours</h1>
      <p class="lede">
        « Mon parcours » montre les trois premiers modules et les deux premières conversations. Montez ce qui
        compte pour vous, masquez ce qui ne vous sert pas. Personne d’autre ne voit ce rangement.
      </p>
      <Order title="Modules" items={shown} touched={touched} />
      <Order title="Conversations" items={conversations} touched={touched} />
      {placed.length > 0 && (
        <form method="post" action="/mon-parcours/ordre-propose">
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Revenir à l’ordre proposé
          </button>
        </form>
      )}
      <HiddenOnes hidden={hidden} />
      <p class="order__back">
        <a href="/mon-parcours">Revenir à mon parcours</a>
      </p>
    </>,
  );
}

type OrderProps = { title: string; items: readonly Arranged[]; touched: string | undefined };

function Order({ title, items, touched }: OrderProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol class="order">
        {items.map((item, index) => (
          <OrderLine
            item={item}
            place={index + 1}
            count={items.length}
            said={touched === item.id ? `Placé en n° ${index + 1}.` : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

type OrderLineProps = { item: Arranged; place: number; count: number; said: string | undefined };

function OrderLine({ item: { id, title, minutes }, place, count, said }: OrderLineProps) {
  return (
    <li id={`rang-${id}`}>
      <p class="order__title">
        {title} <span class="listing__time">{minutes} min</span>
      </p>
      {said && (
        <p class="order__said" tabindex={-1} data-read-first>
          {said}
        </p>
      )}
      <div class="order__buttons">
        {place > 2 && <MoveButton id={id} place={1} text="En premier" title={title} />}
        {place > 1 && <MoveButton id={id} place={place - 1} text="Monter" title={title} />}
        {place < count && <MoveButton id={id} place={place + 1} text="Descendre" title={title} />}
        <HideButton id={id} title={title} from="ordre" />
      </div>
    </li>
  );
}

/** The place is said, not the direction: sent twice, it is still the same place. */
function MoveButton({ id, place, text, title }: { id: string; place: number; text: string; title: string }) {
  return (
    <form method="post" action="/mon-parcours/ordre">
      <input type="hidden" name="quoi" value={id} />
      <input type="hidden" name="place" value={String(place)} />
      <button class="quiet-button" type="submit">
        {text}
        <span class="fr-sr-only"> : {title}</span>
      </button>
    </form>
  );
}

type Asked = { id: string; fields: Record<string, string[]> };

/** The module or the conversation a form names, when there is one. */
async function readAsked({ app, http }: Visit<Viewer>): Promise<Asked | null> {
  const fields = await readForm(http);
  const id = fields.quoi?.[0] ?? '';
  const { modules, dialogues } = app.content;
  return [...modules, ...dialogues].some((known) => known.id === id) ? { id, fields } : null;
}

function change({ app, viewer }: Visit<Viewer>, by: (before: Arrangement) => Arrangement): Promise<void> {
  return changeArrangement(app.db, viewer, by, app.now());
}

async function move(visit: Visit<Viewer>): Promise<Response> {
  const asked = await readAsked(visit);
  const place = Number(asked?.fields.place?.[0]);
  if (!asked || !Number.isInteger(place)) return refuse(visit, 'absent');
  const { shown, conversations } = await findProposals(visit.app, visit.viewer, null);
  const list = [shown, conversations].find((items) => items.some(({ id }) => id === asked.id)) ?? [];
  const ids = list.map(({ id }: Arranged) => id);
  await change(visit, (before) => put(before, ids, asked.id, place));
  return visit.http.redirect(`/mon-parcours/ordre?change=${asked.id}#rang-${asked.id}`, 303);
}

async function forget(visit: Visit<Viewer>): Promise<Response> {
  await change(visit, forgetOrder);
  return visit.http.redirect('/mon-parcours/ordre', 303);
}

async function hideOne(visit: Visit<Viewer>): Promise<Response> {
  const asked = await readAsked(visit);
  if (!asked) return refuse(visit, 'absent');
  await change(visit, (before) => hide(before, asked.id));
  return visit.http.redirect(wayBack(asked, asked.id), 303);
}

async function showOneAgain(visit: Visit<Viewer>): Promise<Response> {
  const asked = await readAsked(visit);
  if (!asked) return refuse(visit, 'absent');
  await change(visit, (before) => showAgain(before, asked.id));
  return visit.http.redirect(wayBack(asked, null), 303);
}

function wayBack({ fields }: Asked, hidden: string | null): string {
  if (fields.depuis?.[0] === 'ordre') return `/mon-parcours/ordre${hidden ? '#masques' : ''}`;
  return pathTo({ need: needNamed(fields.besoin?.[0]), short: false, hidden });
}
