import { type CryptoKey, SignJWT } from 'jose';

export type SigningKey = { kid: string; algorithm: string; privateKey: CryptoKey };

type Credential = {
  id: string;
  issuer: string | { id: string };
  validFrom: string;
  credentialSubject: { id: string };
};

/** Signs a credential as Open Badges 3.0 says: itself as the payload, its identifiers repeated as claims. */
export async function signCredential<C extends Credential>(
  credential: C,
  { kid, algorithm, privateKey }: SigningKey,
): Promise<string> {
  const { id, issuer, validFrom, credentialSubject } = credential;
  return new SignJWT({
    ...credential,
    iss: typeof issuer === 'string' ? issuer : issuer.id,
    jti: id,
    sub: credentialSubject.id,
    nbf: Date.parse(validFrom) / 1000,
  })
    .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
    .sign(privateKey);
}

/** The algorithm a key signs with. RS256 is the one every Open Badges verifier must know. */
export function algorithmOf({ kty }: { kty?: string }): string {
  if (kty === 'RSA') return 'RS256';
  return kty === 'EC' ? 'ES256' : 'EdDSA';
}
