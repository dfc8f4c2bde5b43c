import * as sdk from '@aws-sdk/client-iam';
import { BY_MARKER, type Reads, type Writes } from '../declarations.ts';

export { IAMClient as Client } from '@aws-sdk/client-iam';

export const reads = {
  // AWS keeps a report for four hours, and makes a new one only if it is older.
  GenerateCredentialReport: {
    Command: sdk.GenerateCredentialReportCommand,
    isReady: ({ State }) => State === 'COMPLETE',
  },
  // It models no error: this is IAM's usual code.
  GetAccessKeyLastUsed: { Command: sdk.GetAccessKeyLastUsedCommand, absence: ['NoSuchEntity'] },
  GenerateServiceLastAccessedDetails: {
    Command: sdk.GenerateServiceLastAccessedDetailsCommand,
    noStepSends: true,
  },
  GetAccountAuthorizationDetails: {
    Command: sdk.GetAccountAuthorizationDetailsCommand,
    pages: BY_MARKER,
  },
  GetAccountPasswordPolicy: {
    Command: sdk.GetAccountPasswordPolicyCommand,
    absence: ['NoSuchEntity'],
  },
  GetAccountSummary: { Command: sdk.GetAccountSummaryCommand },
  GetContextKeysForPrincipalPolicy: {
    Command: sdk.GetContextKeysForPrincipalPolicyCommand,
    noStepSends: true,
  },
  GetCredentialReport: { Command: sdk.GetCredentialReportCommand },
  GetInstanceProfile: {
    Command: sdk.GetInstanceProfileCommand,
    absence: ['NoSuchEntity'],
    noStepSends: true,
  },
  GetLoginProfile: { Command: sdk.GetLoginProfileCommand, absence: ['NoSuchEntity'] },
  GetPolicy: { Command: sdk.GetPolicyCommand, noStepSends: true },
  GetPolicyVersion: { Command: sdk.GetPolicyVersionCommand, noStepSends: true },
  GetServiceLastAccessedDetails: {
    Command: sdk.GetServiceLastAccessedDetailsCommand,
    pages: BY_MARKER,
    isReady: ({ JobStatus }) => JobStatus !== 'IN_PROGRESS',
    noStepSends: true,
  },
  GetUser: { Command: sdk.GetUserCommand, absence: ['NoSuchEntity'] },
  ListAccessKeys: {
    Command: sdk.ListAccessKeysCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListAccountAliases: { Command: sdk.ListAccountAliasesCommand, pages: BY_MARKER },
  ListMFADeviceTags: {
    Command: sdk.ListMFADeviceTagsCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListMFADevices: {
    Command: sdk.ListMFADevicesCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListServiceSpecificCredentials: {
    Command: sdk.ListServiceSpecificCredentialsCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListSigningCertificates: {
    Command: sdk.ListSigningCertificatesCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListSSHPublicKeys: {
    Command: sdk.ListSSHPublicKeysCommand,
    pages: BY_MARKER,
    absence: ['NoSuchEntity'],
  },
  ListVirtualMFADevices: { Command: sdk.ListVirtualMFADevicesCommand, pages: BY_MARKER },
  ListPolicies: { Command: sdk.ListPoliciesCommand, pages: BY_MARKER, noStepSends: true },
  ListUsers: { Command: sdk.ListUsersCommand, pages: BY_MARKER, noStepSends: true },
  SimulatePrincipalPolicy: { Command: sdk.SimulatePrincipalPolicyCommand, pages: BY_MARKER },
} satisfies Reads;

export const writes = {
  // The second one is refused as LimitExceeded: a profile has one role.
  AddRoleToInstanceProfile: {
    Command: sdk.AddRoleToInstanceProfileCommand,
    actions: ['iam:AddRoleToInstanceProfile', 'iam:PassRole'],
    resend: true,
    noStepSends: true,
  },
  AddUserToGroup: { Command: sdk.AddUserToGroupCommand, resend: true },
  AttachGroupPolicy: { Command: sdk.AttachGroupPolicyCommand, resend: true },
  AttachRolePolicy: { Command: sdk.AttachRolePolicyCommand, resend: true },
  AttachUserPolicy: { Command: sdk.AttachUserPolicyCommand, resend: true },
  // A second one is a second key, and the secret of the first is lost with its reply.
  CreateAccessKey: { Command: sdk.CreateAccessKeyCommand, resend: false, noStepSends: true },
  CreateAccountAlias: { Command: sdk.CreateAccountAliasCommand, resend: true },
  CreateGroup: { Command: sdk.CreateGroupCommand, resend: true },
  CreateInstanceProfile: {
    Command: sdk.CreateInstanceProfileCommand,
    actions: ['iam:CreateInstanceProfile', 'iam:TagInstanceProfile'],
    resend: true,
    noStepSends: true,
  },
  CreateLoginProfile: { Command: sdk.CreateLoginProfileCommand, resend: true },
  CreatePolicy: {
    Command: sdk.CreatePolicyCommand,
    actions: ['iam:CreatePolicy', 'iam:TagPolicy'],
    resend: true,
  },
  CreateRole: {
    Command: sdk.CreateRoleCommand,
    actions: ['iam:CreateRole', 'iam:TagRole'],
    resend: true,
  },
  CreateUser: {
    Command: sdk.CreateUserCommand,
    actions: ['iam:CreateUser', 'iam:TagUser'],
    resend: true,
  },
  // The key is lost with the reply. The refusal of the second one says that there is a device.
  CreateVirtualMFADevice: {
    Command: sdk.CreateVirtualMFADeviceCommand,
    actions: ['iam:CreateVirtualMFADevice', 'iam:TagMFADevice'],
    resend: true,
  },
  DeactivateMFADevice: {
    Command: sdk.DeactivateMFADeviceCommand,
    resend: true,
    noStepSends: true,
  },
  DeleteAccessKey: { Command: sdk.DeleteAccessKeyCommand, resend: true },
  DeleteLoginProfile: { Command: sdk.DeleteLoginProfileCommand, resend: true },
  DeleteServiceSpecificCredential: {
    Command: sdk.DeleteServiceSpecificCredentialCommand,
    resend: true,
    noStepSends: true,
  },
  DeleteSigningCertificate: { Command: sdk.DeleteSigningCertificateCommand, resend: true },
  DeleteSSHPublicKey: { Command: sdk.DeleteSSHPublicKeyCommand, resend: true, noStepSends: true },
  DeleteUser: { Command: sdk.DeleteUserCommand, resend: true, noStepSends: true },
  DeleteUserPolicy: { Command: sdk.DeleteUserPolicyCommand, resend: true },
  DeleteVirtualMFADevice: { Command: sdk.DeleteVirtualMFADeviceCommand, resend: true },
  DetachUserPolicy: { Command: sdk.DetachUserPolicyCommand, resend: true },
  // IAM User Guide: a device that is assigned already is refused as EntityAlreadyExists.
  EnableMFADevice: { Command: sdk.EnableMFADeviceCommand, resend: true },
  PutGroupPolicy: { Command: sdk.PutGroupPolicyCommand, resend: true },
  PutRolePolicy: { Command: sdk.PutRolePolicyCommand, resend: true },
  PutUserPermissionsBoundary: {
    Command: sdk.PutUserPermissionsBoundaryCommand,
    resend: true,
    noStepSends: true,
  },
  PutUserPolicy: { Command: sdk.PutUserPolicyCommand, resend: true, noStepSends: true },
  // The second one is refused as NoSuchEntity: nobody is a member any more.
  RemoveUserFromGroup: {
    Command: sdk.RemoveUserFromGroupCommand,
    resend: true,
    noStepSends: true,
  },
  // The used codes are refused, and two new ones asked for.
  ResyncMFADevice: { Command: sdk.ResyncMFADeviceCommand, resend: true },
  TagMFADevice: { Command: sdk.TagMFADeviceCommand, resend: true, noStepSends: true },
  UpdateAccessKey: { Command: sdk.UpdateAccessKeyCommand, resend: true },
  UpdateAccountPasswordPolicy: { Command: sdk.UpdateAccountPasswordPolicyCommand, resend: true },
  UpdateAssumeRolePolicy: { Command: sdk.UpdateAssumeRolePolicyCommand, resend: true },
  // A password policy may refuse the second one as used before: the owner would believe that the password was not set.
  UpdateLoginProfile: { Command: sdk.UpdateLoginProfileCommand, resend: false },
  UpdateServiceSpecificCredential: {
    Command: sdk.UpdateServiceSpecificCredentialCommand,
    resend: true,
    noStepSends: true,
  },
  UpdateSigningCertificate: {
    Command: sdk.UpdateSigningCertificateCommand,
    resend: true,
    noStepSends: true,
  },
  UpdateSSHPublicKey: { Command: sdk.UpdateSSHPublicKeyCommand, resend: true, noStepSends: true },
} satisfies Writes;
