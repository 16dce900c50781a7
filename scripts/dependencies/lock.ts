import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/root.ts';

type Locked = {
  version: string;
  license?: string;
  dev?: true;
  hasInstallScript?: true;
  dependencies?: Record<string, string>;
};
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;

export const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
export const manifest: Manifest = read('package.json');

/** Every package of the lock file, by its folder. */
export const locked: ReadonlyMap<string, Locked> = new Map(
  Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(
    ([folder]) => folder !== '',
  ),
);

/** The folder a package is found in from another: as Node looks for it, from the nearest. */
function found(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const tried = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (locked.has(tried)) return tried;
    if (folder === '') return undefined;
  }
}

/** The folders of a package and of all it brings, without what is optional: it depends on the machine. */
export function closure(name: string): string[] {
  const seen = new Set<string>();
  const visit = (folder: string | undefined) => {
    if (folder === undefined || seen.has(folder)) return;
    seen.add(folder);
    for (const next of Object.keys(locked.get(folder)!.dependencies ?? {})) visit(found(next, folder));
  };
  visit(found(name, ''));
  return [...seen];
}

export const nameIn = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 13);
