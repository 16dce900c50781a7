import { attachment, renderPdf } from '../../pdf/index.ts';
import { longDate, page, type Route, refuse, route, type Viewer, type Visit } from '../../web/index.ts';
import { readScene } from '../desk/read-scene.pages.ts';
import type { Scene } from '../desk/scene.ts';
import { trainer } from '../trainer.ts';
import { groupsText, recordOf, type WorkshopRecord } from './record.ts';
import { recordDocument } from './record-pdf.ts';

export const recordRoutes: Route[] = [
  route('GET', '/ateliers/:id/fiche', trainer, showRecord),
  route('GET', '/ateliers/:id/fiche/pdf', trainer, sendPdf),
];

async function readRecord(
  visit: Visit<Viewer>,
): Promise<{ scene: Scene; record: WorkshopRecord; endedAt: Date } | null> {
  const scene = await readScene(visit);
  const endedAt = scene?.workshop.endedAt;
  if (!scene || !endedAt) return null;
  const { workshop, rounds, commitments, professions } = scene;
  return { scene, record: recordOf(workshop, rounds, commitments, professions), endedAt };
}

async function showRecord(visit: Visit<Viewer>): Promise<Response> {
  const found = await readRecord(visit);
  if (!found) return refuse(visit, 'absent');
  const { scene, record, endedAt } = found;
  const { workshop, material } = scene;
  return page(
    visit,
    { title: `Fiche : ${workshop.title}, ${longDate(endedAt)}`, narrow: true },
    <div class="record">
      <p class="on-screen">
        <a href="/ateliers">Ateliers</a>
      </p>
      <h1>{record.title}</h1>
      <p class="lede">
        Atelier du {longDate(endedAt)}
        {record.label !== '' && `, ${record.label}`}. {record.participants}{' '}
        {record.participants > 1 ? 'personnes' : 'personne'} sur téléphone.
      </p>
      <p class="actions">
        <a class="fr-btn" href={`/ateliers/${workshop.id}/fiche/pdf`}>
          Enregistrer en PDF
        </a>
      </p>
      <h2>Ce que nous ferons</h2>
      {record.commitments.length > 0 ? (
        <ul class="room-commitments">
          {record.commitments.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : (
        <p>Rien n’a été retenu pendant l’atelier.</p>
      )}
      {record.rounds.length === 0 && <p>Aucun vote n’a eu lieu.</p>}
      {record.rounds.some(({ options }) => options.some(({ point }) => point)) && (
        <p class="on-paper">◆ : se défend avec les faits du cas.</p>
      )}
      {record.rounds.map((round) => (
        <Round round={round} />
      ))}
      {material?.kind === 'case' && (
        <>
          <h2>Ce qu’une équipe en garde</h2>
          <p>{material.case.closing}</p>
        </>
      )}
      <p class="record-note">
        Cette fiche ne porte aucun nom. Un métier de moins de trois votants est compté avec d’autres ; quand
        il en resterait un ou deux à part, plus de groupes sont réunis.{' '}
        {workshop.code === null
          ? 'Ce que les participants avaient envoyé est effacé.'
          : 'Ce que les participants ont envoyé s’efface un jour après la fin.'}
      </p>
    </div>,
  );
}

function Round({ round }: { round: WorkshopRecord['rounds'][number] }) {
  const { title, question, voters, options, verdict, groups, ending } = round;
  return (
    <section class="record-round">
      <h2>{title}</h2>
      <p>
        <span class="on-screen">{question} </span>
        {voters} {voters > 1 ? 'votes' : 'vote'}.
      </p>
      <section class="room-table" aria-label={`Voix : ${title}`} tabindex={0}>
        <table>
          <caption class="fr-sr-only">Voix : {title}</caption>
          <thead>
            <tr>
              <th scope="col">Réponse</th>
              <th scope="col">Voix</th>
              {groups.map(({ name, voters: some }) => (
                <th scope="col" class="record-group on-screen">
                  {name} ({some})
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ letter, text, count, leads, point }, index) => (
              <tr class={count === 0 && !point ? 'on-screen' : undefined}>
                <th scope="row">
                  {letter}. {text}
                  {point && (
                    <>
                      <span class="record-point on-screen"> Se défend avec les faits du cas.</span>
                      <span class="on-paper"> ◆</span>
                    </>
                  )}
                </th>
                <td>{count === null ? 'non dit' : leads ? <strong>{count}</strong> : count}</td>
                {groups.map(({ counts }) => (
                  <td class="record-group on-screen">{counts[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{verdict}</p>
      {groups.length > 0 && <p class="record-groups on-paper">{groupsText(round)}</p>}
      {ending && <p>{ending}</p>}
    </section>
  );
}

async function sendPdf(visit: Visit<Viewer>): Promise<Response> {
  const found = await readRecord(visit);
  if (!found) return refuse(visit, 'absent');
  const day = longDate(found.endedAt);
  const pdf = await renderPdf(recordDocument(found.record, { day, now: visit.app.now() }));
  return visit.http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`Atelier – ${found.record.title} – ${day}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
