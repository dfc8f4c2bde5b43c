import { isVirtual } from '../../owner/devices.ts';
import type { Table } from '../operation-table.ts';
import { iamPage } from './iam-page.ts';
import {
  entityAlreadyExists,
  noSuchEntity,
  range,
  required,
  validationError,
} from './validation.ts';

/** Aliases of other accounts: aliases are unique among all accounts. */
const TAKEN_ALIASES = new Set(['admin', 'amazon', 'aws', 'company', 'test']);

export const accountSettings = {
  GetAccountPasswordPolicy(_input, { state: { id, passwordPolicy } }) {
    if (!passwordPolicy)
      throw noSuchEntity(`The Password Policy with domain name ${id} cannot be found.`);
    const ExpirePasswords = passwordPolicy.MaxPasswordAge !== undefined;
    return { PasswordPolicy: { ...passwordPolicy, ExpirePasswords } };
  },

  /** Replaces the whole policy. An omitted member falls back to a weak default, even if it was set before. */
  UpdateAccountPasswordPolicy(input, { state }) {
    const age = range(input.MaxPasswordAge, 'maxPasswordAge', 1, 1095);
    const reuse = range(input.PasswordReusePrevention, 'passwordReusePrevention', 1, 24);
    state.passwordPolicy = {
      MinimumPasswordLength:
        range(input.MinimumPasswordLength, 'minimumPasswordLength', 6, 128) ?? 6,
      RequireSymbols: input.RequireSymbols ?? false,
      RequireNumbers: input.RequireNumbers ?? false,
      RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
      RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
      AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
      HardExpiry: input.HardExpiry ?? false,
      ...(age !== undefined && { MaxPasswordAge: age }),
      ...(reuse !== undefined && { PasswordReusePrevention: reuse }),
    };
    return {};
  },

  ListAccountAliases(input, { state: { alias } }) {
    const { items, next } = iamPage(alias ? [alias] : [], input);
    return { AccountAliases: items, ...next };
  },

  /** An account has one alias. AWS replaces it without a warning. */
  CreateAccountAlias({ AccountAlias }, { state }) {
    const alias = required(AccountAlias, 'accountAlias');
    if (alias.length < 3 || alias.length > 63 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(alias)) {
      throw validationError(
        `accountAlias '${alias}' must be 3 to 63 of a-z, 0-9 and single inner hyphens`,
      );
    }
    if (/^\d{12}$/.test(alias))
      throw validationError(`accountAlias '${alias}' must not be an account number`);
    if (TAKEN_ALIASES.has(alias) || alias === state.alias) {
      throw entityAlreadyExists(`The account alias ${alias} already exists.`);
    }
    state.alias = alias;
    return {};
  },

  GetAccountSummary(_input, { state }) {
    const { users, groups, roles, policies, devices, root } = state;
    const assigned = devices.filter(({ owner }) => owner);
    return {
      SummaryMap: {
        Users: users.length,
        UsersQuota: 5000,
        Groups: groups.length,
        GroupsQuota: 300,
        GroupsPerUserQuota: 10,
        AttachedPoliciesPerGroupQuota: 10,
        Roles: roles.length,
        Policies: policies.length,
        MFADevices: devices.filter(isVirtual).length,
        MFADevicesInUse: assigned.length,
        AccountMFAEnabled: assigned.some(({ owner }) => owner?.id === state.id) ? 1 : 0,
        // An inactive key counts as present, because it can be reactivated.
        AccountAccessKeysPresent: root.keys.length > 0 ? 1 : 0,
        AccountPasswordPresent: root.password ? 1 : 0,
        AccountSigningCertificatesPresent: root.certificates.length > 0 ? 1 : 0,
      },
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
