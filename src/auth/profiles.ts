import { loadSharedConfigFiles } from '@smithy/core/config';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** What the AWS CLI's shared files say about one profile, as far as Rootlock needs it. */
export interface Profile {
  name: string;
  region?: string;
  endpoint?: string;
  /** The access key in the files. It wins over every other credential of the profile. */
  keyId?: string;
  /** The ARN that `aws login` has signed in. */
  session?: string;
  /** The profile whose credentials this one assumes its role with. */
  source?: string;
  /** The file of certificates to trust. */
  caBundle?: string;
}

/** Reads the files afresh each time: `aws login` writes them while Rootlock runs. */
export async function profiles(): Promise<Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return Object.keys({ ...configFile, ...credentialsFile })
    .filter(isProfile)
    .map((name) => {
      const settings = { ...configFile[name], ...credentialsFile[name] };
      const { region, endpoint_url, aws_access_key_id, login_session, source_profile, ca_bundle } =
        settings;
      return {
        name,
        ...(region && { region }),
        ...(endpoint_url && { endpoint: endpoint_url }),
        ...(aws_access_key_id && { keyId: aws_access_key_id }),
        ...(login_session && { session: login_session }),
        ...(source_profile && { source: source_profile }),
        ...(ca_bundle && { caBundle: ca_bundle }),
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
      ? t('There is no profile {named}. There is: {names}.', { named, names })
      : t('There is no profile {named}, and no other.', { named }),
  );
}

/** The profile whose session of `aws login` gives the credentials: this one, or the one that its role is assumed with. */
export async function loginProfileOf(profile: Profile): Promise<Profile | undefined> {
  const all = await profiles();
  const passed = new Set<string>();
  let one: Profile | undefined = profile;
  while (one && !one.session && one.source && !passed.has(one.name)) {
    passed.add(one.name);
    const source: string = one.source;
    one = all.find(({ name }) => name === source);
  }
  return one?.session ? one : undefined;
}

/** `aws login` has signed in the root user with this profile. */
export const isRootSession = ({ session }: Profile): boolean => session?.endsWith(':root') ?? false;

/** Somebody other than root can sign in again with this profile. `aws login` refuses a profile that has a key. */
export const isUserSession = (profile: Profile): boolean =>
  profile.session !== undefined && !profile.keyId && !isRootSession(profile);

/** The SDK lists the file's other sections among the profiles. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);
