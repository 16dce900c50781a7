import type { Child } from 'hono/jsx';
import type { Viewer, Visit } from '../../web/index.ts';
import { isNewOccasion, STAGES } from '../bank/next-question.ts';
import { type Evaluation, findEvaluations } from './evaluation.store.ts';
import { seriesName } from './place.ts';
import { RereadingChoice } from './rereading-choice.tsx';

/** The step of the positionnement proposed now, and whether there are results to look at already. */
export async function nextStep(visit: Visit<Viewer>): Promise<{ step: Child; hasResults: boolean }> {
  const { app, viewer } = visit;
  const evaluations = await findEvaluations(app.db, viewer);
  const open = evaluations.find(({ status }) => status === 'open');
  const answered = evaluations.filter(({ answers, status }) => answers > 0 && status !== 'open');
  return {
    step: open ? (
      <Resume visit={visit} evaluation={open} />
    ) : (
      <Next stages={stagesOfOccasion(answered, app.now())} rereads={viewer.rereadsAnswers === true} />
    ),
    hasResults: answered.length > 0,
  };
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

function Next({ stages, rereads }: { stages: number; rereads: boolean }) {
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
        <RereadingChoice rereads={rereads} />
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
