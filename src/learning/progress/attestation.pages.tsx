import { attachment, renderPdf } from '../../pdf/index.ts';
import {
  anyone,
  ErrorSummary,
  errorOf,
  longDate,
  originOf,
  page,
  type Route,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import {
  type CheckedAttestation,
  checkAttestation,
  findAttestations,
  makeAttestation,
  revokeAttestation,
} from './attestation.store.ts';
import { codeText, parseCode } from './attestation.ts';
import { attestationDocument, attestationFileName } from './attestation-pdf.ts';
import { findFinished } from './progress.store.ts';
import { durationText } from './progress.ts';

export const attestationRoutes: Route[] = [
  route('POST', '/mes-progres/attestations', staff, make),
  route('GET', '/mes-progres/attestations/:code/pdf', staff, sendPdf),
  route('GET', '/mes-progres/attestations/:code/retrait', staff, askRevocation),
  route('POST', '/mes-progres/attestations/:code/retrait', staff, revoke),
  route('GET', '/attestations', anyone, askCode),
  route('GET', '/attestations/:code', anyone, check),
];

async function make(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const finished = await findFinished(app.db, viewer, app.content);
  await makeAttestation(app.db, viewer, finished, app.now());
  return http.redirect('/mes-progres#attestations', 303);
}

async function ownAttestation({ app, viewer, http }: Visit<Viewer>) {
  const code = parseCode(http.req.param('code') ?? '');
  return (await findAttestations(app.db, viewer)).find((attestation) => attestation.code === code);
}

async function sendPdf(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const attestation = await ownAttestation(visit);
  if (!attestation) return refuse(visit, 'absent');
  const origin = originOf(http, app.settings);
  const { official } = app.settings;
  const pdf = await renderPdf(attestationDocument(attestation, { name: viewer.name, origin, official }));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(attestationFileName(attestation)),
    'Cache-Control': 'private, no-store',
  });
}

async function askRevocation(visit: Visit<Viewer>): Promise<Response> {
  const attestation = await ownAttestation(visit);
  if (!attestation) return refuse(visit, 'absent');
  const { code, minutes, madeAt } = attestation;
  return page(
    visit,
    { title: 'Retirer une attestation', narrow: true },
    <>
      <h1>Retirer cette attestation ?</h1>
      <p class="lede">
        {durationText(minutes)}, établie le {longDate(madeAt)}, code {codeText(code)}. Son code ne sera plus
        reconnu, y compris sur les papiers déjà donnés. Vous pourrez en établir une autre.
      </p>
      <form method="post" action={`/mes-progres/attestations/${code}/retrait`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Retirer
          </button>
          <a class="fr-btn fr-btn--secondary" href="/mes-progres">
            La garder
          </a>
        </p>
      </form>
    </>,
  );
}

async function revoke(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const attestation = await ownAttestation(visit);
  if (!attestation) return refuse(visit, 'absent');
  await revokeAttestation(app.db, viewer, attestation.code, app.now());
  return http.redirect('/mes-progres#attestations', 303);
}

/** The address on the paper: the code is typed here. */
function askCode(visit: Visit): Response {
  const typed = visit.http.req.query('code');
  if (typed === undefined) return codePage(visit, '', null);
  const code = parseCode(typed);
  if (code) return visit.http.redirect(`/attestations/${code}`, 303);
  return codePage(visit, typed, 'Un code a douze chiffres ou lettres, comme 7K2M-90TX-4BRD.');
}

function codePage(visit: Visit, typed: string, problem: string | null): Response {
  const problems = problem ? [{ field: 'code', message: problem }] : [];
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Vérifier une attestation`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Vérifier une attestation</h1>
      <p class="lede">
        Le code est au bas de l’attestation. Vous saurez si elle existe, ses dates et sa durée.
      </p>
      <ErrorSummary errors={problems} />
      <form method="get" action="/attestations" novalidate>
        <TextField
          name="code"
          label="Code de vérification"
          hint="Douze chiffres ou lettres, comme 7K2M-90TX-4BRD."
          value={typed}
          class="plan__date"
          autocomplete="off"
          error={errorOf(problems, 'code')}
        />
        <button class="fr-btn" type="submit">
          Vérifier
        </button>
      </form>
    </>,
  );
}

async function check(visit: Visit): Promise<Response> {
  const code = parseCode(visit.http.req.param('code') ?? '');
  const attestation = code && (await checkAttestation(visit.app.db, code));
  return attestation ? foundPage(visit, attestation) : notFoundPage(visit);
}

function foundPage(visit: Visit, { code, initials, firstDay, lastDay, minutes, madeAt }: CheckedAttestation) {
  const day = (text: string) => longDate(new Date(`${text}T12:00:00Z`));
  return page(
    visit,
    { title: 'Cette attestation existe', narrow: true },
    <>
      <h1>Cette attestation existe</h1>
      <dl class="account">
        <Line term="Code" value={codeText(code)} />
        <Line term="Initiales" value={initials} />
        <Line term="Durée" value={durationText(minutes)} />
        <Line
          term="Dates"
          value={firstDay === lastDay ? day(firstDay) : `du ${day(firstDay)} au ${day(lastDay)}`}
        />
        <Line term="Établie le" value={longDate(madeAt)} />
      </dl>
      <p>
        La durée est estimée d’après la longueur de ce qui a été terminé. Une attestation ne dit rien d’un
        niveau.
      </p>
    </>,
  );
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div class="account__line">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Never made, or taken back: it is not told which. */
function notFoundPage(visit: Visit): Response {
  return page(
    visit,
    { title: 'Aucune attestation avec ce code', status: 404, narrow: true },
    <>
      <h1>Aucune attestation avec ce code</h1>
      <p class="lede">
        Elle n’a jamais existé, ou la personne l’a retirée. Relisez le code : il a douze chiffres ou lettres.
      </p>
      <p>
        <a class="fr-btn" href="/attestations">
          Taper un autre code
        </a>
      </p>
    </>,
  );
}
