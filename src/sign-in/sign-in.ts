import { fromEnv, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { Wire } from '../aws/wire.ts';
import { Blocked } from '../engine/errors.ts';
import { type Text, t } from '../engine/text.ts';
import { Usage } from '../usage.ts';
import { profileOf } from './profiles.ts';
import { checkedRegion } from './region.ts';

/** How the owner wants to sign in, from flags and environment. */
export interface WayIn {
  profile?: string;
  region?: string;
  endpoint?: string;
  /** There are keys in the environment. As for the AWS CLI, they win over AWS_PROFILE, but not over --profile. */
  keys?: true;
}

/** The SDK warns on the screen where there are keys and a profile. */
const silence = () => {};
const logger = { debug: silence, info: silence, warn: silence, error: silence };

/**
 * Finds credentials the way that the AWS CLI does. Sends nothing to AWS but what the credentials themselves ask for.
 *
 * @throws Usage where a flag or a setting makes no sense
 * @throws Blocked with the ways in, where there are no credentials
 */
export async function signIn(way: WayIn): Promise<Wire> {
  const profile = await profileOf(way.profile);
  const region = checkedRegion(way.region ?? profile.region);
  const endpoint = way.endpoint ?? profile.endpoint;
  if (endpoint) assertSafe(endpoint);
  const credentials = way.keys
    ? fromEnv({ logger })
    : fromNodeProviderChain({ logger, ...(way.profile && { profile: way.profile }) });
  try {
    await credentials();
  } catch (error) {
    throw waysIn(way.profile, error);
  }
  return { credentials, region, ...(endpoint && { endpoint }) };
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

function waysIn(profile: string | undefined, cause: unknown): Blocked {
  const ways: Text[] = profile
    ? [t('Sign in again: aws login --profile {profile}', { profile })]
    : [
        t('With AWS CLI 2.32 or later: "aws login", as the root user. No access key is needed.'),
        t('Or in AWS CloudShell, where you are signed in already: run Rootlock there.'),
        t('Or with a profile of the AWS CLI: rootlock --profile NAME'),
        t('Or practise first, nothing is real: rootlock --practice'),
      ];
  const text = profile
    ? t('The profile {profile} gives no credentials.', { profile })
    : t('You are not signed in to AWS.');
  return new Blocked(text, ways, { cause });
}
