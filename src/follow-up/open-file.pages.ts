import type { Viewer, Visit } from '../web/index.ts';
import { readCode } from './situations/code.ts';
import { openFile, type SeenFollowUp } from './situations/follow-up.store.ts';

/** The file of the address, when the viewer may see it. */
export async function fileOf({ app, viewer, http }: Visit<Viewer>): Promise<SeenFollowUp | undefined> {
  const code = readCode(http.req.param('code') ?? '');
  return code === null ? undefined : openFile(app.db, viewer, code, app.now());
}
