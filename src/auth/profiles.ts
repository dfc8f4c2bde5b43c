import { loadSharedConfigFiles } from '@smithy/core/config';
import { unusedProfile } from '../engine/computer.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** What the AWS CLI's shared files say about one profile, as far as Rootlock needs it. */
export interface Profile {
  name: string;
  region?: string;
  endpoint?: string;
  /** The access key in the files. It wins over every other credential of the profile. */
  keyId?: string;
  /** The ARN that was signed in by the browser: the config file calls it `login_session`. */
  session?: string;
  /** The profile whose credentials this one assumes its role with. */
  source?: string;
  /** The MFA device whose code its role asks for. */
  mfaSerial?: string;
  /** The file of certificates to trust. */
  caBundle?: string;
  /** `true` asks for AWS's FIPS endpoints, or for those with IPv6. */
  useFips?: string;
  useDualStack?: string;
  /** How else it gets credentials: from IAM Identity Center, from a program, or for a role. */
  kind?: 'sso' | 'process' | 'role';
}

/** Reads the files afresh each time: `aws login` writes them while Rootlock runs. */
export async function profiles(): Promise<Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return Object.keys({ ...configFile, ...credentialsFile })
    .filter(isProfile)
    .map((name) => {
      const settings = { ...configFile[name], ...credentialsFile[name] };
      const { region, endpoint_url, aws_access_key_id, login_session } = settings;
      const { source_profile, mfa_serial, ca_bundle } = settings;
      const { use_fips_endpoint, use_dualstack_endpoint } = settings;
      const kind = kindOf(settings);
      return {
        name,
        ...(region && { region }),
        ...(endpoint_url && { endpoint: endpoint_url }),
        ...(aws_access_key_id && { keyId: aws_access_key_id }),
        ...(login_session && { session: login_session }),
        ...(source_profile && { source: source_profile }),
        ...(mfa_serial && { mfaSerial: mfa_serial }),
        ...(ca_bundle && { caBundle: ca_bundle }),
        ...(use_fips_endpoint && { useFips: use_fips_endpoint }),
        ...(use_dualstack_endpoint && { useDualStack: use_dualstack_endpoint }),
        ...(kind && { kind }),
      };
    });
}

/**
 * The named profile, else the default one, which need not exist.
 *
 * @throws Usage if the owner names a profile that does not exist. The SDK would look for a metadata service instead.
 */
export async function profileOf(named: string | undefined): Promise<Profile> {
  const all = await profiles();
  const found = all.find(({ name }) => name === (named ?? 'default'));
  if (found || !named) return found ?? { name: 'default' };
  const names = all.map(({ name }) => name).join(', ');
  throw new Usage(
    names
      ? t('There is no profile {named}. Profiles: {names}.', { named, names })
      : t('There is no profile {named}, and no other profile.', { named }),
  );
}

/** As the SDK tells them apart. */
function kindOf(settings: Partial<Record<string, string>>): Profile['kind'] {
  if (settings.role_arn) return 'role';
  if (settings.credential_process) return 'process';
  return settings.sso_session || settings.sso_start_url ? 'sso' : undefined;
}

/** The profile itself, then the one that its role is assumed with, and so on. The last one gives the first credentials. */
export async function withSources(profile: Profile): Promise<Profile[]> {
  const all = await profiles();
  const chain = [profile];
  for (let { source } = profile; source; ) {
    const next = all.find(({ name }) => name === source);
    if (!next || chain.some(({ name }) => name === next.name)) break;
    chain.push(next);
    source = next.source;
  }
  return chain;
}

/** The profile says how to get credentials. If that fails, no other credentials take their place. */
export const hasCredentials = ({ keyId, session, kind }: Profile): boolean =>
  Boolean(keyId || session || kind);

export const isRoot = (arn: string): boolean => arn.endsWith(':root');

/** The root user has signed in by the browser with this profile. */
export const isRootSession = ({ session }: Profile): boolean => isRoot(session ?? '');

/** Those of these profiles that hold a session of root's. Somebody else may have signed in with one of them since it was used. */
export async function rootSessionsAmong(names: Iterable<string>): Promise<string[]> {
  const wanted = new Set(names);
  const found = (await profiles()).filter((one) => wanted.has(one.name) && isRootSession(one));
  return found.map(({ name }) => name);
}

/** Whoever signs in again with the profile comes in. A key or a role in it wins over its session, and `aws login` refuses it. */
export const comesInBySession = ({ session, keyId, kind }: Profile): boolean =>
  session !== undefined && !keyId && !kind;

/** Somebody other than root can sign in again with this profile. */
export const isUserSession = (profile: Profile): boolean =>
  comesInBySession(profile) && !isRootSession(profile);

/** The SDK lists the file's other sections among the profiles. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);

export const unusedName = (base: string, all: Profile[]): string =>
  unusedProfile(
    base,
    all.map(({ name }) => name),
  );
