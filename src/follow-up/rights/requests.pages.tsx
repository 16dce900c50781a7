import {
  anyone,
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  route,
  type Visit,
} from '../../web/index.ts';
import { AskerField } from './asker-field.tsx';
import { again, held, plain } from './held.pages.ts';
import { askAboutReadings, askCorrection, oppose } from './requests.store.ts';
import { KEPT, type Kept, parseAsker, parseCorrection } from './rights.ts';

/** What whoever holds the sheet may ask of the school. */
export const requestRoutes: Route[] = [
  route('GET', '/acces/opposition', anyone, (visit) => askOpposition(visit, '', [])),
  route('POST', '/acces/opposition', anyone, recordOpposition),
  route('GET', '/acces/correction', anyone, (visit) => askWhatIsWrong(visit, { askedBy: '', about: [] }, [])),
  route('POST', '/acces/correction', anyone, recordCorrection),
  route('GET', '/acces/lectures', anyone, (visit) => askWhoRead(visit, '', [])),
  route('POST', '/acces/lectures', anyone, recordQuestion),
];

async function askOpposition(visit: Visit, askedBy: string, problems: FieldError[]): Promise<Response> {
  if (!(await held(visit))) return again(visit);
  return page(
    visit,
    {
      ...plain,
      title: `${problems.length > 0 ? 'Erreur : ' : ''}S’opposer au suivi`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>S’opposer au suivi</h1>
      <p class="lede">
        Vous n’avez pas de raison à donner. Le suivi s’arrête aujourd’hui, et tout ce qui est gardé s’efface
        dans le mois. Il ne sera plus compté dans aucun chiffre.
      </p>
      <p>
        L’élève garde tous ses droits : aller en cours, demander de l’aide, voir l’infirmière, la PsyEN ou la
        CPE. Seul ce suivi s’arrête. On ne pourra pas le rouvrir.
      </p>
      <form method="post" action="/acces/opposition" novalidate>
        <AskerField value={askedBy} error={errorOf(problems, 'asked-by')} />
        <button class="fr-btn" type="submit">
          Je m’oppose à ce suivi
        </button>
      </form>
      <p class="fr-mt-3w">
        <a href="/acces/dossier">Revenir sans rien changer</a>
      </p>
    </>,
  );
}

async function recordOpposition(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  const askedBy = (await readForm(http))['asked-by']?.[0] ?? '';
  const parsed = parseAsker({ askedBy });
  if ('problems' in parsed) return askOpposition(visit, askedBy, parsed.problems);
  const { purgeOn } = await oppose(app.db, own, parsed.askedBy, app.now());
  return page(
    visit,
    { ...plain, title: 'Le suivi est arrêté' },
    <>
      <h1>Le suivi est arrêté</h1>
      <p class="lede">
        Votre opposition est enregistrée. Tout s’efface le {dayText(purgeOn)} au plus tard. La personne qui
        s’occupe du suivi dans l’établissement le lira à sa prochaine visite.
      </p>
      <p>
        <a href="/acces/dossier">Relire ce qui est encore gardé</a>
      </p>
    </>,
  );
}

async function askWhatIsWrong(
  visit: Visit,
  typed: { askedBy: string; about: readonly string[] },
  problems: FieldError[],
): Promise<Response> {
  if (!(await held(visit))) return again(visit);
  const error = errorOf(problems, 'about-class');
  return page(
    visit,
    {
      ...plain,
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Faire corriger`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>Faire corriger</h1>
      <p class="lede">
        Cochez ce qui est faux. La personne qui s’occupe du suivi vous demandera de vive voix ce qu’il faut
        écrire à la place.
      </p>
      <form method="post" action="/acces/correction" novalidate>
        <fieldset
          class={`fr-fieldset${error ? ' fr-fieldset--error' : ''}`}
          aria-describedby={error ? 'about-erreur' : undefined}
        >
          <legend class="fr-fieldset__legend">Qu’est-ce qui est faux ?</legend>
          {(Object.keys(KEPT) as Kept[]).map((kept) => (
            <div class="fr-fieldset__element">
              <div class="fr-checkbox-group">
                <input
                  type="checkbox"
                  id={`about-${kept}`}
                  name="about"
                  value={kept}
                  checked={typed.about.includes(kept)}
                />
                <label class="fr-label" for={`about-${kept}`}>
                  {KEPT[kept]}
                </label>
              </div>
            </div>
          ))}
          {error && (
            <p class="fr-error-text" id="about-erreur">
              {error}
            </p>
          )}
        </fieldset>
        <AskerField value={typed.askedBy} error={errorOf(problems, 'asked-by')} />
        <button class="fr-btn" type="submit">
          Demander la correction
        </button>
      </form>
      <p class="fr-mt-3w">
        <a href="/acces/dossier">Revenir</a>
      </p>
    </>,
  );
}

async function recordCorrection(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  const form = await readForm(http);
  const typed = { askedBy: form['asked-by']?.[0] ?? '', about: form.about ?? [] };
  const parsed = parseCorrection(typed);
  if ('problems' in parsed) return askWhatIsWrong(visit, typed, parsed.problems);
  await askCorrection(app.db, own, parsed.correction, app.now());
  return http.redirect('/acces/dossier?note', 303);
}

async function askWhoRead(visit: Visit, askedBy: string, problems: FieldError[]): Promise<Response> {
  if (!(await held(visit))) return again(visit);
  return page(
    visit,
    {
      ...plain,
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Demander qui a lu`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>Demander qui a lu, et pourquoi</h1>
      <p class="lede">
        La page montre déjà quel jour le suivi a été lu, et par qui dans l’équipe : le référent, la direction,
        un tuteur… Pour en savoir plus, faites-le demander ici. La personne qui s’occupe du suivi vous
        répondra de vive voix.
      </p>
      <form method="post" action="/acces/lectures" novalidate>
        <AskerField value={askedBy} error={errorOf(problems, 'asked-by')} />
        <button class="fr-btn" type="submit">
          Demander
        </button>
      </form>
      <p class="fr-mt-3w">
        <a href="/acces/dossier">Revenir</a>
      </p>
    </>,
  );
}

async function recordQuestion(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  const askedBy = (await readForm(http))['asked-by']?.[0] ?? '';
  const parsed = parseAsker({ askedBy });
  if ('problems' in parsed) return askWhoRead(visit, askedBy, parsed.problems);
  await askAboutReadings(app.db, own, parsed.askedBy, app.now());
  return http.redirect('/acces/dossier?note', 303);
}
