import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Achievement } from './achievement.ts';

// Open Badges 3.0 (1EdTech) over Verifiable Credentials 2.0 (W3C), revoked by Bitstring Status List 1.0 (W3C).

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

/** Addresses that never change: badges already given say them. */
export const addresses = (origin: string) => ({
  issuer: `${origin}/badges/emetteur`,
  keys: `${origin}/badges/cles`,
  key: (thumbprint: string) => `${origin}/badges/cles/${thumbprint}`,
  statuses: `${origin}/badges/statuts`,
  achievement: (id: string) => `${origin}/badges/realisations/${id}`,
  badge: (id: string) => `${origin}/badges/${id}`,
});

export function issuerProfile(origin: string) {
  return {
    id: addresses(origin).issuer,
    type: ['Profile'],
    name: 'Application Persévérance',
    url: origin,
    description:
      'Plateforme de formation des personnels aux élèves en risque de décrochage. Ses badges ne disent aucun niveau.',
  };
}

/** What the person chose to reveal. */
export type Identity = { email: string | null; salt: string; name: string | null };

export function identifiersOf({ email, salt, name }: Identity): object[] {
  const clear = { type: 'IdentityObject', hashed: false };
  return [
    ...(email === null
      ? []
      : [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: `sha256$${createHash('sha256').update(`${email}${salt}`).digest('hex')}`,
            identityType: 'emailAddress',
            salt,
          },
        ]),
    ...(name === null ? [] : [{ ...clear, identityHash: name, identityType: 'name' }]),
  ];
}

export type Evidence = { name: string; narrative: string };

export type NewBadge = {
  id: string;
  place: number;
  achievement: Achievement;
  identity: Identity;
  evidence: Evidence;
  at: Date;
};

/**
 * The credential itself: what is signed, and nothing more. No `credentialSchema`: the type the standard gives it has no term in
 * the standard’s own context, and a strict reader of JSON-LD would refuse the whole.
 */
export function badgeCredential(
  origin: string,
  { id, place, achievement, identity, evidence, at }: NewBadge,
) {
  const at_ = addresses(origin);
  const { name, url, type, id: issuer } = issuerProfile(origin);
  return {
    '@context': CONTEXTS,
    id: at_.badge(id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: { id: issuer, type, name, url },
    validFrom: wholeSeconds(at),
    credentialSubject: {
      id: `urn:uuid:${id}`,
      type: ['AchievementSubject'],
      identifier: identifiersOf(identity),
      achievement: {
        id: at_.achievement(achievement.id),
        type: ['Achievement'],
        achievementType: 'Badge',
        name: achievement.name,
        description: achievement.description,
        criteria: { id: at_.achievement(achievement.id), narrative: achievement.criteria },
        inLanguage: 'fr',
      },
    },
    evidence: [{ type: ['Evidence'], ...evidence }],
    credentialStatus: {
      id: `${at_.statuses}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: at_.statuses,
    },
  };
}

/** As many places as the smallest list the standard allows, so that one says nothing of who looks. */
export const PLACES = 131_072;

/** The list of all statuses, one bit each, the first bit on the left. */
export function encodeStatuses(revoked: readonly number[]): string {
  const bits = new Uint8Array(PLACES / 8);
  for (const place of revoked) bits[place >> 3]! |= 0x80 >> (place & 7);
  return `u${gzipSync(bits).toString('base64url')}`;
}

export function statusCredential(origin: string, revoked: readonly number[], now: Date) {
  const { issuer, statuses } = addresses(origin);
  return {
    '@context': [CONTEXTS[0]],
    id: statuses,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: wholeSeconds(now),
    credentialSubject: {
      id: `${statuses}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatuses(revoked),
    },
  };
}

/** A token counts in seconds: the two dates of a badge must be the same. */
function wholeSeconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
