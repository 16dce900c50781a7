import { page, type Route, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { isNewOccasion, STAGES } from '../bank/next-question.ts';
import { seriesName } from './evaluation.pages.tsx';
import { type Evaluation, findEvaluations } from './evaluation.store.ts';

export const spaceRoutes: Route[] = [route('GET', '/mon-espace', staff, showSpace)];

/** One thing to do next; the rest is behind it. */
async function showSpace(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const evaluations = await findEvaluations(app.db, viewer);
  const open = evaluations.find(({ status }) => status === 'open');
  const answered = evaluations.filter(({ answers, status }) => answers > 0 && status !== 'open');
  return page(
    visit,
    { title: 'Mon espace', narrow: true },
    <>
      <h1>Bonjour {viewer.name}</h1>
      {open ? (
        <Resume visit={visit} evaluation={open} />
      ) : (
        <Next stages={stagesOfOccasion(answered, app.now())} />
      )}
      {answered.length > 0 && (
        <section class="space__more">
          <h2>Déjà fait</h2>
          <p>
            <a href="/mon-profil">Ce que je sais</a> : votre estimation par domaines, et les compétences à
            explorer.
          </p>
          <p>
            <a href="/mon-parcours">Mon parcours</a> : des modules d’un quart d’heure, ou un geste pour demain
            en cinq minutes.
          </p>
          <p>
            <a href="/mes-reponses">Mes réponses</a> : chaque question avec ses explications et ses sources.
          </p>
        </section>
      )}
    </>,
  );
}

/** Stages of the present positionnement: long after the last answer, another one begins. */
function stagesOfOccasion(answered: Evaluation[], now: Date): number {
  const last = answered.at(-1);
  if (!last?.endedAt || isNewOccasion(last.endedAt, now)) return 0;
  return answered.filter(({ kind, occasion }) => kind === 'stage' && occasion === last.occasion).length;
}

function Resume({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  return (
    <section class="next-step">
      <h2>Reprendre : {seriesName(visit, evaluation)}</h2>
      <p>
        Vous en êtes à la question {evaluation.answers + 1}
        {evaluation.kind === 'stage' && ` sur ${evaluation.length}`}. Tout ce qui précède est enregistré.
      </p>
      <a class="fr-btn" href={`/evaluations/${evaluation.id}`}>
        Reprendre
      </a>
    </section>
  );
}

function Next({ stages }: { stages: number }) {
  if (stages >= STAGES) {
    return (
      <section class="next-step">
        <h2>Votre positionnement est complet</h2>
        <p>Pour aller plus loin, choisissez une compétence à explorer en profondeur.</p>
        <a class="fr-btn" href="/mon-profil#competences">
          Choisir une compétence
        </a>
      </section>
    );
  }
  const { title, text } = INVITATIONS[stages]!;
  return (
    <section class="next-step">
      <h2>{title}</h2>
      <p>{text}</p>
      <form method="post" action="/evaluations">
        <button class="fr-btn" type="submit">
          {stages === 0 ? 'Commencer' : `Commencer l’étape ${stages + 1}`}
        </button>
      </form>
    </section>
  );
}

const INVITATIONS = [
  {
    title: 'Situez-vous en huit questions',
    text: 'Huit situations choisies pour votre métier, 8 à 10 minutes. Vous pouvez vous arrêter et reprendre à tout moment. Les explications viennent à la fin.',
  },
  {
    title: 'Affinez votre estimation',
    text: 'Huit nouvelles situations, 8 à 10 minutes : vos domaines seront mieux connus.',
  },
  {
    title: 'Dernière étape',
    text: 'Huit nouvelles situations, 8 à 10 minutes, et votre positionnement est complet.',
  },
];
