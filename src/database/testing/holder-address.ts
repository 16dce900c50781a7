import { join } from 'node:path';

/** Where a run's shared server says how to reach it. */
export interface Address {
  readonly port: number;
  readonly secret: string;
  readonly connectionString: string;
}

export const TEST_FOLDER = join(import.meta.dirname, '../../../var/test-postgres');
export const ADDRESS_FILE = join(TEST_FOLDER, 'address.json');
export const HOLDER = join(import.meta.dirname, 'holder.ts');
/** Why the server could not start, for the test that waits for it. */
export const REFUSAL_FILE = join(TEST_FOLDER, 'refusal.log');
