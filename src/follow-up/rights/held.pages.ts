import type { Visit } from '../../web/index.ts';
import { readHolder } from '../holder-cookie.ts';
import { findOwnFile } from './secret.store.ts';

/** Pages of somebody without an account, who holds a sheet. */
export const plain = { narrow: true, plain: true } as const;

/** The file this device has opened; null when it must be opened again. */
export async function held({ app, http }: Visit): Promise<{ id: string } | null> {
  const session = readHolder(http, app.settings, 'own-file');
  return session ? findOwnFile(app.db, session, app.now()) : null;
}

export const again = ({ http }: Visit) => http.redirect('/acces?ferme', 303);
