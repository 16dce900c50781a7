import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What decides how content is read, besides what it says. */
export const READERS = ['package-lock.json', 'src/content'].map((name) => join(ROOT, name));
