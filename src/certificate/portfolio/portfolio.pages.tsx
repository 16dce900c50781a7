import { dayOf } from '../../calendar/index.ts';
import { competencesOf } from '../../content/index.ts';
import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readShortText } from '../short-text.ts';
import { doubtProblem, ShortTextField } from '../short-text-field.tsx';
import {
  EPREUVE_TITLES,
  EPREUVES,
  type KeptPiece,
  KIND_ORDER,
  KINDS,
  LONGEST_NOTE,
  type Piece,
  readAttachment,
  usualEpreuves,
} from './piece.ts';
import { attachPiece, detachPiece, findPortfolio } from './portfolio.store.ts';

export const portfolioRoutes: Route[] = [
  route('GET', '/certificat/dossier', staff, showPortfolio),
  route('GET', '/certificat/dossier/pieces/:kind/:id', staff, showPiece),
  route('POST', '/certificat/dossier/pieces/:kind/:id', staff, attach),
  route('POST', '/certificat/dossier/pieces/:kind/:id/retrait', staff, detach),
];

async function showPortfolio(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const { kept, left } = await findPortfolio(app.db, viewer, app.content);
  return page(
    visit,
    { title: 'Mon dossier pour le certificat', narrow: true },
    <>
      <h1>Mon dossier</h1>
      <p class="lede">
        Ce que vous avez fait, rattaché par vous aux compétences et aux épreuves du certificat. Personne
        d’autre que vous ne l’ouvre ; un pair à qui vous demandez une confirmation ne voit que sa demande.
      </p>
      <ul class="doors">
        <li>
          <a href="/certificat/dossier/ou-j-en-suis">Où j’en suis</a> : par épreuve et par domaine, sur une
          page
        </li>
        <li>
          <a href="/certificat/dossier/pairs">Ma pratique, vue par des pairs</a> : faire confirmer ce qui a
          été vu
        </li>
        <li>
          <a href="/badges">Mes badges</a> : faire signer un parcours terminé ou une pratique confirmée
        </li>
        <li>
          <a href="/certificat/dossier.pdf">Le dossier en PDF</a>
        </li>
      </ul>
      {EPREUVES.map((epreuve) => (
        <section aria-labelledby={`epreuve-${epreuve}`}>
          <h2 id={`epreuve-${epreuve}`}>{EPREUVE_TITLES[epreuve]}</h2>
          <KeptList
            pieces={kept.filter((piece) => piece.kept.epreuves.includes(epreuve))}
            none="Rien n’y est encore rattaché."
          />
        </section>
      ))}
      {kept.some((piece) => piece.kept.epreuves.length === 0) && (
        <section>
          <h2>Gardé pour les compétences seules</h2>
          <KeptList pieces={kept.filter((piece) => piece.kept.epreuves.length === 0)} none="" />
        </section>
      )}
      <section>
        <h2>À rattacher</h2>
        {left.length === 0 ? (
          <p>
            Ce que vous terminez vient ici : <a href="/mon-parcours">modules</a>,{' '}
            <a href="/dialogues">dialogues</a>, <a href="/plans">plans tenus</a>,{' '}
            <a href="/certificat/seances">séances</a>, <a href="/certificat/etudes-de-cas">études de cas</a>,{' '}
            <a href="/certificat/dossier/pairs">observations par un pair</a>.
          </p>
        ) : (
          <Left pieces={left} />
        )}
      </section>
    </>,
  );
}

const pathOf = ({ kind, id }: Pick<Piece, 'kind' | 'id'>) =>
  `/certificat/dossier/pieces/${kind}/${encodeURIComponent(id)}`;

function KeptList({ pieces, none }: { pieces: readonly KeptPiece[]; none: string }) {
  if (pieces.length === 0) return <p>{none}</p>;
  return (
    <ul class="listing">
      {pieces.map((piece) => (
        <li>
          <p class="pieces__title">{piece.title}</p>
          <p class="listing__why">
            {capitalised(KINDS[piece.kind].one)}, le {dayText(piece.day)} · compétence
            {piece.kept.competences.length > 1 ? 's' : ''} {piece.kept.competences.join(', ')}
          </p>
          {piece.kept.note && <p>{piece.kept.note}</p>}
          <p class="links">
            <a href={pathOf(piece)}>
              Changer<span class="fr-sr-only"> ce que montre : {piece.title}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** By kind; the long ones fold. */
function Left({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {KIND_ORDER.map((kind) => {
        const some = pieces.filter((piece) => piece.kind === kind);
        if (some.length === 0) return null;
        return (
          <details class="pieces" open={some.length <= 6}>
            <summary>
              {some.length} {some.length === 1 ? KINDS[kind].one : KINDS[kind].several}
            </summary>
            <ul class="listing">
              {some.map((piece) => (
                <li>
                  <p class="pieces__title">
                    <a href={pathOf(piece)}>{piece.title}</a>
                  </p>
                  <p class="listing__why">Le {dayText(piece.day)}</p>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

async function pieceOf({ app, viewer, http }: Visit<Viewer>): Promise<Piece | KeptPiece | undefined> {
  const { kept, left } = await findPortfolio(app.db, viewer, app.content);
  const [kind, id] = [http.req.param('kind'), http.req.param('id')];
  return [...kept, ...left].find((piece) => piece.kind === kind && piece.id === id);
}

type Typed = { competences: readonly string[]; epreuves: readonly string[]; note: string };

async function showPiece(visit: Visit<Viewer>): Promise<Response> {
  const piece = await pieceOf(visit);
  if (!piece) return refuse(visit, 'absent');
  const typed: Typed =
    'kept' in piece
      ? {
          competences: piece.kept.competences,
          epreuves: piece.kept.epreuves.map(String),
          note: piece.kept.note ?? '',
        }
      : { competences: piece.competences, epreuves: usualEpreuves(piece.kind).map(String), note: '' };
  return piecePage(visit, piece, typed, []);
}

function piecePage(
  visit: Visit<Viewer>,
  piece: Piece | KeptPiece,
  typed: Typed,
  problems: FieldError[],
  doubts: readonly string[] = [],
): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Ce que montre une pièce du dossier`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        {capitalised(KINDS[piece.kind].one)}, le {dayText(piece.day)}
      </p>
      <h1>{piece.title}</h1>
      <p>
        <a href={piece.path}>La revoir</a>
      </p>
      <ErrorSummary errors={problems} />
      <form method="post" action={pathOf(piece)} novalidate>
        <fieldset class="answer" id="competence" tabindex={-1}>
          <legend class="answer__legend">Quelles compétences montre-t-elle ?</legend>
          {errorOf(problems, 'competence') && (
            <p class="answer__problem">{errorOf(problems, 'competence')}</p>
          )}
          {visit.app.content.framework.domains.map(({ title, competences }) => (
            <details
              class="pieces"
              open={problems.length > 0 || competences.some(({ code }) => typed.competences.includes(code))}
            >
              <summary>{title}</summary>
              {competences.map(({ code, title: name }) => (
                <label class="choice">
                  <input
                    type="checkbox"
                    name="competence"
                    value={code}
                    checked={typed.competences.includes(code)}
                  />
                  <span>
                    {code} {name}
                  </span>
                </label>
              ))}
            </details>
          ))}
        </fieldset>
        <fieldset class="answer">
          <legend class="answer__legend">
            Pour quelle épreuve ?<span class="fr-hint-text">Une, les deux ou aucune.</span>
          </legend>
          {EPREUVES.map((epreuve) => (
            <label class="choice">
              <input
                type="checkbox"
                name="epreuve"
                value={String(epreuve)}
                checked={typed.epreuves.includes(String(epreuve))}
              />
              <span>{EPREUVE_TITLES[epreuve]}</span>
            </label>
          ))}
        </fieldset>
        <ShortTextField
          name="note"
          label="Ce que j’en dirais au jury"
          hint="Si vous voulez. Aucun nom d’élève."
          value={typed.note}
          longest={LONGEST_NOTE}
          rows={3}
          problems={problems}
          doubts={doubts}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Garder dans mon dossier
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/certificat/dossier">
            Y renoncer
          </a>
        </p>
      </form>
      {'kept' in piece && (
        <form class="second-act" method="post" action={`${pathOf(piece)}/retrait`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            La sortir de mon dossier
          </button>
        </form>
      )}
    </>,
  );
}

async function attach(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const piece = await pieceOf(visit);
  if (!piece) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const note = readShortText(fields.note?.[0] ?? '', {
    field: 'note',
    longest: LONGEST_NOTE,
    confirmed: fields['note-confirme']?.[0],
    today: dayOf(app.now()),
  });
  const typed: Typed = {
    competences: fields.competence ?? [],
    epreuves: fields.epreuve ?? [],
    note: note.text,
  };
  const codes = competencesOf(app.content.framework).map(({ code }) => code);
  const read = readAttachment(typed, codes);
  const problems = [
    ...(read ? [] : [{ field: 'competence', message: 'Choisissez au moins une compétence.' }]),
    ...note.problems,
  ];
  if (problems.length === 0 && note.doubts.length > 0) problems.push(doubtProblem('note'));
  if (!read || problems.length > 0) return piecePage(visit, piece, typed, problems, note.doubts);
  await attachPiece(app.db, viewer, piece, { ...read, note: note.text || null }, app.now());
  return http.redirect('/certificat/dossier', 303);
}

async function detach(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const piece = await pieceOf(visit);
  if (!piece) return refuse(visit, 'absent');
  await detachPiece(app.db, viewer, piece, app.now());
  return http.redirect('/certificat/dossier', 303);
}
