import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { Secret } from '../../engine/secret.ts';
import type { SignInService } from './sign-in-service.ts';

/** AWS's own public clients. The token call takes no others. */
const CLIENTS = {
  'same-device': 'arn:aws:signin:::devtools/same-device',
  'cross-device': 'arn:aws:signin:::devtools/cross-device',
};

/** One attempt to sign in. Its address is no secret; the verifier is what makes the code worthless to others. */
export interface Authorization {
  clientId: string;
  redirectUri: string;
  state: string;
  verifier: Secret;
  /** The page to open in a browser. */
  address: string;
}

/** AWS sends the browser back to this computer. `redirectUri`: of our listener. */
export const sameDevice = (service: SignInService, redirectUri: string): Authorization =>
  authorization(service, CLIENTS['same-device'], redirectUri);

/** AWS shows a text that has to be pasted here. */
export const crossDevice = (service: SignInService): Authorization =>
  authorization(service, CLIENTS['cross-device'], `${service.url}/v1/sessions/confirmation`);

function authorization(
  { url }: SignInService,
  clientId: string,
  redirectUri: string,
): Authorization {
  const state = randomUUID();
  // 64 characters: RFC 7636 allows 43 to 128.
  const verifier = randomBytes(48).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    state,
    // RFC 7636 would call it S256, which AWS does not know.
    code_challenge_method: 'SHA-256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    scope: 'openid',
    redirect_uri: redirectUri,
  });
  const address = `${url}/v1/authorize?${query}`;
  return { clientId, redirectUri, state, verifier: new Secret(verifier), address };
}

/** Characters. Those of AWS are much shorter. */
const CODE_LENGTH_MAX = 8192;

/** What AWS gives back to whoever has signed in, or why it refuses. */
export type Returned = { code: Secret } | { error: string };

/** Reads what comes back. `undefined` if it does not belong to this attempt: its state is another, or it is incomplete. */
export function returnedTo(state: string, query: URLSearchParams): Returned | undefined {
  const [given, ...more] = query.getAll('state');
  if (given === undefined || more.length > 0 || !isEqual(given, state)) return undefined;
  const error = query.get('error');
  if (error) return { error };
  const [code, ...others] = query.getAll('code');
  if (!code || others.length > 0 || code.length > CODE_LENGTH_MAX) return undefined;
  return { code: new Secret(code) };
}

/** Reads the text that AWS's page shows to be pasted: `state=…&code=…` in base64. */
export const pastedFor = (state: string, pasted: string): Returned | undefined =>
  returnedTo(
    state,
    new URLSearchParams(Buffer.from(pasted.replace(/\s+/g, ''), 'base64').toString('utf8')),
  );

/** Takes the same time wherever two texts differ. */
function isEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
