import { accessKeys } from './access-keys.ts';
import { accountSettings } from './account-settings.ts';
import { signingCertificates } from './certificates.ts';
import { credentialReport } from './credential-report.ts';
import { authorizationDetails } from './details.ts';
import { groups } from './groups.ts';
import { instanceProfiles } from './instance-profiles.ts';
import { lastAccessed } from './last-accessed.ts';
import { loginProfiles } from './login-profiles.ts';
import { mfaDevices } from './mfa.ts';
import { policies } from './policies.ts';
import { roles } from './roles.ts';
import { serviceCredentials } from './service-credentials.ts';
import { policySimulator } from './simulate.ts';
import { sshPublicKeys } from './ssh-keys.ts';
import { users } from './users.ts';

export const operations = {
  ...accountSettings,
  ...signingCertificates,
  ...credentialReport,
  ...authorizationDetails,
  ...groups,
  ...accessKeys,
  ...instanceProfiles,
  ...lastAccessed,
  ...mfaDevices,
  ...loginProfiles,
  ...policies,
  ...policySimulator,
  ...roles,
  ...serviceCredentials,
  ...sshPublicKeys,
  ...users,
};
