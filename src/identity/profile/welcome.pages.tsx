import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  route,
  signedIn,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readForm, readReturnPath } from '../form.pages.ts';
import { ReturnPathField } from '../return-path-field.tsx';
import { withReturnPath } from '../sign-in/return-path.ts';
import { ProfessionField, readSchoolSearch, SchoolChoice } from './choices.pages.tsx';
import { Notice } from './notice.pages.tsx';
import { findProfile, type Profile, saveProfile, saveSchool, saveWelcome } from './profile.store.ts';
import {
  NAME_REFUSALS,
  nextStep,
  openStep,
  parseName,
  parseProfession,
  STEPS,
  type Step,
} from './profile.ts';

export const welcomeRoutes: Route[] = [
  route('GET', '/bienvenue', signedIn, showWelcome),
  route('POST', '/bienvenue', signedIn, takeStep),
];

type StepVisit = { visit: Visit<Viewer>; profile: Profile; returnPath: string | null };
type Typed = { name: string; profession: string | null; errors: FieldError[] };

async function showWelcome(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const returnPath = readReturnPath(http);
  if (viewer.welcomed) return http.redirect(returnPath ?? '/mon-espace', 303);
  const profile = await findProfile(app.db, viewer);
  const step = openStep(http.req.query('etape'), nextStep(profile));
  return showStep({ visit, profile, returnPath }, step);
}

function showStep(context: StepVisit, step: Step): Promise<Response> | Response {
  switch (step) {
    case 'vous':
      return showYou(context, {
        name: context.profile.name,
        profession: context.profile.profession,
        errors: [],
      });
    case 'etablissement':
      return showSchool(context);
    case 'information':
      return showNotice(context);
  }
}

async function takeStep(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text, returnPath } = await readForm(http);
  if (viewer.welcomed) return http.redirect(returnPath ?? '/mon-espace', 303);
  const profile = await findProfile(app.db, viewer);
  const step = openStep(text('etape'), nextStep(profile));
  const context = { visit, profile, returnPath };
  const onward = () => http.redirect(withReturnPath('/bienvenue', returnPath), 303);
  // A page of a later step, sent again after going back: show what is missing first.
  if (step !== text('etape')) return onward();

  switch (step) {
    case 'vous': {
      const name = parseName(text('nom'));
      const profession = parseProfession(text('metier'));
      const errors: FieldError[] = [
        ...('refused' in name ? [{ field: 'nom', message: NAME_REFUSALS[name.refused] }] : []),
        ...(profession ? [] : [{ field: 'metier', message: 'Choisissez votre métier.' }]),
      ];
      if ('refused' in name || !profession)
        return showYou(context, { name: text('nom'), profession, errors });
      await saveProfile(app.db, viewer, { name: name.name, profession }, app.now());
      return http.redirect(withReturnPath('/bienvenue?etape=etablissement', returnPath), 303);
    }
    case 'etablissement': {
      const saved = await saveSchool(app.db, viewer, text('etablissement'), app.now());
      if (saved !== 'saved') return showSchool(context, 'Choisissez un établissement de la liste, ou aucun.');
      return onward();
    }
    case 'information':
      await saveWelcome(app.db, viewer, app.now());
      return http.redirect(returnPath ?? '/mon-espace', 303);
  }
}

function Progress({ step, returnPath }: { step: Step; returnPath: string | null }) {
  const position = STEPS.indexOf(step);
  const previous = STEPS[position - 1];
  return (
    <p class="progress">
      Première visite · étape {position + 1} sur {STEPS.length}
      {previous && (
        <>
          {' · '}
          <a href={withReturnPath(`/bienvenue?etape=${previous}`, returnPath)}>Étape précédente</a>
        </>
      )}
    </p>
  );
}

function showYou({ visit, returnPath }: StepVisit, { name, profession, errors }: Typed): Response {
  const failed = errors.length > 0;
  return page(
    visit,
    {
      title: failed ? 'Erreur : qui êtes-vous ?' : 'Qui êtes-vous ?',
      status: failed ? 422 : 200,
      narrow: true,
    },
    <>
      <Progress step="vous" returnPath={returnPath} />
      <h1>Qui êtes-vous ?</h1>
      <ErrorSummary errors={errors} />
      <p>Deux questions, obligatoires l’une et l’autre.</p>
      <form method="post" action="/bienvenue" novalidate>
        <input type="hidden" name="etape" value="vous" />
        <ReturnPathField returnPath={returnPath} />
        <TextField
          name="nom"
          label="Comment souhaitez-vous que l’on vous appelle ?"
          hint="Un prénom suffit."
          autocomplete="name"
          required
          value={name}
          error={errorOf(errors, 'nom')}
        />
        <ProfessionField
          content={visit.app.content}
          chosen={profession}
          error={errorOf(errors, 'metier')}
          legend={
            <>
              Quel est votre métier ?{' '}
              <span class="fr-hint-text">Les premières questions en dépendent. Vous pourrez en changer.</span>
            </>
          }
        />
        <button class="fr-btn" type="submit">
          Continuer
        </button>
      </form>
    </>,
  );
}

async function showSchool({ visit, profile, returnPath }: StepVisit, error?: string): Promise<Response> {
  const search = await readSchoolSearch(visit);
  return page(
    visit,
    {
      title: error ? 'Erreur : où travaillez-vous ?' : 'Où travaillez-vous ?',
      status: error ? 422 : 200,
      narrow: true,
    },
    <>
      <Progress step="etablissement" returnPath={returnPath} />
      <h1>{search.absent ? 'Votre établissement n’est pas dans la liste' : 'Où travaillez-vous ?'}</h1>
      {error && <ErrorSummary errors={[{ field: 'recherche', message: error }]} />}
      <SchoolChoice
        search={search}
        current={profile.school}
        action="/bienvenue"
        fields={{ etape: 'etablissement' }}
        returnPath={returnPath}
        error={error}
      />
    </>,
  );
}

function showNotice({ visit, returnPath }: StepVisit): Response {
  return page(
    visit,
    { title: 'Vos données, en clair', narrow: true },
    <>
      <Progress step="information" returnPath={returnPath} />
      <h1>Vos données, en clair</h1>
      <p class="lede">Deux minutes de lecture. Vos résultats n’appartiennent qu’à vous.</p>
      <Notice />
      <form method="post" action="/bienvenue">
        <input type="hidden" name="etape" value="information" />
        <ReturnPathField returnPath={returnPath} />
        <button class="fr-btn" type="submit">
          J’ai lu, continuer
        </button>
      </form>
    </>,
  );
}
