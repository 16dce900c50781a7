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
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';
import { SelectField } from '../select-field.tsx';
import { LEVELS, type Level } from '../vocabulary.ts';
import { findLed, findTeam, handOver, type TeamMate } from './handover.store.ts';

export const handoverRoutes: Route[] = [
  route('GET', '/suivi/passation', staff, showHandover),
  route('POST', '/suivi/passation', staff, hand),
];

type Typed = { from: string; to: string; which: string; codes: string[]; leaves: boolean };
type Team = { school: string; own: boolean; team: TeamMate[] };

/** The school handed over in: whose GPDS the viewer runs, or which they head. */
async function teamOf({ app, viewer }: Visit<Viewer>): Promise<Team | undefined> {
  const [run] = schoolsRun(viewer);
  const school = run ?? schoolsHeaded(viewer)[0];
  return school === undefined
    ? undefined
    : { school, own: run !== undefined, team: await findTeam(app.db, school) };
}

async function showHandover(visit: Visit<Viewer>): Promise<Response> {
  const team = await teamOf(visit);
  if (!team) return refuse(visit, 'absent');
  const from = team.own ? visit.viewer.personId : (team.team.find(({ runs }) => runs)?.id ?? '');
  return handoverPage(visit, team, { from, to: '', which: '', codes: [], leaves: false }, []);
}

async function hand(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await teamOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { school, own, team } = found;
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0] ?? '';
  const typed: Typed = {
    from: own ? viewer.personId : one('from'),
    to: one('to'),
    which: one('which'),
    codes: form.code ?? [],
    leaves: one('leaves') === 'oui',
  };
  const problems: FieldError[] = [];
  if (!team.some(({ id, runs }) => runs && id === typed.from))
    problems.push({ field: 'from', message: 'Choisissez qui passe la main.' });
  if (!team.some(({ id }) => id === typed.to) || typed.to === typed.from)
    problems.push({ field: 'to', message: 'Choisissez qui prend la suite.' });
  if (typed.which !== 'toutes' && (typed.which !== 'certaines' || typed.codes.length === 0))
    problems.push({ field: 'which', message: 'Choisissez ce qui est confié : tout, ou des suivis cochés.' });
  if (typed.leaves && typed.which !== 'toutes')
    problems.push({ field: 'which', message: 'Pour ne plus animer le GPDS, confiez tous les suivis.' });
  if (problems.length > 0) return handoverPage(visit, found, typed, problems);
  const moved = await handOver(
    app.db,
    viewer,
    {
      school,
      from: typed.from,
      to: typed.to,
      codes: typed.which === 'toutes' ? null : typed.codes,
      leaves: typed.leaves,
    },
    app.now(),
  );
  return moved === null ? refuse(visit, 'absent') : http.redirect('/suivi', 303);
}

async function handoverPage(
  visit: Visit<Viewer>,
  { school, own, team }: Team,
  typed: Typed,
  problems: FieldError[],
): Promise<Response> {
  const runners = team.filter(({ runs }) => runs);
  // What was sent may name nobody, or not be an identifier at all.
  const leaver = runners.find(({ id }) => id === typed.from);
  const led = leaver ? await findLed(visit.app.db, school, leaver.id) : [];
  const error = errorOf(problems, 'which');
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Passer la main`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Passer la main</h1>
      {runners.length === 0 ? (
        <p>Personne n’anime le GPDS ici : il n’y a rien à passer.</p>
      ) : (
        <form class="verdict" method="post" action="/suivi/passation" novalidate>
          <p class="lede">
            La personne qui prend la suite répond des suivis et des actes encore à faire. Elle anime le GPDS :
            elle voit tous les suivis de l’établissement. Le fichier des noms se transmet en main propre.
          </p>
          {!own && (
            <SelectField
              name="from"
              label="Qui passe la main"
              choices={Object.fromEntries(runners.map(({ id, name }) => [id, name]))}
              value={typed.from}
              error={errorOf(problems, 'from')}
            />
          )}
          <SelectField
            name="to"
            label="Qui prend la suite"
            hint="L’adresse vous dit que c’est bien la bonne personne."
            choices={Object.fromEntries(
              team
                .filter(({ id }) => !own || id !== typed.from)
                .map(({ id, name, email, runs }) => [
                  id,
                  `${name}${email ? ` (${email})` : ''}${runs ? ', anime déjà le GPDS' : ''}`,
                ]),
            )}
            value={typed.to}
            error={errorOf(problems, 'to')}
          />
          <fieldset id="which" aria-describedby={error ? 'which-erreur' : undefined}>
            <legend>Ce qui est confié</legend>
            {error && (
              <p class="fr-error-text" id="which-erreur">
                {error}
              </p>
            )}
            <label class="choice">
              <input type="radio" name="which" value="toutes" checked={typed.which === 'toutes'} />
              <span>Tous les suivis en cours{own && ` (${led.length})`}</span>
            </label>
            {own && led.length > 0 && (
              <>
                <label class="choice">
                  <input type="radio" name="which" value="certaines" checked={typed.which === 'certaines'} />
                  <span>Certains seulement</span>
                </label>
                <div class="verdict__more alert-form__choices">
                  {led.map(({ code, level }) => (
                    <label class="choice">
                      <input type="checkbox" name="code" value={code} checked={typed.codes.includes(code)} />
                      <span data-follow-up={code}>
                        {code} · {LEVELS[level as Level]}
                      </span>
                    </label>
                  ))}
                </div>
              </>
            )}
          </fieldset>
          <label class="choice">
            <input type="checkbox" name="leaves" value="oui" checked={typed.leaves} />
            <span>
              {own ? 'Je n’anime plus le GPDS' : 'Elle ou il n’anime plus le GPDS'}
              <span class="fr-hint-text">L’accès aux suivis s’arrête aussitôt.</span>
            </span>
          </label>
          <button class="fr-btn" type="submit">
            Passer la main
          </button>
        </form>
      )}
    </>,
  );
}
