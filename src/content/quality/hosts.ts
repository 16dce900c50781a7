import { z } from 'zod';

const patterns = z.array(z.string().regex(/^[a-z0-9*.-]+$/)).min(1);

/** `content/facts/hosts.yaml`: the sites sources may come from, by kind. */
export const hostsSchema = z.strictObject({
  institutions: patterns,
  recherche: patterns,
  droit: patterns,
  associations: patterns,
  presse: patterns,
  etablissements: patterns,
  copies: patterns,
});
export type Hosts = z.infer<typeof hostsSchema>;
export type HostKind = keyof Hosts;

/** What kind of site an address is of; null when the site is not known. « www. » makes no difference. */
export function hostKindOf(hosts: Hosts, url: string): HostKind | null {
  const host = new URL(url).hostname.replace(/^www\d?\./, '');
  const kinds = Object.entries(hosts) as [HostKind, string[]][];
  return kinds.find(([, known]) => known.some((pattern) => matches(pattern, host)))?.[0] ?? null;
}

function matches(pattern: string, host: string): boolean {
  const bare = pattern.replace(/^www\./, '');
  const parts = bare
    .replace(/^\*\./, '')
    .split('*')
    .map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${bare.startsWith('*.') ? '(.+\\.)?' : ''}${parts.join('[a-z0-9-]*')}$`).test(host);
}
