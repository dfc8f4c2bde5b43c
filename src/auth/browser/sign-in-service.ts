import { partition } from '@aws-sdk/core/client';
import { t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import { assertSafe } from '../safe-endpoint.ts';

/** Where AWS signs people in, for one region. */
export interface SignInService {
  region: string;
  /** Without a slash at its end. */
  url: string;
}

/**
 * The owner's own endpoint for signing in, in the variable that the AWS CLI and the SDKs read too. Without a slash at its end.
 *
 * @throws Usage if it makes no sense, or would send secrets unencrypted
 */
export function signInEndpoint(env: NodeJS.ProcessEnv): string | undefined {
  const own = env.AWS_ENDPOINT_URL_SIGNIN;
  if (!own) return undefined;
  assertSafe(own);
  return own.replace(/\/+$/, '');
}

/**
 * The service that signs in, and renews the session, in a region.
 *
 * @throws Usage if AWS offers this way to sign in for commercial regions only, or if the owner's own endpoint makes no sense
 */
export function signInService(env: NodeJS.ProcessEnv, region: string): SignInService {
  const own = signInEndpoint(env);
  if (own) return { region, url: own };
  if (partition(region).name !== 'aws') {
    throw new Usage(
      t('AWS has no sign-in by the browser for {region}. Use a profile of the AWS CLI.', {
        region,
      }),
    );
  }
  return { region, url: `https://${region}.signin.aws.amazon.com` };
}
