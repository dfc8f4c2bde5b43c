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
  const name = named ?? 'default';
  if (named && !configFile[named] && !credentialsFile[named]) {
    const names = Object.keys({ ...configFile, ...credentialsFile }).join(', ');
    throw new Usage(
      names
        ? t('There is no profile {named}. There is: {names}.', { named, names })
        : t('There is no profile {named}, and no other.', { named }),
    );
  }
  const { region, endpoint_url } = { ...configFile[name], ...credentialsFile[name] };
  return { ...(region && { region }), ...(endpoint_url && { endpoint: endpoint_url }) };
}
