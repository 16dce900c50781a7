import { attachment, renderPdf } from '../../../pdf/index.ts';
import { type Route, refuse, route, staff, type Viewer, type Visit } from '../../../web/index.ts';
import { STUDY } from '../addresses.ts';
import { findReplies } from '../case-study.store.ts';
import { findReaders } from '../readers/reader.store.ts';
import { finishedOf } from './grid.pages.tsx';
import { takenText } from './study.pages.tsx';
import { studyDocument } from './study-pdf.ts';

export const studyPdfRoutes: Route[] = [route('GET', `${STUDY}/etude.pdf`, staff, sendStudy)];

async function sendStudy(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { app, viewer, http } = visit;
  const { study, dossier } = found;
  const replies = await findReplies(app.db, viewer, study.id);
  const readings = (await findReaders(app.db, viewer, study.id)).flatMap(({ email, marks, word }) =>
    marks ? [{ reader: email, marks, word }] : [],
  );
  const taken = takenText(visit, study);
  const pdf = await renderPdf(studyDocument({ study, dossier, taken, replies, readings }, app.now()));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`Étude de cas – ${dossier.title}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
