import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findGate } from '../gate/gate.store.ts';
import { schoolsRun } from '../scope.store.ts';
import { findFollowUps, offerCodes, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { isOffered, MOST_OPENED, USUAL_DUE } from './counts.ts';
import { keepRegister } from './register.store.ts';
import { type Form, parseRegister } from './register.ts';
import { RegisterTable, type RowShown } from './register-table.tsx';

export const registerRoutes: Route[] = [
  route('GET', '/suivi/releve', staff, showRegister),
  route('POST', '/suivi/releve', staff, keep),
];

/** The school whose GPDS the viewer runs, once it has recorded by what right, and its follow-ups under way. */
async function scopeOf({ app, viewer }: Visit<Viewer>) {
  const [school] = schoolsRun(viewer);
  if (!school || !(await findGate(app.db, school))) return null;
  const seen = await findFollowUps(app.db, viewer, { closed: false }, app.now());
  return { school, followUps: seen.filter((file) => file.school === school && file.access === 'referent') };
}

async function showRegister(visit: Visit<Viewer>): Promise<Response> {
  const scope = await scopeOf(visit);
  if (!scope) return refuse(visit, 'absent');
  const { suivis, ouverts } = readQuery(visit.http);
  const [rated, opened] = [suivis, ouverts].map((said) =>
    Number(/^\d{1,3}$/.exec(said?.[0] ?? '')?.[0] ?? '0'),
  );
  const form = { observedOn: [dayOf(visit.app.now())], due: [String(USUAL_DUE)] };
  return registerPage(visit, scope.followUps, form, [], { rated: rated!, opened: opened! });
}

async function keep(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const scope = await scopeOf(visit);
  if (!scope) return refuse(visit, 'absent');
  const { school, followUps } = scope;
  const form = await readForm(http);
  const parsed = parseRegister(form, {
    today: dayOf(app.now()),
    known: new Set(followUps.map(({ code }) => code)),
  });
  if ('problems' in parsed) return registerPage(visit, followUps, form, parsed.problems);
  const kept = await keepRegister(app.db, viewer, school, parsed.register, {
    now: app.now(),
    fictitious: app.settings.demonstration,
  });
  if ('why' in kept) {
    if (kept.why === 'not-allowed') return refuse(visit, 'absent');
    const message =
      kept.why === 'taken'
        ? `${kept.code} : ce code vient d’être pris. Rien n’a été enregistré : prenez-en un autre de la liste.`
        : `${kept.code} : ce suivi n’est plus en cours. Rien n’a été enregistré.`;
    return registerPage(visit, followUps, form, [{ field: 'releve', message }]);
  }
  return http.redirect(`/suivi/releve?suivis=${kept.rated}&ouverts=${kept.opened}`, 303);
}

async function registerPage(
  visit: Visit<Viewer>,
  followUps: readonly SeenFollowUp[],
  form: Form,
  problems: FieldError[],
  kept = { rated: 0, opened: 0 },
): Promise<Response> {
  const typedCodes = Object.keys(form).flatMap((field) => /^[a-z]+-(.+)$/.exec(field)?.[1] ?? []);
  const known = followUps.map(({ code }) => code);
  const typedNew = [...new Set(typedCodes)].filter((code) => !known.includes(code) && isOffered(code));
  const fresh = await offerCodes(visit.app.db, MOST_OPENED, isOffered);
  const offered = [...typedNew, ...fresh].slice(0, MOST_OPENED);
  const asked = new Set([...known, ...offered]);
  const foreign = Object.entries(form).filter(([field]) => {
    const [, code] = /^(?:absences|injustifiees|sanctions|exclusions|niveau|age)-(.+)$/.exec(field) ?? [];
    return field !== 'observedOn' && field !== 'due' && !(code && asked.has(code));
  });
  const rows: RowShown[] = followUps.map(({ code, level }) => ({ code, level }));
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Relevé d’absences et de sanctions`,
      status: problems.length > 0 ? 422 : 200,
      island: 'paste',
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Relevé d’absences et de sanctions</h1>
      {kept.rated + kept.opened > 0 && <KeptMessage kept={kept} />}
      <p class="lede">
        Les nombres de quatre semaines deviennent les niveaux de trois signaux : absences, absences non
        justifiées, exclusions et sanctions. Seuls les codes et les nombres partent d’ici.
      </p>
      {foreign.length > 0 && (
        <details open class="caution">
          <summary>Ce qui a été refusé, tel que vous l’avez envoyé</summary>
          <ul>
            {foreign.map(([field, values]) => (
              <li>
                {field} : {values.join(' ; ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div id="coller" />
      <form
        method="post"
        action="/suivi/releve"
        novalidate
        id="releve"
        tabindex={-1}
        aria-labelledby="releve-titre"
      >
        <h2 id="releve-titre">Le relevé, code par code</h2>
        <div class="register__period">
          <TextField
            name="observedOn"
            type="date"
            label="Dernier jour du relevé"
            value={form.observedOn?.[0] ?? ''}
            error={errorOf(problems, 'observedOn')}
            class="date-field"
          />
          <TextField
            name="due"
            label="Demi-journées de cours sur les quatre semaines"
            hint="Neuf par semaine, moins les congés et les jours fériés."
            inputmode="numeric"
            value={form.due?.[0] ?? ''}
            error={errorOf(problems, 'due')}
            maxlength={2}
          />
        </div>
        {rows.length > 0 && (
          <RegisterTable caption="Suivis en cours" rows={rows} form={form} problems={problems} />
        )}
        <details id="nouveaux" open={typedNew.length > 0}>
          <summary>Ouvrir de nouveaux suivis</summary>
          <p>
            Chaque code de cette liste est libre. Notez d’abord à qui vous le donnez, dans votre fichier de
            correspondance ou sur une étiquette : l’application ne le saura pas.
          </p>
          <RegisterTable
            caption="Nouveaux suivis"
            rows={offered.map((code) => ({ code, level: null }))}
            form={form}
            problems={problems}
          />
        </details>
        <div id="partira" />
        <button class="fr-btn" type="submit">
          Enregistrer le relevé
        </button>
      </form>
    </>,
  );
}

function KeptMessage({ kept: { rated, opened } }: { kept: { rated: number; opened: number } }) {
  return (
    <div class="fr-alert fr-alert--success fr-mb-4w" role="status">
      <p>
        Relevé enregistré : {rated === 1 ? 'un suivi a' : `${rated} suivis ont`} de nouveaux niveaux
        {opened > 0 && `, ${opened === 1 ? 'un suivi est ouvert' : `${opened} suivis sont ouverts`}`}.
      </p>
    </div>
  );
}
