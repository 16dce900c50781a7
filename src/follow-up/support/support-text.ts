import { STOP_REASONS, SUPPORT_KINDS } from '../vocabulary.ts';

/** A kind no longer proposed keeps its identifier as its name. */
export function supportName(kind: string): string {
  return Object.entries(SUPPORT_KINDS).find(([id]) => id === kind)?.[1].name ?? kind;
}

export function stopName(reason: string): string {
  return (Object.entries(STOP_REASONS).find(([id]) => id === reason)?.[1] ?? reason).toLowerCase();
}
