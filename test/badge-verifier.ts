import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

// A verifier of Open Badges 3.0 written from the standards alone (1EdTech OB 3.0 § 8.2, W3C VC 2.0, Bitstring Status List
// 1.0), with Node's own cryptography: it shares no code with what signs.

type Fetch = (url: string) => Promise<string>;
type Verdict = { credential: z.infer<typeof badge> } | { refused: string };

const uri = z.string().regex(/^(https?:\/\/|urn:uuid:)\S+$/);
const claims = { iss: uri, jti: uri, sub: uri, nbf: z.number().int() };

/** What the data model of OB 3.0 requires of an AchievementCredential, strictly: nothing unforeseen passes. */
const badge = z.strictObject({
  ...claims,
  '@context': z.tuple(
    [
      z.literal('https://www.w3.org/ns/credentials/v2'),
      z.string().startsWith('https://purl.imsglobal.org/spec/ob/v3p0/'),
    ],
    z.string(),
  ),
  id: uri,
  type: z
    .array(z.string())
    .refine((types) => types.includes('VerifiableCredential') && types.includes('OpenBadgeCredential')),
  name: z.string().min(1),
  issuer: z.strictObject({
    id: uri,
    type: z.array(z.string()).refine((types) => types.includes('Profile')),
    name: z.string(),
    url: uri,
  }),
  validFrom: z.iso.datetime(),
  credentialSubject: z.strictObject({
    id: uri,
    type: z.array(z.string()).refine((types) => types.includes('AchievementSubject')),
    identifier: z
      .array(
        z.strictObject({
          type: z.literal('IdentityObject'),
          hashed: z.boolean(),
          identityHash: z.string().min(1),
          identityType: z.enum(['emailAddress', 'name']),
          salt: z.string().optional(),
        }),
      )
      .min(1),
    achievement: z.strictObject({
      id: uri,
      type: z.array(z.string()).refine((types) => types.includes('Achievement')),
      achievementType: z.literal('Badge'),
      name: z.string().min(1),
      description: z.string().min(1),
      criteria: z.strictObject({ id: uri, narrative: z.string().min(1) }),
      inLanguage: z.literal('fr'),
    }),
  }),
  evidence: z.array(
    z.strictObject({ type: z.array(z.literal('Evidence')), name: z.string(), narrative: z.string() }),
  ),
  credentialStatus: z.strictObject({
    id: uri,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^\d+$/),
    statusListCredential: uri,
  }),
});

const statusList = z.looseObject({
  ...claims,
  issuer: uri,
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  credentialSubject: z.looseObject({
    id: uri,
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.literal('revocation'),
    encodedList: z.string().startsWith('u'),
  }),
});

/** `keys` are those downloaded before; `fetchStatus` reads the list of statuses, or nothing when offline. */
export async function verifyBadge(
  token: string,
  keys: readonly (JsonWebKey & { kid: string })[],
  { fetchStatus, now }: { fetchStatus: Fetch | null; now: Date },
): Promise<Verdict> {
  const payload = openToken(token, keys);
  if (payload === null) return { refused: 'signature' };
  const read = badge.safeParse(payload);
  if (!read.success) return { refused: z.prettifyError(read.error) };
  const credential = read.data;
  if (credential.iss !== credential.issuer.id) return { refused: 'iss' };
  if (credential.jti !== credential.id) return { refused: 'jti' };
  if (credential.sub !== credential.credentialSubject.id) return { refused: 'sub' };
  if (credential.nbf * 1000 !== Date.parse(credential.validFrom)) return { refused: 'nbf' };
  if (credential.nbf * 1000 > now.getTime()) return { refused: 'not yet valid' };
  if (fetchStatus === null) return { credential };
  const { statusListCredential, statusListIndex } = credential.credentialStatus;
  const list = statusList.safeParse(openToken(await fetchStatus(statusListCredential), keys));
  if (!list.success) return { refused: 'status list' };
  if (list.data.iss !== credential.iss || list.data.jti !== statusListCredential)
    return { refused: 'status list' };
  const bits = gunzipSync(Buffer.from(list.data.credentialSubject.encodedList.slice(1), 'base64url'));
  if (bits.length < 16_384) return { refused: 'status list too short' };
  const index = Number(statusListIndex);
  const bit = (bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1;
  return bit === 1 ? { refused: 'revoked' } : { credential };
}

/** The payload of a compact JWS, once its signature holds; null otherwise. */
function openToken(token: string, keys: readonly (JsonWebKey & { kid: string })[]): unknown {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const [header, payload, signature] = parts.map((part) => Buffer.from(part, 'base64url')) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const { alg, kid, ...others } = JSON.parse(header.toString());
  if (Object.keys(others).some((name) => name !== 'typ') || (others.typ ?? 'JWT') !== 'JWT') return null;
  const jwk = keys.find((known) => known.kid === kid);
  if (!jwk) return null;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
  const kind = key.asymmetricKeyType;
  const holds =
    (alg === 'RS256' && kind === 'rsa' && verify('sha256', signed, key, signature)) ||
    (alg === 'ES256' &&
      kind === 'ec' &&
      verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) ||
    (alg === 'EdDSA' && kind === 'ed25519' && verify(null, signed, key, signature));
  return holds ? JSON.parse(payload.toString()) : null;
}
