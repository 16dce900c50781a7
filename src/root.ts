import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the application, whether its code runs from src/ or from the one file `npm start` makes of it. */
export const ROOT = dirname(findPackageJSON('.', import.meta.url)!);
