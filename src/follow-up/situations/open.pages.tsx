import { dayOf } from '../../calendar/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findGate } from '../gate/gate.store.ts';
import { schoolsRun } from '../scope.store.ts';
import { SelectField } from '../select-field.tsx';
import { AGE_BANDS, LEVELS } from '../vocabulary.ts';
import { openFollowUp } from './follow-up.store.ts';
import { parseNewFollowUp } from './follow-up.ts';

export const openRoutes: Route[] = [
  route('GET', '/suivi/nouveau', staff, askNew),
  route('POST', '/suivi', staff, openNew),
];

type Typed = { level: string; ageBand: string; informedOn: string };

async function askNew(visit: Visit<Viewer>): Promise<Response> {
  const [school] = schoolsRun(visit.viewer);
  if (!school || !(await findGate(visit.app.db, school))) return refuse(visit, 'absent');
  return newPage(visit, { level: '', ageBand: '', informedOn: '' }, []);
}

async function openNew(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [school] = schoolsRun(viewer);
  if (!school) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed: Typed = {
    level: form.level?.[0] ?? '',
    ageBand: form.ageBand?.[0] ?? '',
    informedOn: form.informedOn?.[0] ?? '',
  };
  const parsed = parseNewFollowUp(typed, dayOf(app.now()));
  if ('problems' in parsed) return newPage(visit, typed, parsed.problems);
  const opening = await openFollowUp(app.db, viewer, school, parsed.opened, {
    now: app.now(),
    fictitious: app.settings.demonstration,
  });
  return 'refused' in opening ? refuse(visit, 'absent') : http.redirect(`/suivi/${opening.code}`, 303);
}

function newPage(visit: Visit<Viewer>, typed: Typed, problems: FieldError[]): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Ouvrir un suivi`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>Ouvrir un suivi</h1>
      <p class="lede">
        Un code est tiré au hasard. Le nom de l’élève n’est jamais demandé ici : votre établissement garde
        seul la correspondance.
      </p>
      <form method="post" action="/suivi" novalidate>
        <SelectField
          name="level"
          label="Niveau de classe"
          choices={LEVELS}
          value={typed.level}
          error={errorOf(problems, 'level')}
        />
        <SelectField
          name="ageBand"
          label="Tranche d’âge"
          choices={AGE_BANDS}
          value={typed.ageBand}
          error={errorOf(problems, 'ageBand')}
        />
        <TextField
          name="informedOn"
          type="date"
          label="L’élève et sa famille ont été informés du suivi le…"
          hint="Laissez vide si ce n’est pas encore fait : ce sera la première chose à faire."
          value={typed.informedOn}
          error={errorOf(problems, 'informedOn')}
        />
        <button class="fr-btn" type="submit">
          Ouvrir le suivi
        </button>
      </form>
    </>,
  );
}
