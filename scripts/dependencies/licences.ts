import { locked, nameIn } from './lock.ts';

/** Licences that let anybody use, change and give the whole, closed or not. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
]);

/** Packages whose licence is not named as others name theirs, as read in their own files. */
const READ: Readonly<Record<string, string>> = {
  '@gouvfr/dsfr': 'MIT; its brand and typeface are the State’s alone',
  'png-js': 'MIT',
};

export function licenceOf(folder: string): string {
  const name = nameIn(folder);
  return READ[name] ?? locked.get(folder)!.license ?? 'unknown';
}

/** The packages that run in production whose licence asks for something in return, or says nothing. */
export function notPermissive(): string[] {
  return [...locked]
    .filter(([, { dev }]) => !dev)
    .map(([folder]) => [nameIn(folder), licenceOf(folder)] as const)
    .filter(([name, licence]) => !(name in READ) && !isPermissive(licence))
    .map(([name, licence]) => `${name}: ${licence}`);
}

export function isPermissive(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one.trim())));
}
