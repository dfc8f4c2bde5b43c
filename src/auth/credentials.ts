import { fromEnv } from '@aws-sdk/credential-provider-env';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import {
  credentialsTreatedAsExpired,
  credentialsWillNeedRefresh,
  defaultProvider,
} from '@aws-sdk/credential-provider-node';
import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import { memoize } from '@smithy/core/config';
import { type Text, t } from '../text/text.ts';
import { storedLogin } from './browser/login-cache.ts';
import { signInEndpoint } from './browser/sign-in-service.ts';
import { type EndpointVariants, endpointVariants, NO_VARIANTS } from './endpoint-variants.ts';
import { loginSession } from './login-session.ts';
import { explainMissingCredentials, isMissing } from './missing-credentials.ts';
import { hasCredentials, type Profile, profileOf, withSources } from './profiles.ts';
import { checkedRegion, DEFAULT_REGION } from './region.ts';
import { assertSafe } from './safe-endpoint.ts';

/** How the owner wants to sign in: from flags and environment, or chosen in the menu. */
export interface CredentialRequest {
  profile?: string;
  region?: string;
  endpoint?: string;
  /** The environment holds an access key. As in the AWS CLI, it wins over AWS_PROFILE, but not over --profile. */
  fromEnvironment?: true;
  /** An access key that the owner has pasted. It stays in memory. */
  pastedKey?: AwsCredentialIdentity;
}

/** What other rooms know that credentials need. */
export interface CredentialSettings {
  env: NodeJS.ProcessEnv;
  /**
   * How the SDK sends, credentials' own calls too: a renewal, or a role that is assumed.
   *
   * @param caBundle the file of certificates that the profile names
   */
  requestHandlerFor(caBundle?: string): Promise<Record<string, unknown>>;
  /** The region where `aws login` has last signed in with a profile, by its name. */
  loginRegions: { get(profile: string): string | undefined };
  /** What the owner is told about an error of AWS or the network, when a role is assumed for example. */
  explainError(error: unknown): unknown;
}

/** Credentials, and where they come from. */
export interface ResolvedCredentials {
  credentials: Provider<AwsCredentialIdentity>;
  region: string;
  requestHandler: Record<string, unknown>;
  /** Which of AWS's endpoints are asked for. */
  variants: EndpointVariants;
  /** Absent for AWS's own endpoints. */
  endpoint?: string;
  /** Absent if the credentials do not come from a profile. */
  profile?: string;
  /** A session of a sign-in by the browser renews itself, so its end is not known. */
  renews: boolean;
  /** What the owner should know about these credentials. */
  notices: Text[];
}

const silent = () => {};
/** The SDK would write a warning over the screen if there are both an access key and a profile. */
const logger = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * Finds credentials as the AWS CLI does. Sends only what the credentials themselves need, a renewal for instance.
 *
 * @throws Usage if a flag or a setting makes no sense
 * @throws SignedOut with the ways to sign in, if there are no credentials
 */
export async function resolveCredentials(
  request: CredentialRequest,
  settings: CredentialSettings,
): Promise<ResolvedCredentials> {
  const profile = await profileOf(request.profile);
  const region = checkedRegion(request.region ?? profile.region);
  const endpoint = request.endpoint ?? profile.endpoint;
  if (endpoint) assertSafe(endpoint);
  const variants = endpointVariants(settings.env, profile, endpoint);
  const requestHandler = await settings.requestHandlerFor(profile.caBundle);
  const login = (await withSources(profile)).find(({ session }) => session);
  const credentials = providerOf(
    request,
    profile,
    { requestHandler, ...variants },
    login && loginOf(login, request, settings),
  );
  try {
    await credentials();
  } catch (error) {
    if (!isMissing(error)) throw settings.explainError(error);
    const isAsked = request.profile !== undefined || hasCredentials(profile);
    throw await explainMissingCredentials(isAsked ? profile : undefined, error);
  }
  const found = { credentials, region, requestHandler, variants, ...(endpoint && { endpoint }) };
  if (request.pastedKey || request.fromEnvironment) return { ...found, renews: false, notices: [] };
  const renews = profile.session !== undefined && !profile.keyId;
  return { ...found, profile: profile.name, renews, notices: noticesOf(profile, settings.env) };
}

/** How a session of a sign-in by the browser is renewed. */
interface Login {
  /** The profile that has it: that of the run, or one that a role is assumed with. */
  name: string;
  regions: string[];
  /** The owner's own endpoint for it. */
  endpoint: string | undefined;
  storedMark(): string | undefined;
}

function loginOf(
  { name, session = '', region }: Profile,
  request: CredentialRequest,
  { env, loginRegions }: CredentialSettings,
): Login {
  const stored = () => storedLogin(session, env);
  const signInRegion = stored()?.signInRegion;
  const likely = [loginRegions.get(name), request.region, region, DEFAULT_REGION];
  return {
    name,
    // The SDK renews it there, whatever it is told.
    regions: signInRegion ? [signInRegion] : likely.filter((one) => one !== undefined),
    endpoint: signInEndpoint(env),
    storedMark: () => stored()?.mark,
  };
}

function providerOf(
  { pastedKey, fromEnvironment, profile: named }: CredentialRequest,
  profile: Profile,
  clientConfig: { requestHandler: Record<string, unknown> } & EndpointVariants,
  login: Login | undefined,
): Provider<AwsCredentialIdentity> {
  if (pastedKey) return async () => pastedKey;
  if (fromEnvironment) return fromEnv({ logger });
  const settings = {
    logger,
    ignoreCache: true,
    clientConfig,
    parentClientConfig: clientConfig,
  };
  // The SDK's chain would go on to other credentials, and forget why these failed.
  if (!hasCredentials(profile))
    return defaultProvider({ ...settings, ...(named && { profile: named }) });
  // So does an endpoint. A role that is assumed with the session must not be asked for there.
  const loginEndpoint = login?.endpoint &&
    login.name === profile.name && { endpoint: login.endpoint, ...NO_VARIANTS };
  const inRegion = (region?: string) =>
    fromIni({
      ...settings,
      profile: profile.name,
      // A region moves the calls of every provider, those to IAM Identity Center too: only `aws login` needs it.
      clientConfig: { ...clientConfig, ...(region && { region }), ...loginEndpoint },
    });
  const provider = login ? loginSession(login.regions, inRegion, login.storedMark) : inRegion();
  return memoize(provider, credentialsTreatedAsExpired, credentialsWillNeedRefresh);
}

function noticesOf({ name, session, keyId }: Profile, env: NodeJS.ProcessEnv): Text[] {
  if (!session) return [];
  if (!keyId) {
    const endpoint = signInEndpoint(env);
    return [
      t('Signed in with the browser: the session renews itself for up to 12 hours.'),
      ...(endpoint ? [t('Signing in goes to {endpoint}, not to AWS.', { endpoint })] : []),
    ];
  }
  return [
    t(
      'The profile {name} has an access key, which hides its browser session. Remove the key from ~/.aws/credentials, or use another profile.',
      { name },
    ),
  ];
}
