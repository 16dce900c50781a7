import { MailFailure } from '../../../identity/index.ts';
import { findDemonstrationColleagues, parseAddress, ToWhom } from '../../../learning/index.ts';
import {
  ErrorSummary,
  originOf,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { addressOf, STUDY } from '../addresses.ts';
import { type Finished, finishedOf } from '../reading/grid.pages.tsx';
import { GridRead } from '../reading/grid-fields.tsx';
import { type AskRefusal, askReader, findReaders, MOST_A_DAY, withdrawReader } from './reader.store.ts';
import type { Reader } from './reader.ts';
import { readerMail } from './reader-mail.ts';

/** For whoever wants to be read. */
export const askRoutes: Route[] = [
  route('GET', `${STUDY}/lectures`, staff, show),
  route('POST', `${STUDY}/lectures`, staff, ask),
  route('POST', `${STUDY}/lectures/:reader/retrait`, staff, withdraw),
];

async function show(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  return found ? readersPage(visit, found, { email: '' }) : refuse(visit, 'absent');
}

async function readersPage(
  visit: Visit<Viewer>,
  { study, dossier }: Finished,
  { email: typed, problem, status = 422 }: { email: string; problem?: string; status?: 422 | 503 },
): Promise<Response> {
  const { app, viewer } = visit;
  const readers = await findReaders(app.db, viewer, study.id);
  const colleagues = app.settings.demonstration ? await findDemonstrationColleagues(app.db, viewer) : [];
  const problems = problem ? [{ field: 'courriel', message: problem }] : [];
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Faire relire mon étude : ${dossier.title}`,
      status: problem ? status : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href={addressOf(study)}>{dossier.title}</a>
      </p>
      <h1>Faire relire mon étude</h1>
      <p class="lede">
        Une ou un collègue lit votre texte et remplit la même grille, sans voir la vôtre. Cette personne verra
        votre nom, ce texte et le dossier ; rien d’autre. Vous pourrez le lui retirer à tout moment.
      </p>
      {readers.map((reader) => (
        <article class="ruled">
          <h2 class="fr-h5 address">{reader.email}</h2>
          <ReaderState reader={reader} />
          {reader.marks && <GridRead dossier={dossier} marks={reader.marks} />}
          {reader.word && (
            <figure class="fr-quote own-words">
              <blockquote>
                <p>« {reader.word} »</p>
              </blockquote>
            </figure>
          )}
          <form method="post" action={`${addressOf(study)}/lectures/${reader.id}/retrait`}>
            <button class="fr-btn fr-btn--tertiary" type="submit">
              {reader.declined ? 'Retirer de la liste' : 'Ne plus montrer'}
              <span class="fr-sr-only"> : {reader.email}</span>
            </button>
          </form>
        </article>
      ))}
      <ErrorSummary errors={problems} />
      <h2>Montrer à quelqu’un</h2>
      <form method="post" action={`${addressOf(study)}/lectures`} novalidate>
        <ToWhom
          colleagues={colleagues}
          typed={typed}
          hint="Une personne de votre établissement ou de votre académie. Un courriel lui dira qu’un texte l’attend, sans rien en dire."
          problems={problems}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Montrer cette étude
          </button>
          <a class="fr-btn fr-btn--tertiary" href={addressOf(study)}>
            La garder pour moi
          </a>
        </p>
      </form>
    </>,
  );
}

function ReaderState({ reader: { opened, declined, marks } }: { reader: Reader }) {
  if (declined) return <p>Cette personne a préféré ne pas lire.</p>;
  if (marks) return <p>Voici sa lecture de votre texte.</p>;
  return <p>{opened ? 'Ouverte, pas encore relue.' : 'Pas encore ouverte.'}</p>;
}

const REFUSALS: Record<Exclude<AskRefusal, 'absent'>, string> = {
  'own-address': 'C’est votre propre adresse : choisissez quelqu’un d’autre.',
  already: 'Cette étude est déjà montrée à cette personne.',
  'too-many': `Vous avez montré ${MOST_A_DAY} études aujourd’hui : réessayez demain.`,
};

async function ask(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await finishedOf(visit);
  if (!found) return refuse(visit, 'absent');
  const typed = (await readForm(http)).courriel?.[0] ?? '';
  const email = parseAddress(typed);
  if (!email) {
    const problem = typed === '' ? 'Choisissez une personne.' : 'Écrivez une adresse comme nom@example.fr.';
    return readersPage(visit, found, { email: typed, problem });
  }
  const asked = await askReader(app.db, viewer, found.study.id, email, app.now());
  if (asked === 'absent') return refuse(visit, 'absent');
  if (typeof asked === 'string') return readersPage(visit, found, { email: typed, problem: REFUSALS[asked] });
  try {
    await app.sendMail(readerMail(email, originOf(http, app.settings)));
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    await withdrawReader(app.db, viewer, asked.id, app.now());
    const problem = 'Le courriel n’a pas pu partir : rien n’est montré. Réessayez dans quelques minutes.';
    return readersPage(visit, found, { email: typed, problem, status: 503 });
  }
  return http.redirect(`${addressOf(found.study)}/lectures`, 303);
}

async function withdraw(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const withdrawn = await withdrawReader(app.db, viewer, http.req.param('reader') ?? '', app.now());
  return withdrawn
    ? http.redirect(`${addressOf({ id: http.req.param('id') ?? '' })}/lectures`, 303)
    : refuse(visit, 'absent');
}
