import { attachment, renderPdf } from '../../pdf/index.ts';
import {
  anyone,
  longDate,
  originOf,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findAttestations, makeAttestation, revokeAttestation } from './attestation.store.ts';
import { codeText, parseCode } from './attestation.ts';
import { attestationDocument, attestationFileName } from './attestation-pdf.ts';
import { findFinished } from './progress.store.ts';
import { durationText } from './progress.ts';

export const attestationRoutes: Route[] = [
  route('POST', '/mes-progres/attestations', staff, make),
  route('GET', '/mes-progres/attestations/:code/pdf', staff, sendPdf),
  route('GET', '/mes-progres/attestations/:code/retrait', staff, askRevocation),
  route('POST', '/mes-progres/attestations/:code/retrait', staff, revoke),
  route('GET', '/attestations', anyone, sendToCheck),
  route('GET', '/attestations/:code', anyone, sendToCheck),
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
        {durationText(minutes)}, établie le {longDate(madeAt)}, code {codeText(code)}. Son code dira « retirée
        », y compris sur les papiers déjà donnés. Vous pourrez en établir une autre.
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

/** The address on papers already given: codes are now checked in one place. */
function sendToCheck({ http }: Visit): Response {
  const code = http.req.param('code');
  const typed = http.req.query('code');
  if (code !== undefined) return http.redirect(`/verifier/${encodeURIComponent(code)}`, 301);
  return http.redirect(
    typed === undefined ? '/verifier' : `/verifier?code=${encodeURIComponent(typed)}`,
    301,
  );
}
