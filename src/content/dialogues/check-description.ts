import { competencesOf } from '../framework.ts';
import type { Content } from '../load.ts';
import { checkSources, checkTypography } from '../wording.ts';
import { type Dialogue, speakersOf } from './dialogue.ts';

/** What describes the dialogues, against the rest of the content; their stories are walked apart (check-dialogue.ts). */
export function checkDescriptions(content: Content): string[] {
  return content.dialogues.flatMap((dialogue) =>
    checkDescription(dialogue, content).map((line) => `dialogues/${dialogue.id}.yaml: ${line}`),
  );
}

function checkDescription(dialogue: Dialogue, content: Content): string[] {
  const competences = competencesOf(content.framework).map(({ code }) => code);
  const decisions = content.decisions.map(({ id }): string => id);
  const texts = [
    dialogue.title,
    dialogue.situation,
    dialogue.aim,
    ...speakersOf(dialogue).flatMap(({ name, role }) => [name, role]),
    dialogue.other.confidence,
    ...dialogue.endings.flatMap(({ title, text }) => [title, text]),
    ...dialogue.takeaways,
  ];
  return [
    ...dialogue.competences
      .filter((code) => !competences.includes(code))
      .map((code) => `the framework has no competence ${code}`),
    ...dialogue.decisions
      .filter((id) => !decisions.includes(id))
      .map((id) => `no card for the decision ${id}`),
    ...checkSources(dialogue.sources, content.facts),
    ...checkTypography(texts),
  ];
}
