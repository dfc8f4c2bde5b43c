import { loadSharedConfigFiles } from '@smithy/core/config';
import { Usage } from '../engine/errors.ts';
import { t } from '../text/text.ts';

/** What the AWS CLI's shared files say of one profile, as far as it concerns Rootlock. */
export interface Profile {
  name: string;
  region?: string;
  endpoint?: string;
  /** Of an access key that stands in the files. It wins over every other way that the profile has. */
  keyId?: string;
  /** Whom `aws login` has signed in: an ARN. */
  session?: string;
}

/** As the files are now: `aws login` writes them while Rootlock runs. */
export async function profiles(): Promise<Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return Object.keys({ ...configFile, ...credentialsFile })
    .filter(isProfile)
    .map((name) => {
      const said = { ...configFile[name], ...credentialsFile[name] };
      const { region, endpoint_url, aws_access_key_id, login_session } = said;
      return {
        name,
        ...(region && { region }),
        ...(endpoint_url && { endpoint: endpoint_url }),
        ...(aws_access_key_id && { keyId: aws_access_key_id }),
        ...(login_session && { session: login_session }),
      };
    });
}

/**
 * @throws Usage where the owner names a profile that is not there: the SDK would go looking for a metadata service
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

/** Has `aws login` signed in the root user here? */
export const isRoots = ({ session }: Profile): boolean => session?.endsWith(':root') ?? false;

/** Can somebody who is not root sign in again with it? */
export const isUsers = (profile: Profile): boolean =>
  profile.session !== undefined && !profile.keyId && !isRoots(profile);

/** The SDK lists the file's other sections with the profiles. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);
