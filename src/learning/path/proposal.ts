import type { Module, Need, Profession } from '../../content/index.ts';

/** Why a module is proposed, the strongest reason first. */
export type Reason =
  | { kind: 'need'; need: Need }
  | { kind: 'measured'; level: number }
  | { kind: 'core' }
  | { kind: 'other' };
export type Proposal = { module: Module; reason: Reason };

export type Situation = {
  modules: readonly Module[];
  profession: Profession;
  core: readonly string[];
  /** Most probable level of the competences of which enough is known. */
  levels: ReadonlyMap<string, number>;
  finished: ReadonlySet<string>;
  need: Need | null;
};

/**
 * Modules for a person, in the order they may help: what they say they need now, then what they know less of, then the
 * core of the métier. Of each competence, the module of their level: the first one until a level of 3 is measured.
 * What is finished comes no more.
 */
export function proposeModules(situation: Situation): Proposal[] {
  const { modules, profession, core, levels, finished, need } = situation;
  return modules
    .filter(
      ({ id, professions }) =>
        !finished.has(id) && (professions === 'all' || professions.includes(profession)),
    )
    .filter((module) => isOfLevel(module, levels.get(module.competence), need))
    .map((module) => ({ module, reason: reasonFor(module, { core, levels, need }) }))
    .map((proposal, index) => ({ proposal, index, rank: rankOf(proposal, core) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ proposal }) => proposal);
}

/** Somebody who says what they need may read both modules; otherwise the level decides. */
function isOfLevel({ levels, needs }: Module, level: number | undefined, need: Need | null): boolean {
  if (need && needs.includes(need)) return true;
  return levels[0] === 3 ? (level ?? 1) >= 3 : (level ?? 1) < 3;
}

function reasonFor(
  { competence, needs }: Module,
  { core, levels, need }: Pick<Situation, 'core' | 'levels' | 'need'>,
): Reason {
  const level = levels.get(competence);
  if (need && needs.includes(need)) return { kind: 'need', need };
  if (level !== undefined) return { kind: 'measured', level };
  return core.includes(competence) ? { kind: 'core' } : { kind: 'other' };
}

function rankOf({ module, reason }: Proposal, core: readonly string[]): number {
  const order = core.indexOf(module.competence);
  switch (reason.kind) {
    case 'need':
      return module.levels[0] / 10;
    case 'measured':
      return (order >= 0 ? 1 : 3) + reason.level / 10;
    case 'core':
      return 2 + order / 100;
    case 'other':
      return 4;
  }
}
