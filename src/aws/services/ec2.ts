import * as sdk from '@aws-sdk/client-ec2';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { EC2Client as Client } from '@aws-sdk/client-ec2';

export const reads = {
  DescribeIamInstanceProfileAssociations: {
    Command: sdk.DescribeIamInstanceProfileAssociationsCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeImages: { Command: sdk.DescribeImagesCommand, pages: BY_NEXT_TOKEN },
  DescribeInstances: {
    Command: sdk.DescribeInstancesCommand,
    pages: BY_NEXT_TOKEN,
    absence: ['InvalidInstanceID.NotFound', 'InvalidInstanceID.Malformed'],
  },
  DescribeManagedPrefixLists: {
    Command: sdk.DescribeManagedPrefixListsCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeNetworkAcls: {
    Command: sdk.DescribeNetworkAclsCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeNetworkInterfaces: {
    Command: sdk.DescribeNetworkInterfacesCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeRouteTables: {
    Command: sdk.DescribeRouteTablesCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeSecurityGroupRules: {
    Command: sdk.DescribeSecurityGroupRulesCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeSecurityGroups: {
    Command: sdk.DescribeSecurityGroupsCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeSnapshots: { Command: sdk.DescribeSnapshotsCommand, pages: BY_NEXT_TOKEN },
  DescribeSubnets: {
    Command: sdk.DescribeSubnetsCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeVolumes: {
    Command: sdk.DescribeVolumesCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  DescribeVpcs: { Command: sdk.DescribeVpcsCommand, pages: BY_NEXT_TOKEN, noStepSends: true },
  GetEbsEncryptionByDefault: { Command: sdk.GetEbsEncryptionByDefaultCommand },
  GetImageBlockPublicAccessState: { Command: sdk.GetImageBlockPublicAccessStateCommand },
  GetInstanceMetadataDefaults: { Command: sdk.GetInstanceMetadataDefaultsCommand },
  GetManagedPrefixListEntries: {
    Command: sdk.GetManagedPrefixListEntriesCommand,
    pages: BY_NEXT_TOKEN,
    noStepSends: true,
  },
  GetSerialConsoleAccessStatus: { Command: sdk.GetSerialConsoleAccessStatusCommand },
  GetSnapshotBlockPublicAccessState: { Command: sdk.GetSnapshotBlockPublicAccessStateCommand },
} satisfies Reads;

export const writes = {
  // The second one is refused as IncorrectState: there is an association.
  AssociateIamInstanceProfile: {
    Command: sdk.AssociateIamInstanceProfileCommand,
    actions: ['ec2:AssociateIamInstanceProfile', 'iam:PassRole'],
    resend: true,
    noStepSends: true,
  },
  EnableEbsEncryptionByDefault: { Command: sdk.EnableEbsEncryptionByDefaultCommand, resend: true },
  EnableImageBlockPublicAccess: { Command: sdk.EnableImageBlockPublicAccessCommand, resend: true },
  EnableSnapshotBlockPublicAccess: {
    Command: sdk.EnableSnapshotBlockPublicAccessCommand,
    resend: true,
  },
  ModifyInstanceMetadataDefaults: {
    Command: sdk.ModifyInstanceMetadataDefaultsCommand,
    resend: true,
  },
  // The second one is refused: the association of that id is over.
  ReplaceIamInstanceProfileAssociation: {
    Command: sdk.ReplaceIamInstanceProfileAssociationCommand,
    actions: ['ec2:ReplaceIamInstanceProfileAssociation', 'iam:PassRole'],
    resend: true,
    noStepSends: true,
  },
} satisfies Writes;
