import { dayOf } from '../../../calendar/index.ts';
import { competencesOf } from '../../../content/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { readShortText } from '../../short-text.ts';
import { doubtProblem, ShortTextField } from '../../short-text-field.tsx';
import { competenceTitle } from './ask.pages.tsx';
import { confirmPractice, findReceived, noteOpened, stepBack } from './confirmation.store.ts';
import { LONGEST_WORD, levelsOffered, type Received, readAnswer } from './confirmation.ts';
import { levelName, ObservedText } from './confirmation-text.tsx';

/** For the colleague who saw. */
export const answerRoutes: Route[] = [
  route('GET', '/certificat/observations', staff, showReceived),
  route('GET', '/certificat/observations/:id', staff, showRequest),
  route('POST', '/certificat/observations/:id', staff, confirm),
  route('POST', '/certificat/observations/:id/retrait', staff, leave),
];

async function showReceived(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const received = await findReceived(app.db, viewer);
  const waiting = received.filter(({ answer }) => answer === null);
  const confirmed = received.filter(({ answer }) => answer === 'confirmed');
  return page(
    visit,
    { title: 'Pratiques que l’on me demande de confirmer', narrow: true },
    <>
      <h1>Pratiques que l’on me demande de confirmer</h1>
      <p class="lede">
        Vous avez vu une ou un collègue agir. Ce que vous confirmez porte votre nom, dans son dossier à elle
        ou à lui ; ce n’est ni une note, ni une évaluation de carrière.
      </p>
      {received.length === 0 && <p>Personne ne vous demande rien en ce moment.</p>}
      {waiting.map((one) => (
        <article class="ruled">
          <h2 class="fr-h5">{one.asker}</h2>
          <p>
            {competenceTitle(visit, one.competence)} : <ObservedText {...one} />.
          </p>
          <p>
            <a class="fr-btn fr-btn--secondary" href={`/certificat/observations/${one.id}`}>
              Répondre<span class="fr-sr-only"> à {one.asker}</span>
            </a>
          </p>
        </article>
      ))}
      {confirmed.length > 0 && (
        <section>
          <h2>Ce que j’ai confirmé</h2>
          {confirmed.map((one) => (
            <article class="ruled">
              <h3 class="fr-h5">{one.asker}</h3>
              <p>
                {competenceTitle(visit, one.competence)} : <ObservedText {...one} />. Confirmé le{' '}
                {longDate(one.answeredAt!)}
                {one.level && ` : ${levelName(one.level, app.content)}`}.
              </p>
              {one.word && <p>Vous avez écrit : « {one.word} »</p>}
              <form method="post" action={`/certificat/observations/${one.id}/retrait`}>
                <button class="fr-btn fr-btn--tertiary" type="submit">
                  Retirer ma confirmation<span class="fr-sr-only"> à {one.asker}</span>
                </button>
              </form>
            </article>
          ))}
        </section>
      )}
    </>,
  );
}

async function waitingRequest({ app, viewer, http }: Visit<Viewer>): Promise<Received | undefined> {
  const id = http.req.param('id');
  return (await findReceived(app.db, viewer)).find((one) => one.id === id && one.answer === null);
}

async function showRequest(visit: Visit<Viewer>): Promise<Response> {
  const request = await waitingRequest(visit);
  if (!request) return refuse(visit, 'absent');
  await noteOpened(visit.app.db, visit.viewer, [request.id], visit.app.now());
  return requestPage(visit, request, { acts: [], level: '', word: '' }, []);
}

type Typed = { acts: readonly string[]; level: string; word: string };

function kitOf({ app }: Visit, { competence }: Received) {
  return app.content.coaching.find((kit) => kit.competence === competence);
}

function requestPage(
  visit: Visit<Viewer>,
  request: Received,
  typed: Typed,
  problems: FieldError[],
  doubts: readonly string[] = [],
): Response {
  const { content } = visit.app;
  const kit = kitOf(visit, request);
  const competence = competencesOf(content.framework).find(({ code }) => code === request.competence);
  const levels = levelsOffered(request.levelAsked);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Confirmer une pratique vue`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">Demande de {request.asker}</p>
      <h1>{competence?.title ?? request.competence}</h1>
      <p class="lede">
        <ObservedText {...request} />.
      </p>
      <ErrorSummary errors={problems} />
      <form method="post" action={`/certificat/observations/${request.id}`} novalidate>
        <fieldset class="answer" id="actes" tabindex={-1}>
          <legend class="answer__legend">
            Ce jour-là, qu’avez-vous vu ?
            <span class="fr-hint-text">
              Cochez les actes vus ou entendus. Ne pas cocher ne veut pas dire « non » : l’occasion a pu
              manquer.
            </span>
          </legend>
          {errorOf(problems, 'actes') && <p class="answer__problem">{errorOf(problems, 'actes')}</p>}
          {(kit?.observe ?? []).map(({ act, sign }, index) => (
            <label class="choice">
              <input
                type="checkbox"
                name="acte"
                value={String(index + 1)}
                checked={typed.acts.includes(String(index + 1))}
              />
              <span>
                {act}
                <span class="fr-hint-text">{sign}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {levels.length > 0 && (
          <fieldset class="answer" id="niveau" tabindex={-1}>
            <legend class="answer__legend">
              Pouvez-vous confirmer un niveau ?
              <span class="fr-hint-text">
                Seulement pour l’avoir vu, ce jour-là ou d’autres. Vous pouvez confirmer la pratique et aucun
                niveau.
              </span>
            </legend>
            {errorOf(problems, 'niveau') && <p class="answer__problem">{errorOf(problems, 'niveau')}</p>}
            {levels.map((level) => (
              <label class="choice">
                <input
                  type="radio"
                  name="niveau"
                  value={String(level)}
                  checked={typed.level === String(level)}
                />
                <span>
                  Oui, {levelName(level, content)}
                  <span class="fr-hint-text">{competence?.levels[level - 1]}</span>
                </span>
              </label>
            ))}
            <label class="choice">
              <input type="radio" name="niveau" value="aucun" checked={typed.level === 'aucun'} />
              <span>Aucun niveau, la pratique seulement</span>
            </label>
          </fieldset>
        )}
        <ShortTextField
          name="mot"
          label="« J’ai vu… », si vous voulez"
          hint={`Un fait, pas un jugement. ${request.asker} le lira. Aucun nom d’élève.`}
          value={typed.word}
          longest={LONGEST_WORD}
          rows={3}
          problems={problems}
          doubts={doubts}
        />
        <button class="fr-btn" type="submit">
          Confirmer à mon nom
        </button>
      </form>
      <form class="second-act" method="post" action={`/certificat/observations/${request.id}/retrait`}>
        <p class="actions">
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Ne pas répondre à cette demande
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/certificat/observations">
            Plus tard
          </a>
        </p>
      </form>
    </>,
  );
}

async function confirm(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const request = await waitingRequest(visit);
  if (!request) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const now = app.now();
  const word = readShortText(fields.mot?.[0] ?? '', {
    field: 'mot',
    longest: LONGEST_WORD,
    confirmed: fields['mot-confirme']?.[0],
    today: dayOf(now),
  });
  const typed: Typed = { acts: fields.acte ?? [], level: fields.niveau?.[0] ?? '', word: word.text };
  const grid = kitOf(visit, request)?.observe.map(({ act }) => act) ?? [];
  const read = readAnswer(typed, { grid, levelAsked: request.levelAsked });
  const problems = [...('problem' in read ? [read.problem] : []), ...word.problems];
  if (problems.length === 0 && word.doubts.length > 0) problems.push(doubtProblem('mot'));
  if ('problem' in read || problems.length > 0) {
    return requestPage(visit, request, typed, problems, word.doubts);
  }
  await noteOpened(app.db, viewer, [request.id], now);
  await confirmPractice(app.db, viewer, request.id, { ...read, word: word.text || null }, now);
  return http.redirect('/certificat/observations', 303);
}

/** Declines, or takes back what was confirmed. */
async function leave(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!(await findReceived(app.db, viewer)).some((one) => one.id === id)) return refuse(visit, 'absent');
  await noteOpened(app.db, viewer, [id], app.now());
  await stepBack(app.db, viewer, id, app.now());
  return http.redirect('/certificat/observations', 303);
}
