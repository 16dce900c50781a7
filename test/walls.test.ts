import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let house: string;

before(() => {
  mkdirSync(join(root, 'var'), { recursive: true });
  house = mkdtempSync(join(root, 'var/walls-'));
  for (const part of [
    'src',
    'psychometrics',
    'test',
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'package.json',
  ]) {
    cpSync(join(root, part), join(house, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
after(() => rmSync(house, { recursive: true, force: true }));

function inspect(file: string): { code: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      file,
    ],
    { cwd: house, encoding: 'utf8' },
  );
  return { code: status, text: stdout + stderr };
}

const FORBIDDEN = [
  {
    wall: 'rules-know-no-database-and-no-page',
    file: 'src/assessment/bank/planted.ts',
    code: "export { findKnowledge } from '../profile/profile.store.ts';",
  },
  {
    wall: 'features-have-one-door',
    file: 'src/home/planted.pages.tsx',
    code: "export { findKnowledge } from '../assessment/profile/profile.store.ts';",
  },
  {
    wall: 'psychometrics-stands-alone',
    file: 'psychometrics/planted.ts',
    code: "export { loadContent } from '../src/content/index.ts';",
  },
  {
    wall: 'psychometrics-has-one-door',
    file: 'src/assessment/bank/planted-too.ts',
    code: "export { createRandom } from '../../../psychometrics/random.ts';",
  },
  {
    wall: 'only-stores-speak-sql',
    file: 'src/home/planted-sql.pages.tsx',
    code: "import { sql } from 'kysely';\nexport const now = sql`select now()`;",
  },
  {
    wall: 'content-reads-only',
    file: 'src/content/planted.ts',
    code: "export { page } from '../web/index.ts';",
  },
];

for (const { wall, file, code } of FORBIDDEN) {
  test(`an import through the wall « ${wall} » is refused`, () => {
    writeFileSync(join(house, file), code);
    const { code: exit, text } = inspect(file);
    rmSync(join(house, file));
    assert.notEqual(exit, 0, text);
    assert.match(text, new RegExp(wall));
  });
}

test('the walls are looked at over the whole house, not over nothing', () => {
  const { code, text } = inspect('src');
  assert.equal(code, 0, text);
  assert.ok(Number(/\((\d+) modules/.exec(text)?.[1]) > 80, text);
});
