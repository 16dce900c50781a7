import { dayOf } from '../../calendar/index.ts';
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
} from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { findGate } from '../gate/gate.store.ts';
import { fileOf } from '../open-file.pages.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { Slip } from '../slip.tsx';
import { answerRequest } from './requests.store.ts';
import { parseInformedOn } from './rights.ts';
import { giveSecret, recordInformation } from './secret.store.ts';

export const informationRoutes: Route[] = [
  route('GET', '/suivi/:code/information', staff, showInformation),
  route('POST', '/suivi/:code/information', staff, recordDay),
  route('POST', '/suivi/:code/information/feuille', staff, showSheet),
  route('POST', '/suivi/:code/demandes/:id', staff, answer),
];

async function informing(visit: Visit<Viewer>): Promise<SeenFollowUp | null> {
  const file = await fileOf(visit);
  return file && may(file, 'inform') ? file : null;
}

async function showInformation(visit: Visit<Viewer>): Promise<Response> {
  const file = await informing(visit);
  return file ? informationPage(visit, file, file.informedOn ?? '', []) : refuse(visit, 'absent');
}

async function recordDay(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await informing(visit);
  if (!file) return refuse(visit, 'absent');
  const typed = (await readForm(http))['informed-on']?.[0]?.trim() ?? '';
  const parsed = parseInformedOn(typed, dayOf(app.now()));
  if ('problems' in parsed) return informationPage(visit, file, typed, parsed.problems);
  await recordInformation(app.db, viewer, file, parsed.informedOn, app.now());
  return http.redirect(`/suivi/${file.code}`, 303);
}

function informationPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  typed: string,
  problems: FieldError[],
): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Informer ${file.code} et sa famille`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Informer <span class="code-whole">{file.code}</span> et sa famille
      </h1>
      <p class="lede">
        L’élève et sa famille savent qu’un suivi existe, ce qui est gardé, et comment s’y opposer. La feuille
        porte le code du suivi et un mot secret, qui ouvre ce qui est gardé.
      </p>
      <form method="post" action={`/suivi/${file.code}/information/feuille`}>
        <p>
          Le mot secret n’est montré qu’une fois. Une nouvelle feuille rend l’ancienne inutile : en cas de
          perte, faites-en une autre.
        </p>
        <button class="fr-btn" type="submit">
          Faire la feuille
        </button>
      </form>
      <h2>Une fois la feuille remise</h2>
      <form method="post" action={`/suivi/${file.code}/information`} novalidate>
        <TextField
          name="informed-on"
          type="date"
          label="L’élève et sa famille ont été informés le"
          value={typed}
          error={errorOf(problems, 'informed-on')}
          class="date-field"
        />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Noter
        </button>
      </form>
    </>,
  );
}

/** To print and hand over, read aloud if need be: short sentences, and a secret shown this once. */
async function showSheet(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await informing(visit);
  const secret = file && (await giveSecret(app.db, viewer, file, app.now()));
  if (!file || !secret) return refuse(visit, 'absent');
  const gate = await findGate(app.db, file.school);
  const origin = originOf(http, app.settings);
  return page(
    visit,
    { title: `Feuille d’information de ${file.code}`, narrow: true },
    <>
      <p class="above-title on-screen">
        <a href={`/suivi/${file.code}/information`}>Informer {file.code} et sa famille</a>
      </p>
      <p class="on-screen">
        Imprimez cette page et remettez-la en la lisant ensemble.{' '}
        <strong>Le mot secret n’est montré qu’ici.</strong>
      </p>
      <h1>Un suivi, sans nom, pour aider</h1>
      <p>
        Des adultes de l’établissement veulent aider l’élève à tenir le cap dans sa scolarité. Pour ne rien
        oublier, ils notent ce qui est fait. Cette feuille dit quoi, pour qui, et comment dire non.
      </p>
      <h2>Ce qui est noté</h2>
      <p>
        La classe, l’âge à peu près, des signes choisis dans une liste (absences, retards, travail…), les
        rendez-vous, le but choisi par l’élève, l’aide décidée, et la situation six et douze mois après la
        sortie. <strong>Jamais le nom, la santé, la famille ni les revenus.</strong>
      </p>
      <h2>Qui le lit</h2>
      <p>
        Le référent décrochage et, s’ils aident cet élève, quelques adultes nommés pour un temps. Des nombres
        d’élèves, sans code, servent à voir si l’aide marche.
      </p>
      <h2>Combien de temps</h2>
      <p>
        Jusqu’à la fin de l’année scolaire qui suit la sortie au plus tard. Ensuite, tout s’efface.
        {gate && ` Règle de l’établissement : ${gate.retention}.`}
      </p>
      {gate && (
        <>
          <h2>Qui en répond</h2>
          <p>
            {gate.controller}. De quel droit : {gate.legalBasis}. Avis de la personne déléguée à la protection
            des données : {gate.officerOpinion}. Vous pouvez aussi vous plaindre à la CNIL (cnil.fr).
          </p>
        </>
      )}
      <Slip
        address={`${origin}/acces?code=${file.code}`}
        alt="Carré à scanner, qui ouvre la page où taper le mot secret"
      >
        <h2>Lire, faire corriger, dire non</h2>
        <p>
          Scannez le carré, ou allez sur <strong>{origin.replace(/^https?:\/\//, '')}/acces</strong>. Tapez :
        </p>
        <p>
          Code du suivi
          <br />
          <span class="slip__code">{file.code}</span>
        </p>
        <p>
          Mot secret, une seule fois
          <br />
          <span class="slip__code">{secret}</span>
        </p>
        <p>
          Dire non n’a aucune conséquence sur la scolarité, et ne demande pas de raison. On peut aussi le dire
          de vive voix au référent ou à la direction.
        </p>
      </Slip>
    </>,
  );
}

async function answer(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await informing(visit);
  const id = http.req.param('id') ?? '';
  const answered = file && (await answerRequest(app.db, viewer, file, id, app.now()));
  return answered ? http.redirect('/suivi', 303) : refuse(visit, 'absent');
}
