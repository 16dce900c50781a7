import { dayOf, daysAfter, isDay } from '../../../calendar/index.ts';
import { type Competence, competencesOf, isWithdrawn } from '../../../content/index.ts';
import { MailFailure } from '../../../identity/index.ts';
import { findDemonstrationColleagues, parseAddress, ToWhom } from '../../../learning/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  originOf,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { readShortText } from '../../short-text.ts';
import { doubtProblem, ShortTextField } from '../../short-text-field.tsx';
import { askConfirmation, findAsked, MOST_A_DAY, withdrawRequest } from './confirmation.store.ts';
import { type Asked, LONGEST_OCCASION, OLDEST_DAYS } from './confirmation.ts';
import { AnswerText, levelName, ObservedText } from './confirmation-text.tsx';
import { requestMail } from './request-mail.ts';

/** For whoever asks to be seen at work. */
export const askRoutes: Route[] = [
  route('GET', '/certificat/dossier/pairs', staff, showAsked),
  route('POST', '/certificat/dossier/pairs', staff, ask),
  route('GET', '/certificat/dossier/pairs/nouvelle', staff, (visit) =>
    askPage(visit, { ...NOTHING, competence: visit.http.req.query('competence') ?? '' }, []),
  ),
  route('GET', '/certificat/dossier/pairs/:id/retrait', staff, askWithdrawal),
  route('POST', '/certificat/dossier/pairs/:id/retrait', staff, withdraw),
];

async function showAsked(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const asked = await findAsked(app.db, viewer);
  const titles = new Map(competencesOf(app.content.framework).map(({ code, title }) => [code, title]));
  return page(
    visit,
    { title: 'Ma pratique, vue par des pairs', narrow: true },
    <>
      <h1>Ma pratique, vue par des pairs</h1>
      <p class="lede">
        Une ou un collègue vous a vu agir : demandez-lui de le confirmer. C’est la seule façon de confirmer
        les niveaux 4 et 5 : aucun test ne le peut.
      </p>
      <p>
        <a class="fr-btn" href="/certificat/dossier/pairs/nouvelle">
          Demander une confirmation
        </a>
      </p>
      {asked.length === 0 && <p>Vous n’avez encore rien demandé.</p>}
      {asked.map((one) => (
        <article class="ruled" id={`demande-${one.id}`}>
          <h2 class="fr-h5">{titles.get(one.competence) ?? one.competence}</h2>
          <p>
            <ObservedText {...one} />
            {one.levelAsked && ` · demandé : ${levelName(one.levelAsked, app.content)}`}
          </p>
          <AnswerText asked={one} content={app.content} />
          <p class="links">
            {one.answer === 'confirmed' && (
              <a href={`/certificat/dossier/pieces/observation/${one.id}`}>
                Ce que cette observation montre<span class="fr-sr-only"> : {one.occasion}</span>
              </a>
            )}
            <a href={`/certificat/dossier/pairs/${one.id}/retrait`}>
              Retirer<span class="fr-sr-only"> : {one.occasion}</span>
            </a>
          </p>
        </article>
      ))}
      <p>
        <a href="/certificat/dossier">Mon dossier</a>
      </p>
    </>,
  );
}

type Typed = { competence: string; observedOn: string; occasion: string; level: string; email: string };
const NOTHING: Typed = { competence: '', observedOn: '', occasion: '', level: 'aucun', email: '' };

async function askPage(
  visit: Visit<Viewer>,
  typed: Typed,
  problems: FieldError[],
  doubts: readonly string[] = [],
  status: 200 | 422 | 503 = problems.length > 0 ? 422 : 200,
): Promise<Response> {
  const { app, viewer } = visit;
  const colleagues = app.settings.demonstration ? await findDemonstrationColleagues(app.db, viewer) : [];
  const withKit = new Set(
    app.content.coaching.filter((kit) => !isWithdrawn(kit, app.now())).map(({ competence }) => competence),
  );
  const { domains } = app.content.framework;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Demander une confirmation à un pair`,
      status,
      narrow: true,
    },
    <>
      <h1>Demander à un pair de confirmer une pratique</h1>
      <p class="lede">
        Cette personne verra votre nom, la compétence, le jour, ce que vous décrivez ici et la{' '}
        <a href="/entre-pairs">grille d’observation</a> ; ni vos réponses, ni vos niveaux, ni le reste de
        votre dossier. Elle confirme, refuse ou écrit ce qu’elle a vu. Elle et vous pourrez le retirer à tout
        moment.
      </p>
      <ErrorSummary errors={problems} />
      <form method="post" action="/certificat/dossier/pairs" novalidate>
        <div class={`fr-select-group${errorOf(problems, 'competence') ? ' fr-select-group--error' : ''}`}>
          <label class="fr-label" for="competence">
            La compétence
          </label>
          <select
            class="fr-select"
            id="competence"
            name="competence"
            aria-describedby={errorOf(problems, 'competence') ? 'competence-erreur' : undefined}
          >
            <option value="">Choisir</option>
            {domains.map(({ title, competences }) => (
              <optgroup label={title}>
                {competences
                  .filter(({ code }) => withKit.has(code))
                  .map(({ code, title: name }) => (
                    <option value={code} selected={code === typed.competence}>
                      {code} {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          {errorOf(problems, 'competence') && (
            <p class="fr-error-text" id="competence-erreur">
              {errorOf(problems, 'competence')}
            </p>
          )}
        </div>
        <TextField
          name="jour"
          type="date"
          label="Le jour où cette personne vous a vu faire"
          hint={`Il y a ${OLDEST_DAYS} jours au plus : après, on se souvient mal.`}
          value={typed.observedOn}
          error={errorOf(problems, 'jour')}
          class="date-field"
        />
        <ShortTextField
          name="occasion"
          label="Ce qu’elle a vu"
          hint="Par exemple : un entretien de retour, vingt minutes. Aucun nom d’élève."
          value={typed.occasion}
          longest={LONGEST_OCCASION}
          problems={problems}
          doubts={doubts}
        />
        <fieldset class="answer">
          <legend class="answer__legend">
            Lui demander aussi de confirmer un niveau ?
            <span class="fr-hint-text">
              Elle pourra confirmer la pratique sans confirmer de niveau. L’estimation tirée de vos réponses
              ne changera pas.
            </span>
          </legend>
          {(['aucun', '4', '5'] as const).map((level) => (
            <label class="choice">
              <input type="radio" name="niveau" value={level} checked={typed.level === level} />
              <span>
                {level === 'aucun'
                  ? 'Non, la pratique seulement'
                  : capitalised(levelName(level === '4' ? 4 : 5, app.content))}
              </span>
            </label>
          ))}
        </fieldset>
        <ToWhom
          colleagues={colleagues}
          typed={typed.email}
          hint="Une personne de votre établissement ou de votre académie. Un courriel lui dira qu’une demande l’attend, sans rien en dire."
          problems={problems}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Envoyer la demande
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/certificat/dossier/pairs">
            Y renoncer
          </a>
        </p>
      </form>
    </>,
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function ask(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const now = app.now();
  const today = dayOf(now);
  const occasion = readShortText(fields.occasion?.[0] ?? '', {
    field: 'occasion',
    longest: LONGEST_OCCASION,
    missing: 'Dites en une ligne ce que cette personne a vu.',
    confirmed: fields['occasion-confirme']?.[0],
    today,
  });
  const typed: Typed = {
    competence: fields.competence?.[0] ?? '',
    observedOn: fields.jour?.[0] ?? '',
    occasion: occasion.text,
    level: fields.niveau?.[0] ?? 'aucun',
    email: fields.courriel?.[0] ?? '',
  };
  const competence = competencesOf(app.content.framework).find(({ code }) => code === typed.competence);
  const email = parseAddress(typed.email);
  const problems = [
    ...(competence ? [] : [{ field: 'competence', message: 'Choisissez une compétence.' }]),
    ...dayProblems(typed.observedOn, today),
    ...occasion.problems,
    ...(email ? [] : [{ field: 'courriel', message: emailProblem(typed.email) }]),
  ];
  if (problems.length === 0 && occasion.doubts.length > 0) problems.push(doubtProblem('occasion'));
  if (problems.length > 0 || !competence || !email) return askPage(visit, typed, problems, occasion.doubts);
  const levelAsked = typed.level === '4' ? 4 : typed.level === '5' ? 5 : null;
  const { observedOn, occasion: text } = typed;
  const request = { competence: competence.code, observedOn, occasion: text, levelAsked, email } as const;
  const outcome = await askConfirmation(app.db, viewer, request, now);
  if (typeof outcome === 'string') {
    return askPage(visit, typed, [{ field: 'courriel', message: REFUSALS[outcome] }]);
  }
  try {
    await app.sendMail(requestMail(email, originOf(http, app.settings)));
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    await withdrawRequest(app.db, viewer, outcome.id, app.now());
    const message = 'Le courriel n’a pas pu partir : rien n’a été demandé. Réessayez dans quelques minutes.';
    return askPage(visit, typed, [{ field: 'courriel', message }], [], 503);
  }
  return http.redirect('/certificat/dossier/pairs', 303);
}

const REFUSALS = {
  'own-address': 'C’est votre propre adresse : on ne se confirme pas soi-même.',
  'too-many': `Vous avez envoyé ${MOST_A_DAY} demandes aujourd’hui : réessayez demain.`,
};

function emailProblem(typed: string): string {
  return typed === '' ? 'Choisissez une personne.' : 'Écrivez une adresse comme nom@example.fr.';
}

function dayProblems(day: string, today: string): FieldError[] {
  if (!isDay(day)) return [{ field: 'jour', message: 'Choisissez le jour de l’observation.' }];
  if (day > today) return [{ field: 'jour', message: 'Ce jour n’est pas encore passé.' }];
  return day < daysAfter(today, -OLDEST_DAYS)
    ? [{ field: 'jour', message: `Choisissez un jour d’il y a ${OLDEST_DAYS} jours au plus.` }]
    : [];
}

async function ownRequest({ app, viewer, http }: Visit<Viewer>): Promise<Asked | undefined> {
  const id = http.req.param('id');
  return (await findAsked(app.db, viewer)).find((asked) => asked.id === id);
}

export function competenceTitle(visit: Visit, code: string): Competence['title'] {
  const found = competencesOf(visit.app.content.framework).find((known) => known.code === code);
  return found?.title ?? code;
}

async function askWithdrawal(visit: Visit<Viewer>): Promise<Response> {
  const asked = await ownRequest(visit);
  if (!asked) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Retirer une demande de confirmation', narrow: true },
    <>
      <h1>Retirer cette demande ?</h1>
      <p class="lede">
        {competenceTitle(visit, asked.competence)} : <ObservedText {...asked} />.
      </p>
      <p>
        {asked.answer === 'confirmed'
          ? 'La confirmation, ce que la personne a écrit et les badges faits avec seront effacés ; ces badges ne seront plus reconnus.'
          : 'La personne ne la verra plus.'}
      </p>
      <form method="post" action={`/certificat/dossier/pairs/${asked.id}/retrait`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Retirer
          </button>
          <a class="fr-btn fr-btn--secondary" href="/certificat/dossier/pairs">
            La garder
          </a>
        </p>
      </form>
    </>,
  );
}

async function withdraw(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const withdrawn = await withdrawRequest(app.db, viewer, http.req.param('id') ?? '', app.now());
  return withdrawn ? http.redirect('/certificat/dossier/pairs', 303) : refuse(visit, 'absent');
}
