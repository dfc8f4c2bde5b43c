import { fromEnv } from '@aws-sdk/credential-provider-env';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import { SignedOut } from '../engine/errors.ts';
import { shellWord } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { loginSession } from './login-session.ts';
import { isRootSession, loginProfileOf, type Profile, profileOf } from './profiles.ts';
import { checkedRegion, DEFAULT_REGION } from './region.ts';
import { administratorSignIn } from './sign-in-help.ts';

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
  /**
   * How the SDK sends, credentials' own calls too: a renewal, or a role that is assumed.
   *
   * @param caBundle the file of certificates that the profile names
   */
  requestHandlerFor(caBundle?: string): Promise<Record<string, unknown>>;
  /** The region where `aws login` has last signed in with a profile, by its name. */
  loginRegions: { get(profile: string): string | undefined };
}

/** Credentials, and where they come from. */
export interface ResolvedCredentials {
  credentials: Provider<AwsCredentialIdentity>;
  region: string;
  requestHandler: Record<string, unknown>;
  /** Absent for AWS's own endpoints. */
  endpoint?: string;
  /** Absent if the credentials do not come from a profile. */
  profile?: string;
  /** An `aws login` session renews itself, so its end is not known. */
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
  const requestHandler = await settings.requestHandlerFor(profile.caBundle);
  const login = await loginProfileOf(profile);
  const regions = login
    ? [settings.loginRegions.get(login.name), request.region, login.region, DEFAULT_REGION]
    : [];
  const credentials = providerOf(
    request,
    requestHandler,
    regions.filter((one) => one !== undefined),
  );
  try {
    await credentials();
  } catch (error) {
    throw await noCredentials(request.profile ? profile : undefined, error);
  }
  const found = { credentials, region, requestHandler, ...(endpoint && { endpoint }) };
  if (request.pastedKey || request.fromEnvironment) return { ...found, renews: false, notices: [] };
  const renews = profile.session !== undefined && !profile.keyId;
  return { ...found, profile: profile.name, renews, notices: noticesOf(profile) };
}

/** `loginRegions`: where a session of `aws login` can be renewed. Empty if there is none. */
function providerOf(
  { pastedKey, fromEnvironment, profile }: CredentialRequest,
  requestHandler: Record<string, unknown>,
  loginRegions: string[],
): Provider<AwsCredentialIdentity> {
  if (pastedKey) return async () => pastedKey;
  if (fromEnvironment) return fromEnv({ logger });
  const inRegion = (region?: string) =>
    defaultProvider({
      logger,
      ignoreCache: true,
      // A region here would move the calls of every provider, to IAM Identity Center for example.
      clientConfig: { requestHandler, ...(region && { region }) },
      parentClientConfig: { requestHandler },
      ...(profile && { profile }),
    });
  return loginRegions.length > 0 ? loginSession(loginRegions, inRegion) : inRegion();
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

/** Credentials sign a call but do not encrypt it, so plain HTTP is allowed only to this computer itself. */
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

/** `named`: the profile that the owner asked for, if any. */
async function noCredentials(named: Profile | undefined, cause: unknown): Promise<SignedOut> {
  if (named) {
    const text = t('The profile {profile} gives no credentials.', { profile: named.name });
    return new SignedOut(text, await signInAgain(named), { cause });
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

async function signInAgain(named: Profile): Promise<Text[]> {
  const profile = shellWord(named.name);
  if (!isRootSession(named)) {
    return [t('Sign in again: aws login --profile {profile}', { profile })];
  }
  return [
    ...(await administratorSignIn()),
    t('While there is no administrator, as root: aws login --profile {profile}', { profile }),
  ];
}
