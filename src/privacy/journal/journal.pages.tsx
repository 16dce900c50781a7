import { dayOf, daysAfter, isDay, momentText } from '../../calendar/index.ts';
import {
  administrator,
  page,
  type Route,
  readQuery,
  route,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { type JournalLine, type JournalSearch, searchJournal } from './journal.store.ts';
import { GROUP_NAMES, groupsFor, inFrench, KINDS, kindsFor, objectOf, SPAN_NAMES, SPANS } from './journal.ts';

export const journalRoutes: Route[] = [route('GET', '/administration/journal', administrator, showJournal)];

async function showJournal(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const typed = readQuery(http);
  const asked = (name: string) => (typed[name]?.[0] ?? '').trim().slice(0, 100);
  const national = viewer.memberships.some(({ role }) => role === 'national');
  const kinds = kindsFor(national);
  const until = isDay(asked('jour')) ? asked('jour') : dayOf(app.now());
  const span = Object.hasOwn(SPANS, asked('duree')) ? (asked('duree') as keyof typeof SPANS) : '1';
  const kind = kinds.has(asked('sorte')) ? asked('sorte') : '';
  const search: JournalSearch = {
    from: daysAfter(until, 1 - SPANS[span]),
    until,
    kinds: kind === '' ? [...kinds.keys()] : [kind],
    actor: asked('personne'),
    object: asked('objet'),
    page: Math.min(1_000, Math.max(0, Number.parseInt(asked('page'), 10) || 0)),
  };
  const { lines, more, names } = await searchJournal(app.db, viewer, search, app.now());
  const query = { jour: until, duree: span, sorte: kind, personne: search.actor, objet: search.object };
  return page(
    visit,
    { title: 'Journal' },
    <>
      <p class="above-title">
        <a href="/administration">Administration</a>
      </p>
      <h1>Journal</h1>
      <p class="lede">
        Qui a fait quoi. Ce que chacun fait pour soi n’y figure pas, et aucun élève n’y est désigné. Chaque
        consultation est notée.
      </p>
      <form class="affiliation__search" method="get" action="/administration/journal">
        <TextField name="jour" label="Jour" type="date" value={until} class="date-field" />
        <Select name="duree" label="Sur" value={span} choices={Object.entries(SPAN_NAMES)} />
        <div class="fr-select-group">
          <label class="fr-label" for="sorte">
            Sorte
          </label>
          <select class="fr-select" id="sorte" name="sorte">
            <option value="">Toutes</option>
            {groupsFor(national).map((group) => (
              <optgroup label={GROUP_NAMES[group]}>
                {Object.entries(KINDS[group]).map(([value, label]) => (
                  <option value={value} selected={value === kind}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <TextField
          name="personne"
          label="Faite par"
          hint="Une partie du nom, ou l’adresse entière."
          value={search.actor}
          autocomplete="off"
        />
        <TextField
          name="objet"
          label="Au sujet de"
          hint="L’UAI d’un établissement, par exemple."
          value={search.object}
          autocomplete="off"
        />
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </form>
      {lines.length === 0 ? (
        <p>Rien de tel sur ces jours.</p>
      ) : (
        <Lines lines={lines} names={names} kinds={kinds} />
      )}
      {(search.page > 0 || more) && (
        <nav class="affiliation__pages" aria-label="Pages">
          {search.page > 0 && <a href={pageAt(query, search.page - 1)}>Page précédente</a>}
          <span>Page {search.page + 1}</span>
          {more && <a href={pageAt(query, search.page + 1)}>Page suivante</a>}
        </nav>
      )}
    </>,
  );
}

function pageAt(query: Record<string, string>, number: number): string {
  return `/administration/journal?${new URLSearchParams({ ...query, page: String(number) })}`;
}

function Select({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: [string, string][];
}) {
  return (
    <div class="fr-select-group">
      <label class="fr-label" for={name}>
        {label}
      </label>
      <select class="fr-select" id={name} name={name}>
        {choices.map(([key, text]) => (
          <option value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type LinesProps = { lines: readonly JournalLine[]; names: Map<string, string>; kinds: Map<string, string> };

function Lines({ lines, names, kinds }: LinesProps) {
  return (
    <section class="table-scroll" aria-label="Lignes du journal" tabindex={0}>
      <table class="figures">
        <caption>
          {lines.length === 1 ? 'Une ligne' : `${lines.length} lignes, la plus récente d’abord`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Quoi</th>
            <th scope="col">Par</th>
            <th scope="col">Au sujet de</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, action, subject, actor, byThemselves }) => (
            <tr>
              <th scope="row">{momentText(at)}</th>
              <td>{kinds.get(action)}</td>
              <td>{actor ?? (byThemselves ? 'L’application' : 'Compte effacé ou d’ailleurs')}</td>
              <td class="address">{withNames(objectOf(action, subject), names)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** The words of the log in French, people by their name where the viewer may know it. */
function withNames(subject: string, names: Map<string, string>): string {
  return inFrench(subject).replaceAll(UUID, (actor) => names.get(actor) ?? 'quelqu’un');
}
