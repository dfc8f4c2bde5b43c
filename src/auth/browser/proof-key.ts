import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { Secret } from '../../engine/secret.ts';

/** The key that a session is bound to: without it, a stolen refresh token is of no use. */
export interface ProofKey {
  /** In SEC1, as the AWS CLI and the SDKs store it. */
  pem: Secret;
  /** The header `DPoP` of one POST to `url`. RFC 9449. */
  proofFor(url: string): string;
}

/** A key of its own for each session. P-256, as the AWS CLI makes it. */
export function newProofKey(): ProofKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x, y } };
  return {
    pem: new Secret(privateKey.export({ type: 'sec1', format: 'pem' }).toString()),
    proofFor(url) {
      const iat = Math.floor(Date.now() / 1000);
      const payload = { jti: randomUUID(), htm: 'POST', htu: url, iat };
      const signed = `${encoded(header)}.${encoded(payload)}`;
      const signature = sign('sha256', Buffer.from(signed), {
        key: privateKey,
        // JWT wants the two numbers side by side, not in DER.
        dsaEncoding: 'ieee-p1363',
      });
      return `${signed}.${signature.toString('base64url')}`;
    },
  };
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
