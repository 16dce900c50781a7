import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeSchema } from '../src/database/describe-schema.ts';
import { withTestDatabase } from '../src/database/testing.ts';

const HELP = `npm run schema: applies the migrations to a new database and writes the resulting schema to
src/database/schema.sql. With --check it writes nothing and fails if the committed file differs.`;

const FILE = fileURLToPath(new URL('../src/database/schema.sql', import.meta.url));

if (process.argv.includes('--help')) {
  console.log(HELP);
} else {
  const schema = await withTestDatabase(describeSchema);
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, schema);
  } else if (schema !== committed()) {
    console.error(
      'src/database/schema.sql is not what the migrations give: run « npm run schema » and commit it.',
    );
    process.exitCode = 1;
  }
}

function committed(): string | undefined {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return undefined;
  }
}
