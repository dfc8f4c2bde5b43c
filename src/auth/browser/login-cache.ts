import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { LoginSession } from './token-call.ts';

/** The file where the AWS CLI and the SDKs look for the session of this ARN. */
export function cacheFileOf(arn: string, env: NodeJS.ProcessEnv): string {
  // As the SDK has it: it does not go by HOME on Windows.
  const folder = env.AWS_LOGIN_CACHE_DIRECTORY ?? join(homedir(), '.aws', 'login', 'cache');
  return join(folder, `${createHash('sha256').update(arn).digest('hex')}.json`);
}

/** The content of that file. This is the one place, besides the calls themselves, where the secrets of a session are opened. */
export function cacheText(session: LoginSession): string {
  const { accessKeyId, secretAccessKey, sessionToken, accountId, expiresAt } = session;
  const kept = {
    accessToken: {
      accessKeyId,
      secretAccessKey: secretAccessKey.reveal(),
      sessionToken: sessionToken.reveal(),
      accountId,
      // The AWS CLI reads whole seconds.
      expiresAt: expiresAt.toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    tokenType: 'aws_sigv4',
    clientId: session.clientId,
    refreshToken: session.refreshToken.reveal(),
    idToken: session.idToken.reveal(),
    dpopKey: session.proofKey.reveal(),
    // AWS renews a session only where it was signed in. The SDK reads it; the AWS CLI goes by the profile's region.
    signInRegion: session.region,
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

const Kept = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    refreshToken: v.string(),
    signInRegion: v.optional(v.string()),
  }),
);

/**
 * What is stored about the session of an ARN, besides its secrets. `undefined` if nothing is, or it cannot be understood: another program
 * may be writing it. `mark` changes with each renewal.
 */
export function storedLogin(
  arn: string,
  env: NodeJS.ProcessEnv,
): { mark: string; signInRegion?: string } | undefined {
  let text: string;
  try {
    text = readFileSync(cacheFileOf(arn, env), 'utf8');
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(Kept, text);
  if (!parsed.success) return undefined;
  const { refreshToken, signInRegion } = parsed.output;
  const mark = createHash('sha256').update(refreshToken).digest('hex');
  return { mark, ...(signInRegion && { signInRegion }) };
}
