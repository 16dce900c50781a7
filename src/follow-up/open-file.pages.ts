import type { Viewer, Visit } from '../web/index.ts';
import { readCode } from './situations/code.ts';
import { type OpenedFollowUp, openFile } from './situations/follow-up.store.ts';

/** What a printed sheet of a file says at its foot. */
export function sheetOf(what: string, { schoolName }: OpenedFollowUp): string {
  return `${what} · ${schoolName} · confidentiel`;
}

/** The file of the address, when the viewer may see it. */
export async function fileOf({ app, viewer, http }: Visit<Viewer>): Promise<OpenedFollowUp | undefined> {
  const code = readCode(http.req.param('code') ?? '');
  return code === null ? undefined : openFile(app.db, viewer, code, app.now());
}
