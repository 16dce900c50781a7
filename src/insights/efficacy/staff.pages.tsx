import type { Instrument } from '../../content/index.ts';
import {
  ErrorSummary,
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
} from '../../web/index.ts';
import { answerAsStaff, findStaffAnswers } from './staff.store.ts';
import { occasionNow, parseStaffAnswers } from './staff.ts';

export const staffRoutes: Route[] = [
  route('GET', '/mon-efficacite', staff, showQuestions),
  route('POST', '/mon-efficacite', staff, saveAnswers),
];

type Chosen = Readonly<Record<string, string | undefined>>;

async function showQuestions(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const instrument = instrumentOf(visit);
  if (!instrument) return refuse(visit, 'absent');
  const occasion = occasionNow(await findStaffAnswers(app.db, viewer, instrument), app.now());
  if (occasion === 'before' || occasion === 'after')
    return questionsPage(visit, instrument, occasion, {}, []);
  return thanksPage(
    visit,
    occasion === 'done'
      ? 'Vous avez répondu les deux fois. Il n’y a plus rien à faire ici.'
      : `Vous avez répondu une première fois. Revenez à partir du ${longDate(occasion.from)} : les mêmes questions diront si quelque chose a changé.`,
  );
}

function instrumentOf({ app }: Visit): Instrument | undefined {
  return app.content.instruments.find(({ id }) => id === 'efficacite-personnel');
}

async function saveAnswers(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const instrument = instrumentOf(visit);
  if (!instrument) return refuse(visit, 'absent');
  const form = await readForm(http);
  const chosen = Object.fromEntries(instrument.items.map(({ id }) => [id, form[id]?.[0]]));
  const occasion = occasionNow(await findStaffAnswers(app.db, viewer, instrument), app.now());
  if (occasion !== 'before' && occasion !== 'after') return http.redirect('/mon-efficacite', 303);
  const parsed = parseStaffAnswers(instrument, (item) => chosen[item]);
  if ('problems' in parsed) return questionsPage(visit, instrument, occasion, chosen, parsed.problems);
  const kept = await answerAsStaff(app.db, viewer, instrument, parsed.answers, app.now());
  if (kept === 'nowhere') {
    return thanksPage(
      visit,
      'Vos réponses n’ont pas été gardées : sans établissement, elles ne compteraient nulle part. Vous pouvez en indiquer un dans « Mon compte ».',
    );
  }
  return http.redirect('/mon-efficacite', 303);
}

function questionsPage(
  visit: Visit<Viewer>,
  { title, items, scale, status }: Instrument,
  occasion: 'before' | 'after',
  chosen: Chosen,
  problems: FieldError[],
): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}${title}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>{title}</h1>
      <ErrorSummary errors={problems} />
      <p class="lede">
        {occasion === 'before'
          ? 'Douze questions, trois minutes. Vous pourrez répondre aux mêmes dans trois mois.'
          : 'Les mêmes douze questions qu’il y a quelques mois. Répondez comme vous vous sentez aujourd’hui.'}
      </p>
      <p>
        Il n’y a pas de bonne réponse. Personne ne lit les vôtres : elles servent à dire combien de personnes
        ont changé, dans des groupes de vingt au moins. Répondre est libre ; si vous répondez, c’est à toutes.
        C’est un {status}.
      </p>
      <form method="post" action="/mon-efficacite" novalidate>
        {items.map(({ id, text }, index) => (
          <fieldset class="capable">
            <legend>
              {index + 1}. {text}
            </legend>
            <div class="capable__choices">
              {scale.map((label, step) => (
                <div class="fr-radio-group">
                  <input
                    type="radio"
                    id={`${id}-${step + 1}`}
                    name={id}
                    value={step + 1}
                    checked={chosen[id] === String(step + 1)}
                  />
                  <label class="fr-label" for={`${id}-${step + 1}`}>
                    {label}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        <button class="fr-btn" type="submit">
          Envoyer mes réponses
        </button>
      </form>
    </>,
  );
}

function thanksPage(visit: Visit<Viewer>, text: string): Response {
  return page(
    visit,
    { title: 'Ce que je me sens capable de faire', narrow: true },
    <>
      <h1>Ce que je me sens capable de faire</h1>
      <p class="lede">{text}</p>
      <p>
        <a class="fr-btn" href="/mon-espace">
          Mon espace
        </a>
      </p>
    </>,
  );
}
