import { attachment, renderPdf } from '../../pdf/index.ts';
import { longDate, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { findAsked } from './peers/confirmation.store.ts';
import { findHours, findPortfolio } from './portfolio.store.ts';
import { portfolioDocument } from './portfolio-pdf.ts';
import { standingFor } from './standing.pages.tsx';

export const portfolioPdfRoutes: Route[] = [route('GET', '/certificat/dossier.pdf', staff, sendPdf)];

async function sendPdf(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const now = app.now();
  const told = {
    kept: (await findPortfolio(app.db, viewer, app.content)).kept,
    asked: await findAsked(app.db, viewer),
    standing: await standingFor(visit),
    hours: await findHours(app.db, viewer),
  };
  const document = portfolioDocument(told, { name: viewer.name, now, framework: app.content.framework });
  return http.body(new Uint8Array(await renderPdf(document)), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`Dossier pour le certificat – ${longDate(now)}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
