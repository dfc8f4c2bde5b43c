import { fromEnv } from '@aws-sdk/credential-provider-env';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { AwsCredentialIdentity } from '@aws-sdk/types';
import type { ClientConfig } from '../aws/client.ts';
import { SignedOut, Usage } from '../engine/errors.ts';
import { shellWord } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import { isRoots, type Profile, profileOf } from './profiles.ts';
import { checkedRegion } from './region.ts';
import { administratorsWay } from './sign-in-help.ts';

/** How the owner wants to sign in, from flags and environment, or chosen in the menu. */
export interface CredentialRequest {
  profile?: string;
  region?: string;
  endpoint?: string;
  /** There are keys in the environment. As for the AWS CLI, they win over AWS_PROFILE, but not over --profile. */
  keys?: true;
  /** An access key that the owner has pasted: in memory alone. */
  pasted?: AwsCredentialIdentity;
}

/** Credentials, and where they come from. */
export interface ResolvedCredentials extends ClientConfig {
  /** The profile that gave them, where one did. */
  profile?: string;
  /** By `aws login`: the session renews itself, so that when it ends cannot be told. */
  renews: boolean;
  /** What the owner should know of it. */
  notices: Text[];
}

/** The SDK warns on the screen where there are keys and a profile. */
const silence = () => {};
const logger = { debug: silence, info: silence, warn: silence, error: silence };

/**
 * Finds credentials the way that the AWS CLI does. Sends nothing to AWS but what the credentials themselves ask for.
 *
 * @throws Usage where a flag or a setting makes no sense
 * @throws SignedOut with the ways in, where there are no credentials
 */
export async function resolveCredentials(way: CredentialRequest): Promise<ResolvedCredentials> {
  const profile = await profileOf(way.profile);
  const region = checkedRegion(way.region ?? profile.region);
  const endpoint = way.endpoint ?? profile.endpoint;
  if (endpoint) assertSafe(endpoint);
  const credentials = providerOf(way);
  try {
    await credentials();
  } catch (error) {
    throw await waysIn(way.profile ? profile : undefined, error);
  }
  const found = { credentials, region, ...(endpoint && { endpoint }) };
  if (way.pasted || way.keys) return { ...found, renews: false, notices: [] };
  const renews = profile.session !== undefined && !profile.keyId;
  return { ...found, profile: profile.name, renews, notices: noticesOf(profile) };
}

function providerOf({ pasted, keys, profile }: CredentialRequest) {
  if (pasted) return async () => pasted;
  if (keys) return fromEnv({ logger });
  return defaultProvider({ logger, ignoreCache: true, ...(profile && { profile }) });
}

function noticesOf({ name, session, keyId }: Profile): Text[] {
  if (!session) return [];
  if (!keyId) {
    return [t('Signed in with "aws login": the session renews itself for up to 12 hours.')];
  }
  return [
    t(
      'The profile {name} has an access key, which hides its "aws login" session: take the key out of ~/.aws/credentials, or use another profile.',
      { name },
    ),
  ];
}

/** Credentials sign what is sent, but do not hide it: in clear text only to this computer itself. */
function assertSafe(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Usage(t('{endpoint} is not the address of an endpoint: https://…', { endpoint }));
  }
  if (url.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    throw new Usage(
      t('{endpoint} is not encrypted. Use https, or an address of this computer.', { endpoint }),
    );
  }
}

async function waysIn(named: Profile | undefined, cause: unknown): Promise<SignedOut> {
  if (named) {
    const text = t('The profile {profile} gives no credentials.', { profile: named.name });
    return new SignedOut(text, await waysAgain(named), { cause });
  }
  return new SignedOut(
    t('You are not signed in to AWS.'),
    [
      t('With AWS CLI 2.32 or later: "aws login", as the root user. No access key is needed.'),
      t('Or in AWS CloudShell, where you are signed in already: run Rootlock there.'),
      t('Or with a profile of the AWS CLI: rootlock --profile NAME'),
      t('Or practise first, nothing is real: rootlock --practice'),
    ],
    { cause },
  );
}

async function waysAgain(named: Profile): Promise<Text[]> {
  const profile = shellWord(named.name);
  if (!isRoots(named)) return [t('Sign in again: aws login --profile {profile}', { profile })];
  return [
    ...(await administratorsWay()),
    t('While there is no administrator, as root: aws login --profile {profile}', { profile }),
  ];
}
