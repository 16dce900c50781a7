import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/root.ts';
import { notPermissive } from './dependencies/licences.ts';
import { closure, locked, manifest, read } from './dependencies/lock.ts';
import { type Measured, page } from './dependencies/page.ts';

const HELP = `npm run dependencies: writes docs/dependencies.md from package.json, the lock file, the reasons of
scripts/dependencies/reasons.ts, and what was measured once of each version (scripts/dependencies/measured.json).
  --measure  also measures versions not known yet: weight on this machine, day of the release by npm view
  --check    writes nothing; fails when the page is not what it would write, or a licence is not permissive
  --sbom     writes var/sbom.cdx.json, what a release is made of (CycloneDX), all platforms included`;

const PAGE = join(ROOT, 'docs/dependencies.md');
const MEASURED = 'scripts/dependencies/measured.json';

if (process.argv.includes('--help')) console.log(HELP);
else if (process.argv.includes('--sbom')) writeSbom();
else {
  if (process.argv.includes('--measure')) measure();
  const measured: Measured = read(MEASURED);
  const text = page(measured);
  const troubles = notPermissive().map((one) => `Not a permissive licence: ${one}`);
  if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
  else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== text)
    troubles.push(
      'docs/dependencies.md is not what the lock file says: « npm run dependencies » (--measure for a new version).',
    );
  for (const trouble of troubles) console.error(trouble);
  if (troubles.length > 0) process.exitCode = 1;
}

/** Weight and day of the release of the direct dependencies installed here, kept by version. */
function measure(): void {
  const known: Measured = existsSync(join(ROOT, MEASURED)) ? read(MEASURED) : {};
  const kept: Measured = {};
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })) {
    const version = locked.get(`node_modules/${name}`)!.version;
    const key = `${name}@${version}`;
    kept[key] = known[key] ?? {
      kilobytes: Math.round(
        closure(name).reduce((sum, folder) => sum + weightOf(join(ROOT, folder)), 0) / 1_000,
      ),
      released: releasedOn(name, version),
    };
  }
  writeFileSync(join(ROOT, MEASURED), `${JSON.stringify(kept, null, 2)}\n`);
}

function weightOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sum + weightOf(path);
      return sum + (entry.isFile() ? statSync(path).size : 0);
    }, 0);
}

function releasedOn(name: string, version: string): string {
  const times = JSON.parse(execFileSync('npm', ['view', name, 'time', '--json'], { encoding: 'utf8' }));
  return String(times[version]).slice(0, 10);
}

/** npm’s own list, from the lock file alone, without what changes from a run to the next. */
function writeSbom(): void {
  const text = execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1_024 * 1_024 },
  );
  const { serialNumber: _, ...sbom } = JSON.parse(text);
  delete sbom.metadata.timestamp;
  sbom.metadata.component.name = read('package.json').name;
  writeFileSync(join(ROOT, 'var/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`var/sbom.cdx.json: ${sbom.components.length} packages`);
}
