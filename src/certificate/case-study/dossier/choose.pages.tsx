import { type Dossier, isWithdrawn } from '../../../content/index.ts';
import {
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { addressOf, DOSSIERS, titleOf } from '../addresses.ts';
import { findCaseStudies, startCaseStudy } from '../case-study.store.ts';
import { type CaseStudy, countMarks } from '../case-study.ts';
import { durationText } from '../hour.ts';
import { OpenDocuments, Order } from './dossier-documents.tsx';
import { Preparation } from './preparation.tsx';

export const chooseRoutes: Route[] = [
  route('GET', DOSSIERS, staff, showDossiers),
  route('GET', `${DOSSIERS}/:dossier`, staff, showBefore),
  route('GET', `${DOSSIERS}/:dossier/documents`, staff, showDocuments),
  route('POST', `${DOSSIERS}/:dossier/debut`, staff, start),
];

/** Those that may be started today. */
function offered({ app }: Visit): Dossier[] {
  return app.content.dossiers.filter((dossier) => !isWithdrawn(dossier, app.now()));
}

const dossierOf = (visit: Visit) => offered(visit).find(({ id }) => id === visit.http.req.param('dossier'));

async function showDossiers(visit: Visit<Viewer>): Promise<Response> {
  const dossiers = offered(visit);
  const studies = await findCaseStudies(visit.app.db, visit.viewer);
  const open = studies.find(({ finishedAt }) => finishedAt === null);
  const finished = studies.filter(({ finishedAt }) => finishedAt !== null);
  return page(
    visit,
    { title: 'Études de cas', narrow: true },
    <>
      <p class="above-title">
        <a href="/certificat">Le CPLDS</a>
      </p>
      <h1>Études de cas en temps limité</h1>
      <p class="lede">
        Un dossier de documents, une heure pour dire ce que vous comprenez et ce que vous proposez. Ensuite,
        une grille pour vous relire, ce qu’une lecture rapide laisse passer, une réponse possible, et
        l’entretien.
      </p>
      <Preparation />
      {open && (
        <p class="caution">
          Une étude est en cours : <a href={addressOf(open)}>{titleOf(visit, open)}</a>, commencée le{' '}
          {longDate(open.startedAt)}.
        </p>
      )}
      <h2>Les dossiers</h2>
      {dossiers.length === 0 && <p>Aucun dossier n’est proposé pour le moment.</p>}
      <ul class="listing">
        {dossiers.map((dossier) => {
          const done = finished.filter(({ dossierId }) => dossierId === dossier.id).length;
          return (
            <li>
              <p class="listing__title">
                <a href={`/certificat/etudes-de-cas/${dossier.id}`}>{dossier.title}</a>
              </p>
              <p>{dossier.summary}</p>
              <p class="listing__why">
                {dossier.documents.length} documents
                {done > 0 && ` · déjà étudié ${done === 1 ? 'une fois' : `${done} fois`}`}
                {dossier.status === 'à relire' && ' · contenu à relire'}
              </p>
            </li>
          );
        })}
      </ul>
      {finished.length > 0 && <History visit={visit} finished={finished} />}
      <p>
        <a href="/certificat/relectures">Les études que l’on m’a demandé de lire</a>
      </p>
    </>,
  );
}

function History({ visit, finished }: { visit: Visit; finished: readonly CaseStudy[] }) {
  return (
    <>
      <h2>Mes études terminées</h2>
      <ul class="listing">
        {finished.map((study) => (
          <li>
            <p class="listing__title">
              <a href={addressOf(study)}>{titleOf(visit, study)}</a>
            </p>
            <p class="listing__why">
              Le {longDate(study.finishedAt!)} ·{' '}
              {study.manner === 'paper'
                ? `sur papier, ${study.saidMinutes} minutes selon vous`
                : durationText(study, visit.app.now())}
              {marksText(visit, study)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function marksText({ app }: Visit, study: CaseStudy): string {
  const dossier = app.content.dossiers.find(({ id }) => id === study.dossierId);
  if (!dossier) return '';
  if (study.markedAt === null) return ' · grille à remplir';
  return ` · ${countMarks(dossier, study.marks).full} critères présents sur ${dossier.grid.length}`;
}

async function showBefore(visit: Visit<Viewer>): Promise<Response> {
  const dossier = dossierOf(visit);
  if (!dossier) return refuse(visit, 'absent');
  const studies = await findCaseStudies(visit.app.db, visit.viewer);
  const open = studies.find(({ finishedAt }) => finishedAt === null);
  return page(
    visit,
    { title: `${dossier.title} : avant de commencer`, narrow: true },
    <>
      <p class="above-title">
        <a href="/certificat/etudes-de-cas">Études de cas</a>
      </p>
      <h1>{dossier.title}</h1>
      <p class="lede">{dossier.summary}</p>
      <h2>Ce qui va se passer</h2>
      <ol>
        <li>
          L’horloge part quand vous ouvrez le dossier : {dossier.documents.length} documents, une commande, et
          deux zones pour écrire votre diagnostic et vos propositions.
        </li>
        <li>
          Vous avez 60 minutes. Une pause arrête l’horloge et sera écrite à la fin. Partir sans mettre en
          pause ne l’arrête pas.
        </li>
        <li>
          À 60:00, ce qui est écrit est gardé à part. Vous pouvez continuer : la suite sera marquée « après
          l’heure ».
        </li>
        <li>
          Puis viennent la grille, la réponse possible, dix minutes de présentation à minuter, et huit
          questions de jury.
        </li>
      </ol>
      <h2>Ce qu’il vous faut</h2>
      <p>
        Une heure tranquille, de quoi prendre des notes. À l’examen, on écrit d’abord pour soi : des phrases
        courtes et des listes suffisent. Personne d’autre que vous ne lira ce que vous écrivez, sauf si vous
        le montrez à quelqu’un.
      </p>
      {open ? (
        <p class="caution">
          Une étude est déjà en cours : <a href={addressOf(open)}>{titleOf(visit, open)}</a>. Terminez-la, ou
          abandonnez-la, avant d’en commencer une autre.
        </p>
      ) : (
        <>
          <form method="post" action={`/certificat/etudes-de-cas/${dossier.id}/debut`}>
            <p class="actions">
              <button class="fr-btn" type="submit" name="maniere" value="ecran">
                Ouvrir le dossier, l’horloge part
              </button>
            </p>
          </form>
          <h2>Le faire sur papier</h2>
          <p>
            <a href={`/certificat/etudes-de-cas/${dossier.id}/documents`}>Imprimer les documents</a>, écrivez
            une heure à la main, puis recopiez votre texte ici pour vous relire avec la grille. La durée sera
            celle que vous direz.
          </p>
          <form method="post" action={`/certificat/etudes-de-cas/${dossier.id}/debut`}>
            <p class="actions">
              <button class="fr-btn fr-btn--secondary" type="submit" name="maniere" value="papier">
                Recopier un texte écrit sur papier
              </button>
            </p>
          </form>
        </>
      )}
    </>,
  );
}

function showDocuments(visit: Visit<Viewer>): Response | Promise<Response> {
  const dossier = dossierOf(visit);
  if (!dossier) return refuse(visit, 'absent');
  return page(
    visit,
    { title: `${dossier.title} : documents à imprimer`, narrow: true },
    <>
      <p class="above-title on-screen">
        <a href={`/certificat/etudes-de-cas/${dossier.id}`}>{dossier.title}</a>
      </p>
      <h1>{dossier.title}</h1>
      <p class="on-screen">
        Imprimez cette page avec votre navigateur. La lire maintenant, c’est ne plus avoir à la découvrir
        pendant l’heure.
      </p>
      <section class="dossier-order">
        <h2>La commande</h2>
        <Order dossier={dossier} />
      </section>
      <OpenDocuments dossier={dossier} />
    </>,
  );
}

async function start(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const dossier = dossierOf(visit);
  if (!dossier) return refuse(visit, 'absent');
  const manner = (await readForm(http)).maniere?.[0] === 'papier' ? 'paper' : 'screen';
  const id = await startCaseStudy(app.db, viewer, dossier, manner, app.now());
  return http.redirect(addressOf({ id }), 303);
}
