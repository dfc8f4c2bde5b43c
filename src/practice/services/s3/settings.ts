import { badRequest, type Table } from '../operation-table.ts';
import { checkedBlock } from './access-block.ts';
import { findBucket, notConfigured } from './find-bucket.ts';
import { checkedRules } from './lifecycle.ts';

const malformed = () =>
  badRequest('MalformedXML', 'The XML you provided was not well-formed or did not validate.');

export const bucketSettings = {
  GetPublicAccessBlock(input, call) {
    const { block } = findBucket(input, call, 's3:GetBucketPublicAccessBlock');
    if (!block) {
      throw notConfigured(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
      );
    }
    return { PublicAccessBlockConfiguration: block };
  },

  /** Replaces all four settings: an omitted one is off. */
  PutPublicAccessBlock(input, call) {
    const bucket = findBucket(input, call, 's3:PutBucketPublicAccessBlock');
    bucket.block = checkedBlock(input.PublicAccessBlockConfiguration);
    return {};
  },

  /** Lists are off under BucketOwnerEnforced: the owner alone is in it then. */
  GetBucketAcl(input, call) {
    const { acl, ownership } = findBucket(input, call, 's3:GetBucketAcl');
    const owner = { Type: 'CanonicalUser' as const, ID: 'practice' };
    const group = { Type: 'Group' as const, URI: `http://acs.amazonaws.com/groups/global/${acl}` };
    const isOff = ownership === 'BucketOwnerEnforced';
    return {
      Owner: { ID: 'practice' },
      Grants: [
        { Grantee: owner, Permission: 'FULL_CONTROL' as const },
        ...(acl && !isOff ? [{ Grantee: group, Permission: 'READ' as const }] : []),
      ],
    };
  },

  GetBucketOwnershipControls(input, call) {
    const { ownership } = findBucket(input, call, 's3:GetBucketOwnershipControls');
    if (!ownership) {
      throw notConfigured(
        'OwnershipControlsNotFoundError',
        'The bucket ownership controls were not found',
      );
    }
    return { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } };
  },

  PutBucketOwnershipControls(input, call) {
    const bucket = findBucket(input, call, 's3:PutBucketOwnershipControls');
    const [rule, ...more] = input.OwnershipControls?.Rules ?? [];
    if (!rule?.ObjectOwnership || more.length > 0) throw malformed();
    bucket.ownership = rule.ObjectOwnership;
    return {};
  },

  GetBucketEncryption(input, call) {
    const { encryption } = findBucket(input, call, 's3:GetEncryptionConfiguration');
    if (!encryption) {
      throw notConfigured(
        'ServerSideEncryptionConfigurationNotFoundError',
        'The server side encryption configuration was not found',
      );
    }
    const { algorithm, key, bucketKey } = encryption;
    const ApplyServerSideEncryptionByDefault = {
      SSEAlgorithm: algorithm,
      ...(key && { KMSMasterKeyID: key }),
    };
    const Rules = [{ ApplyServerSideEncryptionByDefault, BucketKeyEnabled: bucketKey }];
    return { ServerSideEncryptionConfiguration: { Rules } };
  },

  PutBucketEncryption(input, call) {
    const bucket = findBucket(input, call, 's3:PutEncryptionConfiguration');
    const [rule, ...more] = input.ServerSideEncryptionConfiguration?.Rules ?? [];
    const { SSEAlgorithm, KMSMasterKeyID } = rule?.ApplyServerSideEncryptionByDefault ?? {};
    if (!SSEAlgorithm || more.length > 0) throw malformed();
    if (SSEAlgorithm === 'AES256' && KMSMasterKeyID) {
      throw badRequest(
        'InvalidArgument',
        'a KMSMasterKeyID is not applicable if the algorithm is AES256',
      );
    }
    bucket.encryption = {
      algorithm: SSEAlgorithm as 'AES256',
      ...(KMSMasterKeyID && { key: KMSMasterKeyID }),
      bucketKey: rule?.BucketKeyEnabled ?? false,
    };
    return {};
  },

  /** A bucket that never had versioning has no status at all. */
  GetBucketVersioning(input, call) {
    const { versioning } = findBucket(input, call, 's3:GetBucketVersioning');
    return versioning ? { Status: versioning } : {};
  },

  PutBucketVersioning(input, call) {
    const bucket = findBucket(input, call, 's3:PutBucketVersioning');
    const { Status } = input.VersioningConfiguration ?? {};
    if (Status !== 'Enabled' && Status !== 'Suspended') {
      throw badRequest(
        'IllegalVersioningConfigurationException',
        'The Versioning element must be specified',
      );
    }
    bucket.versioning = Status;
    return {};
  },

  GetBucketLifecycleConfiguration(input, call) {
    const { lifecycle } = findBucket(input, call, 's3:GetLifecycleConfiguration');
    if (!lifecycle) {
      throw notConfigured(
        'NoSuchLifecycleConfiguration',
        'The lifecycle configuration does not exist',
      );
    }
    return { Rules: lifecycle as { Status: 'Enabled' }[] };
  },

  /** Replaces all rules. */
  PutBucketLifecycleConfiguration(input, call) {
    const bucket = findBucket(input, call, 's3:PutLifecycleConfiguration');
    bucket.lifecycle = checkedRules(input.LifecycleConfiguration?.Rules);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;
