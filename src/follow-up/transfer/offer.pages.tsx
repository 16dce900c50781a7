import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
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
import { may } from '../access-rights.ts';
import { fileOf } from '../open-file.pages.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { cancelTransfer, findOffer, type Offer, offerTransfer, VALID_DAYS } from './transfer.store.ts';

export const offerRoutes: Route[] = [
  route('GET', '/suivi/:code/transfert', staff, showOffer),
  route('POST', '/suivi/:code/transfert', staff, offer),
  route('POST', '/suivi/:code/transfert/annulation', staff, cancel),
];

/** The file of the address, when the viewer may send it to another school. */
async function sendingOf(visit: Visit<Viewer>): Promise<SeenFollowUp | undefined> {
  const file = await fileOf(visit);
  return file && may(file, 'transfer') && file.closedOn === null ? file : undefined;
}

async function showOffer(visit: Visit<Viewer>): Promise<Response> {
  const file = await sendingOf(visit);
  return file ? offerPage(visit, file, { texts: false }, []) : refuse(visit, 'absent');
}

/** The code is shown on the answer itself: nowhere else, and never again. */
async function offer(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await sendingOf(visit);
  if (!file) return refuse(visit, 'absent');
  const form = await readForm(http);
  const texts = form.texts?.[0] === 'oui';
  if (form.told?.[0] !== 'oui')
    return offerPage(visit, file, { texts }, [
      { field: 'told', message: 'Dites d’abord à l’élève et à sa famille que le suivi est transmis.' },
    ]);
  const made = await offerTransfer(app.db, viewer, file, { withTexts: texts }, app.now());
  if (!made) return refuse(visit, 'absent');
  return page(
    visit,
    { title: `Code de transfert de ${file.code}`, narrow: true },
    <>
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Le code de transfert de <span class="code-whole">{file.code}</span>
      </h1>
      <p class="transfer-code">{made.code}</p>
      <p>
        <strong>Il n’est montré qu’une fois : notez-le maintenant.</strong> Dites-le de vive voix, au
        téléphone, à la personne qui anime le GPDS de l’autre établissement, avec le nom de l’élève. N’envoyez
        ni l’un ni l’autre par courriel.
      </p>
      <p>
        Elle l’entre dans « Suivi des jeunes », « Reprendre un suivi d’un autre établissement », avant le{' '}
        {dayText(dayOf(made.expiresAt))}. D’ici là, le suivi continue chez vous.
      </p>
    </>,
  );
}

async function cancel(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await sendingOf(visit);
  const done = file && (await cancelTransfer(app.db, viewer, file, app.now()));
  return done ? http.redirect(`/suivi/${file.code}/transfert`, 303) : refuse(visit, 'absent');
}

async function offerPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  { texts }: { texts: boolean },
  problems: FieldError[],
): Promise<Response> {
  const waiting = await findOffer(visit.app.db, file, visit.app.now());
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Transmettre ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Transmettre <span class="code-whole">{file.code}</span> à un autre établissement
      </h1>
      <p class="lede">
        L’élève change d’établissement : le suivi y continue, sous un autre code. Chez vous il se termine,
        reste compté, et sera effacé trois mois après.
      </p>
      {waiting && <Waiting file={file} offer={waiting} />}
      <OfferForm file={file} texts={texts} again={waiting !== undefined} problems={problems} />
    </>,
  );
}

function Waiting({ file, offer: { expiresAt, withTexts } }: { file: SeenFollowUp; offer: Offer }) {
  return (
    <form class="caution" method="post" action={`/suivi/${file.code}/transfert/annulation`}>
      <p>
        <strong>Un code attend</strong> jusqu’au {dayText(dayOf(expiresAt))}, {withTexts ? 'avec' : 'sans'}{' '}
        les textes. Il ne peut plus être montré.
      </p>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Annuler ce code
      </button>
    </form>
  );
}

function OfferForm({
  file,
  texts,
  again,
  problems,
}: {
  file: SeenFollowUp;
  texts: boolean;
  again: boolean;
  problems: FieldError[];
}) {
  const error = errorOf(problems, 'told');
  return (
    <form method="post" action={`/suivi/${file.code}/transfert`} novalidate>
      <h2>Ce qui part</h2>
      <p>
        Classe, âge, signaux et cotations, étapes, sortes de décisions, accompagnements et heures, réponses
        aux questionnaires. Aucun nom d’adulte, aucune alerte.
      </p>
      <label class="choice">
        <input type="checkbox" name="texts" value="oui" checked={texts} />
        <span>
          Avec les textes : les actes décidés et les buts de l’élève
          <span class="fr-hint-text">
            Relisez-les d’abord ; sans cela, seules leurs sortes et leurs dates partent.
          </span>
        </span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          id="told"
          name="told"
          value="oui"
          aria-describedby={error ? 'told-erreur' : undefined}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>L’élève et sa famille savent que le suivi est transmis, et à qui</span>
      </label>
      {error && (
        <p class="fr-error-text" id="told-erreur">
          {error}
        </p>
      )}
      <button class="fr-btn" type="submit">
        {again ? 'Faire un autre code' : 'Faire un code'}
      </button>
      <p class="fr-hint-text">
        Un code sert une fois, pendant {VALID_DAYS} jours. En faire un autre annule celui qui attend.
      </p>
    </form>
  );
}
