import * as sdk from '@aws-sdk/client-ec2';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { EC2Client as Client } from '@aws-sdk/client-ec2';

export const reads = {
  DescribeImages: { Command: sdk.DescribeImagesCommand, pages: BY_NEXT_TOKEN },
  DescribeInstances: { Command: sdk.DescribeInstancesCommand, pages: BY_NEXT_TOKEN },
  DescribeSnapshots: { Command: sdk.DescribeSnapshotsCommand, pages: BY_NEXT_TOKEN },
  GetEbsEncryptionByDefault: { Command: sdk.GetEbsEncryptionByDefaultCommand },
  GetImageBlockPublicAccessState: { Command: sdk.GetImageBlockPublicAccessStateCommand },
  GetInstanceMetadataDefaults: { Command: sdk.GetInstanceMetadataDefaultsCommand },
  GetSerialConsoleAccessStatus: { Command: sdk.GetSerialConsoleAccessStatusCommand },
  GetSnapshotBlockPublicAccessState: { Command: sdk.GetSnapshotBlockPublicAccessStateCommand },
} satisfies Reads;

export const writes = {
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
} satisfies Writes;
