import type { Viewer, Visit } from '../../web/index.ts';
import { countPresent, findOwnWorkshop, findRounds } from '../live/live.store.ts';
import { materialOf } from '../live/material.ts';
import { findCommitments } from '../live/participants.store.ts';
import { findMarks } from '../live/watch.store.ts';
import type { Scene } from './scene.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The workshop of the address, if it is the viewer's; under the mark given, or the one it is at. */
export async function readScene(visit: Visit<Viewer>, mark?: string): Promise<Scene | null> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!UUID.test(id)) return null;
  // The mark is read first: what happens meanwhile is told again rather than missed.
  const at = mark ?? (await findMarks(app.db, [id])).get(id)?.all ?? '';
  const workshop = await findOwnWorkshop(app.db, viewer, id);
  if (!workshop) return null;
  const [material, rounds, commitments] = await Promise.all([
    materialOf(app.content, workshop.kind, workshop.contentId),
    findRounds(app.db, id),
    findCommitments(app.db, id),
  ]);
  const last = rounds.at(-1) ?? null;
  const present = await countPresent(app.db, id, last?.number ?? 0);
  return {
    workshop,
    material,
    rounds,
    last,
    present,
    commitments,
    professions: app.content.professions,
    mark: at,
  };
}
