import { dayOf } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import { spreadsheet } from '../../csv/index.ts';
import { floorToFive } from '../../insights/index.ts';
import { attachment } from '../../pdf/index.ts';
import {
  dayText,
  longDate,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findNamed } from '../joining/member.store.ts';
import { ReminderForm } from '../reminding/reminder-form.tsx';
import { archiveCampaign, duplicateCampaign, findDesk, findOnDesk } from './campaign.store.ts';
import { type Campaign, describeStep, type Moment, momentOf, reachesOf, usualDates } from './campaign.ts';
import { Invite } from './invitation.tsx';
import { countProgress } from './progress.store.ts';
import { atLeastText, FEWEST_IN_GROUP, type ShownProgress, showProgress } from './progress.ts';

export const deskRoutes: Route[] = [
  route('GET', '/groupes', staff, showDesk),
  route('GET', '/groupes/:id', staff, showCampaign),
  route('GET', '/groupes/:id/progression.csv', staff, sendProgress),
  route('POST', '/groupes/:id/archiver', staff, (visit) => archive(visit, true)),
  route('POST', '/groupes/:id/rouvrir', staff, (visit) => archive(visit, false)),
  route('POST', '/groupes/:id/dupliquer', staff, duplicate),
];

const MOMENTS: Record<Moment, string> = {
  open: 'En cours',
  'to-come': 'À venir',
  over: 'Dates passées',
  archived: 'Archivés',
};

async function showDesk(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  if (reachesOf(viewer).length === 0) return refuse(visit, 'absent');
  const today = dayOf(app.now());
  const campaigns = await findDesk(app.db, viewer);
  return page(
    visit,
    { title: 'Les groupes que je propose' },
    <>
      <h1>Les groupes que je propose</h1>
      <p class="lede">
        Un groupe réunit des collègues autour de quelques modules, de dialogues et d’un positionnement. Vous
        voyez où en est le groupe ; jamais ce que sait une personne.
      </p>
      <p class="actions">
        <a class="fr-btn" href="/groupes/nouveau">
          Proposer un groupe
        </a>
      </p>
      {campaigns.length === 0 && <p>Vous n’avez encore rien proposé.</p>}
      {(Object.keys(MOMENTS) as Moment[]).map((moment) => {
        const shown = campaigns.filter((campaign) => momentOf(campaign, today) === moment);
        if (shown.length === 0) return null;
        return (
          <section>
            <h2>{MOMENTS[moment]}</h2>
            <ul class="group-desk">
              {shown.map((campaign) => (
                <li>
                  <h3 class="fr-h5">
                    <a href={`/groupes/${campaign.id}`}>{campaign.title}</a>
                  </h3>
                  <p>
                    {reachText(campaign)} · du {dayText(campaign.from)} au {dayText(campaign.until)}
                  </p>
                  <p>{joinedText(campaign.joined)}</p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>,
  );
}

function reachText({ reach, reachName }: Campaign): string {
  return reach.kind === 'school' ? reachName : `Académie de ${reachName}`;
}

function joinedText(joined: number): string {
  if (joined === 0) return 'Personne ne l’a encore rejoint.';
  return joined === 1 ? '1 personne l’a rejoint.' : `${joined} personnes l’ont rejoint.`;
}

const SAID: Record<string, string> = {
  enregistre: 'C’est enregistré.',
  rappel: 'Le rappel part : seules le reçoivent les personnes qui l’ont accepté et n’ont pas tout terminé.',
  copie: 'Voici la copie : un nouveau code, les mêmes contenus, personne dedans. Vérifiez les dates.',
};

async function showCampaign(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await findOnDesk(app.db, viewer, http.req.param('id') ?? '');
  if (!campaign) return refuse(visit, 'absent');
  const progress = showProgress(await countProgress(app.db, campaign), floorToFive);
  const named = await findNamed(app.db, campaign.id);
  const said = Object.entries(SAID).find(([name]) => http.req.query(name) !== undefined)?.[1];
  const { id, archivedAt } = campaign;
  return page(
    visit,
    { title: campaign.title },
    <>
      <p class="back">
        <a href="/groupes">Les groupes que je propose</a>
      </p>
      <h1>{campaign.title}</h1>
      {said && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>{said}</p>
        </div>
      )}
      <p class="lede">
        {reachText(campaign)}, du {dayText(campaign.from)} au {dayText(campaign.until)}.
        {archivedAt && ` Archivé le ${longDate(archivedAt)} : son code n’ouvre plus rien.`}
      </p>
      {campaign.steps.length === 0 && (
        <div class="fr-alert fr-alert--info fr-mb-3w">
          <p>
            Rien n’est encore à faire dans ce groupe.{' '}
            <a href={`/groupes/${id}/contenus`}>Choisir les contenus</a>
          </p>
        </div>
      )}
      <ul class="desk-links">
        <li>
          <a href={`/groupes/${id}/equipe`}>Vue d’équipe</a>
          <span>Les cinq domaines, à partir de cinq personnes d’accord</span>
        </li>
        <li>
          <a href={`/groupes/${id}/plan`}>Plan de formation</a>
          <span>Une proposition pour l’année, à modifier, en PDF</span>
        </li>
        <li>
          <a href={`/groupes/${id}/contenus`}>Contenus</a>
          <span>Positionnement, modules et dialogues du groupe</span>
        </li>
        <li>
          <a href={`/groupes/${id}/modifier`}>Nom, dates, mot d’accueil</a>
          <span>Et les compétences travaillées</span>
        </li>
      </ul>
      {!archivedAt && <Invite visit={visit} campaign={campaign} />}
      <h2>Où en est le groupe</h2>
      <Progress progress={progress} content={app.content} />
      {named.length > 0 && (
        <>
          <h3>Personnes qui ont voulu être nommées</h3>
          <p>{named.join(', ')}</p>
        </>
      )}
      {!archivedAt && <ReminderForm campaign={campaign} today={dayOf(app.now())} />}
      <h2>Et aussi</h2>
      <div class="actions">
        <form method="post" action={`/groupes/${id}/dupliquer`}>
          <button class="fr-btn fr-btn--secondary" type="submit">
            Dupliquer
          </button>
        </form>
        <form method="post" action={`/groupes/${id}/${archivedAt ? 'rouvrir' : 'archiver'}`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            {archivedAt ? 'Rouvrir' : 'Archiver'}
          </button>
        </form>
        <a class="fr-btn fr-btn--tertiary" href={`/groupes/${id}/progression.csv`}>
          Progression pour un tableur (CSV)
        </a>
      </div>
    </>,
  );
}

function Progress({ progress, content }: { progress: ShownProgress; content: Content }) {
  if (!progress.enough) {
    return (
      <p>
        {joinedText(progress.joined)} À partir de {FEWEST_IN_GROUP} personnes, vous verrez combien ont
        commencé et combien ont terminé.
      </p>
    );
  }
  return (
    <>
      <p class="desk-joined">
        <strong>{joinedText(progress.joined)}</strong> Ont commencé : {atLeastText(progress.begun)}. Ont tout
        terminé : {atLeastText(progress.finished)}.
      </p>
      <div class="desk-table">
        <table>
          <caption class="fr-sr-only">Personnes qui ont commencé et terminé chaque étape du groupe</caption>
          <thead>
            <tr>
              <th scope="col">À faire</th>
              <th scope="col">Commencé</th>
              <th scope="col">Terminé</th>
            </tr>
          </thead>
          <tbody>
            {progress.steps.map(({ step, begun, finished }) => {
              const described = describeStep(step, content);
              return (
                <tr>
                  <th scope="row">
                    <span class="group-steps__nature">{described?.nature ?? 'Retiré'}</span>{' '}
                    {described?.title ?? 'Un contenu qui n’est plus proposé'}
                  </th>
                  <td>{atLeastText(begun)}</td>
                  <td>{atLeastText(finished)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="group-about">
        Les nombres sont arrondis vers le bas, de cinq en cinq : ils disent où en est le groupe sans désigner
        personne.
      </p>
    </>
  );
}

async function sendProgress(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await findOnDesk(app.db, viewer, http.req.param('id') ?? '');
  if (!campaign) return refuse(visit, 'absent');
  const progress = showProgress(await countProgress(app.db, campaign), floorToFive);
  const rows = [
    ['Groupe', campaign.title],
    ['Du', campaign.from],
    ['Au', campaign.until],
    ['Arrêté au', dayOf(app.now())],
    ['L’ont rejoint', String(progress.joined)],
    [],
    ...(progress.enough
      ? [
          ['À faire', 'Nature', 'Commencé, au moins', 'Terminé, au moins'],
          ['Tout le groupe', '', String(progress.begun), String(progress.finished)],
          ...progress.steps.map(({ step, begun, finished }) => {
            const described = describeStep(step, app.content);
            return [described?.title ?? step.id, described?.nature ?? '', String(begun), String(finished)];
          }),
          [],
          ['Nombres arrondis vers le bas, de cinq en cinq.'],
        ]
      : [[`Moins de ${FEWEST_IN_GROUP} personnes : rien d’autre n’est compté.`]]),
  ];
  return http.body(spreadsheet(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': attachment(`Progression – ${campaign.title}.csv`),
    'Cache-Control': 'private, no-store',
  });
}

async function archive(visit: Visit<Viewer>, archived: boolean): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!(await archiveCampaign(app.db, viewer, id, archived, app.now()))) return refuse(visit, 'absent');
  return http.redirect(`/groupes/${id}?enregistre=oui`, 303);
}

async function duplicate(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const now = app.now();
  const copy = await duplicateCampaign(
    app.db,
    viewer,
    http.req.param('id') ?? '',
    usualDates(dayOf(now)),
    now,
  );
  return copy ? http.redirect(`/groupes/${copy}?copie=oui`, 303) : refuse(visit, 'absent');
}
