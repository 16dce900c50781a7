import { findMeasuredLevels } from '../../assessment/index.ts';
import { isWithdrawn, type Module, type Need, PROFESSIONS } from '../../content/index.ts';
import type { Application, Viewer } from '../../web/index.ts';
import { findPlays } from '../dialogues/dialogue.store.ts';
import { findProgress } from '../modules/module.store.ts';
import { findArrangement } from './arrangement.store.ts';
import { arrange } from './arrangement.ts';
import { type DialogueProposal, proposeDialogues } from './dialogue-proposal.ts';
import { type Proposal, proposeModules } from './proposal.ts';

/** What is proposed to somebody, as they keep it, and what they have begun and finished. */
export async function findProposals(app: Application, viewer: Viewer, need: Need | null) {
  const { modules, professions } = app.content;
  const profession = PROFESSIONS.find((known) => known === viewer.profession) ?? 'autre';
  const progress = await findProgress(app.db, viewer);
  const known = {
    profession,
    core: professions[profession].core,
    levels: await findMeasuredLevels(app.db, viewer, app.content, app.now()),
    need,
  };
  const pick = (finished: boolean): Module[] =>
    progress
      .filter(({ finishedAt }) => (finishedAt !== null) === finished)
      .flatMap(({ module: id }) => modules.filter((module) => module.id === id));
  const [begun, finished] = [pick(false), pick(true)];
  const arrangement = await findArrangement(app.db, viewer);
  const proposed = proposeModules({
    ...known,
    modules: modules.filter((module) => !begun.includes(module) && !isWithdrawn(module, app.now())),
    finished: new Set(finished.map(({ id }) => id)),
  }).map(moduleToArrange);
  const plays = await findPlays(app.db, viewer);
  const played = (ended: boolean) =>
    new Set(plays.flatMap(({ dialogue, endedAt }) => ((endedAt !== null) === ended ? [dialogue] : [])));
  const talks = proposeDialogues(
    app.content.dialogues.filter((dialogue) => !isWithdrawn(dialogue, app.now())),
    known,
    { begun: played(false), ended: played(true) },
  ).map(dialogueToArrange);
  return {
    known,
    begun,
    finished,
    shown: arrange(proposed, arrangement).shown,
    conversations: arrange(talks, arrangement).shown,
    hidden: arrange<Arranged>([...proposed, ...talks], arrangement).hidden,
  };
}

/** What may be ordered and hidden: a module or a conversation. */
export type Arranged = { id: string; title: string; minutes: number; urgent: boolean };

function moduleToArrange(proposal: Proposal): Proposal & Arranged {
  const { id, title, minutes } = proposal.module;
  return { ...proposal, id, title, minutes, urgent: proposal.reason.kind === 'need' };
}

/** A conversation left on the way comes first, as one that answers a need. */
function dialogueToArrange(proposal: DialogueProposal): DialogueProposal & Arranged {
  const { id, title, minutes } = proposal.dialogue;
  const { kind } = proposal.reason;
  return { ...proposal, id, title, minutes, urgent: kind === 'need' || kind === 'begun' };
}
