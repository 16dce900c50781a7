import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeSchema } from './describe-schema.ts';
import { withTestDatabase } from './testing.ts';

test('schema.sql is what the migrations give', async () => {
  const committed = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8');
  assert.equal(
    await withTestDatabase(describeSchema),
    committed,
    'run « node --import tsx scripts/schema.ts »',
  );
});
