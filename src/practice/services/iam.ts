import { accessKeys } from './iam/access-keys.ts';
import { accountSettings } from './iam/account-settings.ts';
import { signingCertificates } from './iam/certificates.ts';
import { authorizationDetails } from './iam/details.ts';
import { groups } from './iam/groups.ts';
import { loginProfiles } from './iam/login-profiles.ts';
import { mfaDevices } from './iam/mfa.ts';
import { policySimulator } from './iam/simulate.ts';
import { users } from './iam/users.ts';

export const iam = {
  ...accountSettings,
  ...signingCertificates,
  ...authorizationDetails,
  ...groups,
  ...accessKeys,
  ...mfaDevices,
  ...loginProfiles,
  ...policySimulator,
  ...users,
};
