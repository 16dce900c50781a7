import { attachment, renderPdf } from '../../pdf/index.ts';
import { type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { profileFor } from './profile.pages.tsx';
import { profileDocument, profileFileName } from './profile-pdf.ts';

export const profilePdfRoutes: Route[] = [route('GET', '/mon-profil.pdf', staff, sendProfile)];

/** The address names nobody: whoever asks gets their own. */
async function sendProfile(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const profile = await profileFor(visit);
  if (!profile) return refuse(visit, 'absent');
  const now = app.now();
  const pdf = await renderPdf(profileDocument(profile, viewer.name, now));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(profileFileName(now)),
    'Cache-Control': 'private, no-store',
  });
}
