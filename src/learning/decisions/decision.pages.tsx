import { type DecisionCard, isWithdrawn, NEEDS, type Need } from '../../content/index.ts';
import { attachment, renderPdf } from '../../pdf/index.ts';
import {
  dayText,
  page,
  type Route,
  readQuery,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { reviewState, sourceLine, sourceName } from '../sheet-sources.ts';
import { cardDocument } from './card-pdf.ts';
import { findRehearsed } from './rehearsal.store.ts';
import { addressOf, readPlayed } from './rehearsal.ts';

export const decisionRoutes: Route[] = [
  route('GET', '/decisions', staff, showAll),
  route('GET', '/decisions/:id', staff, showCard),
  route('GET', '/decisions/:id/fiche.pdf', staff, sendCard),
];

/** The decision of the address; one whose review is long overdue is no longer there. */
export function decisionOf({ app, http }: Visit): DecisionCard | undefined {
  return app.content.decisions.find(
    (decision) => decision.id === http.req.param('id') && !isWithdrawn(decision, app.now()),
  );
}

const LEVELS = {
  prévention: 'Pour tous, avant que rien ne se rompe',
  intervention: 'Pour un élève qui s’éloigne',
  remédiation: 'Pour un jeune qui est parti, ou presque',
} as const satisfies Record<DecisionCard['level'], string>;

async function showAll(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const decisions = app.content.decisions.filter((decision) => !isWithdrawn(decision, app.now()));
  const rehearsed = await findRehearsed(app.db, viewer);
  const needs = (Object.keys(NEEDS) as Need[]).filter((need) =>
    decisions.some((decision) => decision.needs.includes(need)),
  );
  const need = needs.find((known) => known === http.req.query('besoin')) ?? null;
  const shown = decisions.filter(({ needs: own }) => !need || own.includes(need));
  return page(
    visit,
    { title: 'Décisions d’un GPDS', narrow: true },
    <>
      <h1>Décider, puis savoir faire</h1>
      <p class="lede">
        Les décisions que prend un GPDS. Pour chacune, une fiche qui tient sur une page, et cinq minutes pour
        répéter avant d’agir.
      </p>
      <nav aria-label="Choisir par besoin">
        <ul class="pills">
          {needs.map((id) => (
            <li>
              <a href={`/decisions?besoin=${id}`} aria-current={id === need ? 'true' : undefined}>
                {NEEDS[id]}
              </a>
            </li>
          ))}
          {need && (
            <li>
              <a href="/decisions">Voir toutes les décisions</a>
            </li>
          )}
        </ul>
      </nav>
      {(Object.entries(LEVELS) as [DecisionCard['level'], string][]).map(([level, meaning]) => (
        <Level
          title={`${level.charAt(0).toUpperCase()}${level.slice(1)}`}
          meaning={meaning}
          decisions={shown.filter((decision) => decision.level === level)}
          rehearsed={rehearsed}
        />
      ))}
    </>,
  );
}

type LevelProps = {
  title: string;
  meaning: string;
  decisions: readonly DecisionCard[];
  rehearsed: ReadonlyMap<string, string>;
};

function Level({ title, meaning, decisions, rehearsed }: LevelProps) {
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span class="decisions__meaning">{meaning}</span>
      </h2>
      <ul class="listing">
        {decisions.map(({ id, title: name, purpose }) => {
          const day = rehearsed.get(id);
          return (
            <li>
              <p class="listing__title">
                <a href={`/decisions/${id}`}>{name}</a>
              </p>
              <p>{purpose}</p>
              <p class="listing__why">
                <a href={`/decisions/${id}/repetition`}>
                  Répéter en cinq minutes<span class="fr-sr-only"> : {name}</span>
                </a>
                {day && ` · répété le ${dayText(day)}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

async function showCard(visit: Visit<Viewer>): Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  const { facts } = visit.app.content;
  const { card } = decision;
  const played = addressOf(readPlayed(decision, readQuery(visit.http)));
  return page(
    visit,
    { title: decision.title, narrow: true },
    <article class="handout">
      <p class="above-title">Fiche · {decision.level}</p>
      <h1>{decision.title}</h1>
      <p class="lede">{decision.purpose}</p>
      <p class="actions">
        <a class="fr-btn" href={`/decisions/${decision.id}/repetition${played}`}>
          {played ? 'Reprendre la répétition' : 'Répéter en cinq minutes'}
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/decisions/${decision.id}/fiche.pdf`}>
          La fiche en PDF, une page
        </a>
      </p>
      <section class="handout__when">
        <h2>Quand</h2>
        <p>{card.when}</p>
      </section>
      <div class="handout__parts">
        <Part title="Avant" lines={card.before} />
        <Part title="Pendant" lines={card.during} />
        <Part title="À dire" lines={card.words} spoken />
        <Part title="Après" lines={card.after} />
        <Part title="À éviter" lines={card.avoid} />
        {card.rules.length > 0 && (
          <section class="handout__part handout__part--wide">
            <h2>Ce que disent les textes</h2>
            <ul>
              {card.rules.map(({ text, source }) => (
                <li>
                  {text} <span class="handout__origin">({sourceName(source, facts)})</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Further visit={visit} decision={decision} />
      <p class="handout__about">{reviewState(decision)}</p>
      <p class="handout__printed">Sources : {sourceLine(decision.sources, facts)}.</p>
      <div class="on-screen">
        <SourceList sources={[...decision.sources, ...rulesToOpen(decision)]} facts={facts} />
      </div>
    </article>,
  );
}

/** References of the rules that can be opened, beside the sources of the card. */
function rulesToOpen({ card, sources }: DecisionCard) {
  const known = new Set(sources.map((source) => JSON.stringify(source)));
  return card.rules.flatMap(({ source }) => (known.has(JSON.stringify(source)) ? [] : [source]));
}

function Part({ title, lines, spoken }: { title: string; lines: readonly string[]; spoken?: boolean }) {
  return (
    <section class={`handout__part${spoken ? ' handout__part--wide handout__part--spoken' : ''}`}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Further({ visit, decision }: { visit: Visit<Viewer>; decision: DecisionCard }) {
  const { content, now } = visit.app;
  const read = <I extends { id: string; reviewBy: string }>(
    items: readonly I[],
    ids: readonly (string | null)[],
  ) => items.filter((item) => ids.includes(item.id) && !isWithdrawn(item, now()));
  const modules = read(content.modules, decision.modules);
  const [dialogue] = read(content.dialogues, [decision.dialogue]);
  const kits = content.coaching.filter(
    (kit) => decision.competences.includes(kit.competence) && !isWithdrawn(kit, now()),
  );
  return (
    <section class="on-screen">
      <h2>Aller plus loin</h2>
      <ul>
        {modules.map(({ id, title, minutes }) => (
          <li>
            <a href={`/modules/${id}`}>{title}</a>, module de {minutes} minutes
          </li>
        ))}
        {dialogue && (
          <li>
            <a href={`/dialogues/${dialogue.id}`}>{dialogue.title}</a>, conversation à jouer
          </li>
        )}
        {kits.map(({ competence, title }) => (
          <li>
            <a href={`/entre-pairs/${competence}`}>S’observer entre pairs</a> : {title}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function sendCard(visit: Visit<Viewer>): Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  const { app, http } = visit;
  const pdf = await renderPdf(cardDocument(decision, app.content.facts, app.now()));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`${decision.title}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
