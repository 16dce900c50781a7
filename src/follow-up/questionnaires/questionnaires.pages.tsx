import { dayOf } from '../../calendar/index.ts';
import type { Instrument } from '../../content/index.ts';
import {
  dayText,
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
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { fileOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { Slip } from '../slip.tsx';
import { addressOf } from './code.pages.tsx';
import { cancelQuestionnaire, findGiven, giveQuestionnaire, lastSupportEnd } from './given.store.ts';
import { stateText } from './given-text.ts';
import { type Given, isOccasion, OCCASIONS, type Occasion, occasionDue } from './questionnaire.ts';

export const questionnaireRoutes: Route[] = [
  route('GET', '/suivi/:code/questionnaires', staff, showGiven),
  route('POST', '/suivi/:code/questionnaires', staff, give),
  route('POST', '/suivi/:code/questionnaires/:id/annulation', staff, cancel),
];

export const youngInstruments = ({ app }: Visit): Instrument[] =>
  app.content.instruments.filter(({ audience }) => audience === 'jeunes');

type Typed = { instrument: string; occasion: string };

async function showGiven(visit: Visit<Viewer>): Promise<Response> {
  const file = await fileOf(visit);
  if (!file || !may(file, 'read-questionnaires')) return refuse(visit, 'absent');
  const { app } = visit;
  const [instrument] = youngInstruments(visit);
  const [given, ended] = await Promise.all([findGiven(app.db, file), lastSupportEnd(app.db, file)]);
  const mine = given.filter((one) => one.instrument === instrument?.id);
  const due = occasionDue(mine, ended, dayOf(app.now()));
  return givenPage(visit, file, given, {
    typed: { instrument: instrument?.id ?? '', occasion: due?.occasion ?? '' },
    due,
    problems: [],
  });
}

async function give(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  if (!file || !may(file, 'give-questionnaires')) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed = { instrument: form.instrument?.[0] ?? '', occasion: form.occasion?.[0] ?? '' };
  const instrument = youngInstruments(visit).find(({ id }) => id === typed.instrument);
  const { occasion } = typed;
  const problems: FieldError[] = [];
  if (!instrument) problems.push({ field: 'instrument', message: 'Choisissez un questionnaire.' });
  if (!isOccasion(occasion)) problems.push({ field: 'occasion', message: 'Choisissez le moment.' });
  if (instrument && isOccasion(occasion)) {
    const { id, version } = instrument;
    const given = await giveQuestionnaire(
      app.db,
      viewer,
      file,
      { instrument: id, version, occasion },
      app.now(),
    );
    if (given) return slipPage(visit, file, { ...given, instrument, occasion });
    problems.push({
      field: 'occasion',
      message: 'Ce questionnaire est déjà rempli pour ce moment, ou l’élève s’oppose au suivi.',
    });
  }
  return givenPage(visit, file, await findGiven(app.db, file), { typed, due: null, problems });
}

async function cancel(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  if (!file) return refuse(visit, 'absent');
  const id = http.req.param('id') ?? '';
  const cancelled = await cancelQuestionnaire(app.db, viewer, file, id, app.now());
  return cancelled ? http.redirect(`/suivi/${file.code}/questionnaires`, 303) : refuse(visit, 'absent');
}

type Asked = {
  typed: Typed;
  due: { occasion: Occasion; from: string } | null;
  problems: readonly FieldError[];
};

function givenPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  given: readonly Given[],
  { typed, due, problems }: Asked,
): Response {
  const today = dayOf(visit.app.now());
  const instruments = youngInstruments(visit);
  const gives = may(file, 'give-questionnaires');
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Questionnaires de ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Questionnaires de <span class="code-whole">{file.code}</span>
      </h1>
      <p class="lede">
        Vous donnez un code, l’élève répond seul sur un téléphone ou une tablette. Personne, dans
        l’établissement, ne lit ses réponses : vous saurez seulement s’il a répondu, et quel jour. Elles ne
        servent qu’à compter ce qui change pour des groupes d’élèves.
      </p>
      {given.length > 0 && (
        <ul class="pills">
          {given.map((one) => (
            <GivenLine file={file} given={one} today={today} gives={gives} instruments={instruments} />
          ))}
        </ul>
      )}
      {gives && file.level === 'ecole' && (
        <p>Ces questionnaires sont prévus à partir de 11 ans, au collège et au lycée.</p>
      )}
      {gives && file.level !== 'ecole' && (
        <form method="post" action={`/suivi/${file.code}/questionnaires`} novalidate>
          <h2>Donner un code</h2>
          {due && due.from > today && (
            <p>
              Le prochain moment, « {OCCASIONS[due.occasion].toLowerCase()} », vient le {dayText(due.from)}.
            </p>
          )}
          <SelectField
            name="instrument"
            label="Questionnaire"
            hint="Huit questions chacun, quelques minutes. Instruments exploratoires, non validés."
            choices={Object.fromEntries(instruments.map(({ id, title }) => [id, title]))}
            value={typed.instrument}
            error={errorOf(problems, 'instrument')}
          />
          <SelectField
            name="occasion"
            label="Moment"
            choices={OCCASIONS}
            value={typed.occasion}
            error={errorOf(problems, 'occasion')}
          />
          <button class="fr-btn" type="submit">
            Donner un code
          </button>
        </form>
      )}
    </>,
  );
}

function GivenLine({
  file,
  given,
  today,
  gives,
  instruments,
}: {
  file: SeenFollowUp;
  given: Given;
  today: string;
  gives: boolean;
  instruments: readonly Instrument[];
}) {
  const title = instruments.find(({ id }) => id === given.instrument)?.title ?? given.instrument;
  return (
    <li>
      {title}, {OCCASIONS[given.occasion].toLowerCase()} : {stateText(given, today)}.
      {gives && given.answeredOn === null && (
        <form method="post" action={`/suivi/${file.code}/questionnaires/${given.id}/annulation`}>
          <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
            Annuler
            <span class="fr-sr-only">
              {' '}
              : {title}, {OCCASIONS[given.occasion].toLowerCase()}
            </span>
          </button>
        </form>
      )}
    </li>
  );
}

/** Shown once: only a hash of the code is kept. */
function slipPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  given: { code: string; until: string; instrument: Instrument; occasion: Occasion },
): Response {
  const { code, until, instrument, occasion } = given;
  const origin = originOf(visit.http, visit.app.settings);
  return page(
    visit,
    { title: `Code à donner à ${file.code}`, narrow: true },
    <>
      <p class="above-title on-screen">
        <a href={`/suivi/${file.code}/questionnaires`}>Questionnaires de {file.code}</a>
      </p>
      <h1 class="on-screen" data-follow-up={file.code}>
        Code à donner à {file.code}
      </h1>
      <p class="on-screen">
        Imprimez cette page ou montrez-la à l’élève : <strong>le code n’est montré qu’une fois</strong>. Un
        nouveau code remplacera celui-ci. « {instrument.title} », {OCCASIONS[occasion].toLowerCase()}.
      </p>
      <Slip address={addressOf(origin, code)} alt="Carré à scanner, qui ouvre la page où taper le code">
        <h2>Quelques questions pour toi</h2>
        <p>
          Scanne le carré, ou va sur <strong>{origin.replace(/^https?:\/\//, '')}/q</strong> et tape :
        </p>
        <p class="slip__code">{code}</p>
        <p>
          Jusqu’au {dayText(until)}. Huit questions, pas de note. Tu peux passer une question, t’arrêter et
          revenir avec le même code. Personne dans ton établissement ne lit tes réponses : on verra seulement
          si tu as répondu.
        </p>
        <p>Tu ne comprends pas quelque chose ? Demande à l’adulte qui t’a donné cette feuille.</p>
      </Slip>
    </>,
  );
}
