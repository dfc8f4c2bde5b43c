import { loadSharedConfigFiles } from '@smithy/core/config';
import { t } from '../engine/text.ts';
import { Usage } from '../usage.ts';

/** What the AWS CLI's shared files say of one profile, as far as it concerns more than credentials. */
export interface Profile {
  region?: string;
  endpoint?: string;
}

/**
 * @throws Usage where the owner names a profile that is not there: the SDK would go looking for a metadata service
 */
export async function profileOf(named: string | undefined): Promise<Profile> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const profiles = Object.keys({ ...configFile, ...credentialsFile }).filter(isProfile);
  const name = named ?? 'default';
  if (named && !profiles.includes(named)) {
    const names = profiles.join(', ');
    throw new Usage(
      names
        ? t('There is no profile {named}. There is: {names}.', { named, names })
        : t('There is no profile {named}, and no other.', { named }),
    );
  }
  const { region, endpoint_url } = { ...configFile[name], ...credentialsFile[name] };
  return { ...(region && { region }), ...(endpoint_url && { endpoint: endpoint_url }) };
}

/** The SDK lists the file's other sections with the profiles. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);
