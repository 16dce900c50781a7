import type { ItemParameters } from '../models/item-parameters.ts';
import { ANSWERS_FOR_DISCRIMINATION, expertBelief, type ItemBelief } from './item-belief.ts';

/**
 * What is known of all questions at one time. Plain data, never changed: new knowledge is a new version, and what
 * was scored under a version can be scored again the same way.
 */
export type ParameterVersion = {
  /** 1 for the experts', then one more each time. */
  readonly version: number;
  /** People and answers it was learned from. */
  readonly people: number;
  readonly answers: number;
  readonly items: Readonly<Record<string, ItemBelief>>;
};

/** Version 1: what experts say. Throws a RangeError when two questions have the same id. */
export function expertVersion(
  items: readonly { id: string; dimension: number; parameters: ItemParameters }[],
): ParameterVersion {
  const beliefs = new Map(items.map((item) => [item.id, expertBelief(item.dimension, item.parameters)]));
  if (beliefs.size !== items.length) throw new RangeError('two questions have the same id');
  return { version: 1, people: 0, answers: 0, items: Object.fromEntries(beliefs) };
}

/** The version that follows, with other beliefs; its number is one more. Nothing throws. */
export function nextVersion(
  previous: ParameterVersion,
  learned: { people: number; answers: number; items: Readonly<Record<string, ItemBelief>> },
): ParameterVersion {
  return { ...learned, version: previous.version + 1 };
}

/** Belief about one question. Throws a RangeError when the version does not know it. */
export function beliefIn(version: ParameterVersion, id: string): ItemBelief {
  const belief = Object.hasOwn(version.items, id) ? version.items[id] : undefined;
  if (!belief) throw new RangeError(`version ${version.version} knows no question ${id}`);
  return belief;
}

/** Whether a question has had enough answers, 200, for its parameters to be called estimated. Nothing throws. */
export function isCalibrated(belief: ItemBelief): boolean {
  return belief.answers >= ANSWERS_FOR_DISCRIMINATION;
}
