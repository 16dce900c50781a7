import { roundsIn } from '../live/rounds.ts';
import { type Step, stepsFrom } from '../live/steps.ts';
import { letterOf, votesText } from '../live/words.ts';
import type { Scene } from './scene.ts';

/** What the trainer may do next, one button a step: the first is the one the guide expects. */
export function StepForms({ scene, from }: { scene: Scene; from: 'ecran' | 'pupitre' }) {
  const { workshop, last, material } = scene;
  const steps = stepsFrom(workshop.stage, last, roundsIn(material));
  const leader = steps[0]?.step === 'follow' ? leaderOf(scene) : null;
  return (
    <div class="steps">
      {steps.map((step, index) => {
        const main = step.step === 'follow' ? leader === step.reply : index === 0;
        return (
          <form method="post" action={`/ateliers/${workshop.id}/suite`}>
            <input type="hidden" name="pas" value={step.step} />
            {'round' in step && <input type="hidden" name="tour" value={String(step.round)} />}
            {'reply' in step && <input type="hidden" name="replique" value={step.reply} />}
            <input type="hidden" name="vue" value={from} />
            <button class={`fr-btn${main ? '' : ' fr-btn--secondary'}`} type="submit" id={`pas-${index}`}>
              {nameOf(step, scene)}
            </button>
          </form>
        );
      })}
    </div>
  );
}

function leaderOf({ last }: Scene): string | null {
  const counts = last?.tally?.counts;
  if (!counts) return null;
  return Object.keys(counts).reduce((best, id) => ((counts[id] ?? 0) > (counts[best] ?? 0) ? id : best));
}

function nameOf(step: Step, { last, present, material }: Scene): string {
  switch (step.step) {
    case 'read':
      return material?.kind === 'dialogue' ? 'Présenter la situation' : 'Présenter le cas';
    case 'open':
      return last === null ? 'Ouvrir le premier vote' : 'Ouvrir le vote suivant';
    case 'close':
      return `Fermer le vote (${votesText(present.voters, present.people)})`;
    case 'reveal':
      return 'Montrer les retours';
    case 'follow':
      return `Suivre la réplique ${letterOf(step.reply)}`;
    case 'commit':
      return 'Passer à « Ce que nous ferons »';
    case 'end':
      return 'Terminer l’atelier';
  }
}
