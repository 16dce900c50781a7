import type { Instrument } from '../../content/index.ts';
import { anyone, dayText, type Route, readForm, refuse, route, type Visit } from '../../web/index.ts';
import { clearHolder, readHolder } from '../holder-cookie.ts';
import { isReady, nextQuestion, parseAnswer } from './questionnaire.ts';
import { dropSheet, findSheet, keepAnswer, pauseSheet, type Sheet, sendSheet } from './sheet.store.ts';
import { WelcomeText } from './welcome-text.tsx';
import { youngPage } from './young-page.pages.tsx';

export const answerRoutes: Route[] = [
  route('GET', '/q/debut', anyone, showWelcome),
  route('GET', '/q/questions/:number', anyone, showQuestion),
  route('POST', '/q/questions/:number', anyone, answer),
  route('GET', '/q/relire', anyone, showAnswers),
  route('POST', '/q/envoi', anyone, send),
  route('POST', '/q/pause', anyone, pause),
  route('POST', '/q/effacer', anyone, drop),
];

type Held = { session: string; sheet: Sheet; instrument: Instrument };

/** The questionnaire in the hands of this device; null when there is none left to answer. */
export async function heldSheet({ app, http }: Visit): Promise<Held | null> {
  const session = readHolder(http, app.settings, 'questionnaire');
  const sheet = session ? await findSheet(app.db, session, app.now()) : null;
  const instrument = sheet && app.content.instruments.find(({ id }) => id === sheet.instrument);
  if (!session || !sheet || !instrument) return null;
  const draft = sheet.version === instrument.version ? sheet.draft : null;
  return { session, sheet: { ...sheet, draft }, instrument };
}

async function answering(visit: Visit): Promise<Held | null> {
  const held = await heldSheet(visit);
  return held && !held.sheet.sent ? held : null;
}

const closed = ({ http }: Visit) => http.redirect('/q?ferme', 303);

async function showWelcome(visit: Visit): Promise<Response> {
  const held = await answering(visit);
  if (!held) return closed(visit);
  const { sheet, instrument } = held;
  const next = sheet.draft ? nextQuestion(sheet.draft) : 1;
  return youngPage(
    visit,
    'Quelques questions pour toi',
    <>
      <h1>Quelques questions pour toi</h1>
      <WelcomeText questions={instrument.items.length} />
      <p>
        <a class="fr-btn fr-btn--lg young-go" href={next === null ? '/q/relire' : `/q/questions/${next}`}>
          {sheet.draft ? 'Je reprends' : 'Je commence'}
        </a>
      </p>
      {!sheet.draft && (
        <form method="post" action="/q/pause">
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Je n’ai pas envie
          </button>
        </form>
      )}
    </>,
  );
}

function itemOf({ http }: Visit, { items }: Instrument) {
  const typed = http.req.param('number') ?? '';
  const number = /^[1-9]\d?$/.test(typed) ? Number(typed) : 0;
  const item = items[number - 1];
  return item ? { number, item } : null;
}

async function showQuestion(visit: Visit): Promise<Response> {
  const held = await answering(visit);
  if (!held) return closed(visit);
  const { sheet, instrument } = held;
  const asked = itemOf(visit, instrument);
  if (!asked) return refuse(visit, 'absent');
  const { number, item } = asked;
  const total = instrument.items.length;
  const said = sheet.draft?.[number - 1] ?? null;
  return youngPage(
    visit,
    `Question ${number} sur ${total}`,
    <>
      <p class="young-place">
        <span id="place">
          Question {number} sur {total}
        </span>
        <progress aria-labelledby="place" value={number} max={total} />
      </p>
      <div data-spoken>
        <h1 class="young-question">{item.text}</h1>
        <ReadAloud />
        <form class="young-answers" method="post" action={`/q/questions/${number}`}>
          {instrument.scale.map((label, index) => (
            <AnswerButton value={index + 1} label={label} said={said} />
          ))}
          <AnswerButton value={0} label={PASSED} said={said} />
        </form>
      </div>
      <nav class="young-moves" aria-label="Questions">
        {number > 1 ? (
          <a href={`/q/questions/${number - 1}`}>Question d’avant</a>
        ) : (
          <a href="/q/debut">Retour au début</a>
        )}
        {said !== null && (
          <a href={number < total ? `/q/questions/${number + 1}` : '/q/relire'}>
            {number < total ? 'Question suivante' : 'Relire mes réponses'}
          </a>
        )}
      </nav>
      <form method="post" action="/q/pause">
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Faire une pause
        </button>
      </form>
    </>,
  );
}

const PASSED = 'Je ne sais pas, ou je préfère ne pas répondre';

/** One touch answers and goes on; what was chosen before is marked, for the eyes and for the ears. */
function AnswerButton({ value, label, said }: { value: number; label: string; said: number | null }) {
  const chosen = said === value;
  return (
    <button
      class={`young-answer${value === 0 ? ' young-answer--pass' : ''}${chosen ? ' young-answer--chosen' : ''}`}
      type="submit"
      name="reponse"
      value={String(value)}
    >
      <span data-say>{label}</span>
      {chosen && <span class="young-answer__mark">ta réponse</span>}
    </button>
  );
}

/** Shown by the script where the device has a French voice of its own. */
function ReadAloud() {
  return (
    <button class="fr-btn fr-btn--tertiary young-aloud" type="button" data-read-aloud>
      Écouter
    </button>
  );
}

async function answer(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const held = await answering(visit);
  if (!held) return closed(visit);
  const { session, instrument } = held;
  const asked = itemOf(visit, instrument);
  if (!asked) return refuse(visit, 'absent');
  const { number } = asked;
  const total = instrument.items.length;
  const said = parseAnswer((await readForm(http)).reponse?.[0] ?? '', instrument.scale);
  if (said === null) return http.redirect(`/q/questions/${number}`, 303);
  const kept = await keepAnswer(
    app.db,
    session,
    { question: number, questions: total, version: instrument.version, answer: said },
    app.now(),
  );
  if (!kept) return closed(visit);
  return http.redirect(number < total ? `/q/questions/${number + 1}` : '/q/relire', 303);
}

async function showAnswers(visit: Visit): Promise<Response> {
  const held = await answering(visit);
  if (!held) return closed(visit);
  const { sheet, instrument } = held;
  const draft = sheet.draft ?? instrument.items.map(() => null);
  const ready = isReady(draft);
  const next = nextQuestion(draft);
  const text = (value: number | null | undefined) =>
    value ? instrument.scale[value - 1] : value === 0 ? 'Pas de réponse' : 'Pas encore vue';
  return youngPage(
    visit,
    'Relire mes réponses',
    <>
      <h1>Relire mes réponses</h1>
      <p class="lede">
        {ready
          ? 'Tu peux changer ce que tu veux. Une fois envoyées, on ne peut plus les changer.'
          : next === null
            ? 'Tu n’as répondu à aucune question. C’est ton droit : il n’y a rien à envoyer.'
            : 'Il reste des questions à voir.'}
      </p>
      <dl class="young-said">
        {instrument.items.map(({ text: question }, index) => (
          <div>
            <dt>{question}</dt>
            <dd>
              <strong>{text(draft[index])}</strong>{' '}
              <a href={`/q/questions/${index + 1}`}>
                Changer<span class="fr-sr-only"> la réponse à la question {index + 1}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {ready && (
        <form method="post" action="/q/envoi">
          <button class="fr-btn fr-btn--lg young-go" type="submit">
            Envoyer mes réponses
          </button>
        </form>
      )}
      {!ready && next !== null && (
        <p>
          <a class="fr-btn fr-btn--lg young-go" href={`/q/questions/${next}`}>
            Continuer
          </a>
        </p>
      )}
      <form method="post" action="/q/effacer">
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Tout effacer, ne rien envoyer
        </button>
      </form>
    </>,
  );
}

async function send(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const held = await answering(visit);
  if (!held) return closed(visit);
  const sent = await sendSheet(app.db, held.session, app.now());
  return http.redirect(sent ? '/q/merci' : '/q/relire', 303);
}

async function pause(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const held = await answering(visit);
  if (held) await pauseSheet(app.db, held.session, app.now());
  clearHolder(http, app.settings, 'questionnaire');
  return youngPage(
    visit,
    'C’est en pause',
    <>
      <h1>C’est en pause</h1>
      <p class="lede">
        {held?.sheet.draft
          ? 'Tes réponses t’attendent. Rien n’est envoyé.'
          : 'Pas de souci. Rien n’est envoyé.'}
      </p>
      <p>
        {held && (
          <>
            Tu peux revenir quand tu veux, jusqu’au {dayText(held.sheet.until)}, sur ce téléphone ou un autre,
            avec le même code.{' '}
          </>
        )}
        Si tu ne reviens pas, personne ne te demandera pourquoi.
      </p>
      {held?.sheet.draft && (
        <p>
          Garde ta feuille pour toi : tant que tu n’as pas envoyé, le code ouvre tes réponses. Tu préfères que
          rien ne reste ? Reprends, puis choisis « Tout effacer » à la fin.
        </p>
      )}
      <p>
        <a href="/q">Taper un code</a>
      </p>
    </>,
  );
}

async function drop(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const held = await answering(visit);
  if (held) await dropSheet(app.db, held.session, app.now());
  clearHolder(http, app.settings, 'questionnaire');
  return youngPage(
    visit,
    'C’est effacé',
    <>
      <h1>C’est effacé</h1>
      <p class="lede">Aucune de tes réponses n’a été gardée. Tu as bien le droit.</p>
      <p>Si tu changes d’avis, ton code marche encore.</p>
    </>,
  );
}
