import { DeleteTrailCommand } from '@aws-sdk/client-cloudtrail';
import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import { ROOTLOCK_TAG } from '../../steps/shared/arns-and-tags.ts';
import { hardeningChanges } from '../../steps/trail/bucket-hardening.ts';
import type { Live } from './account.ts';
import { type Point, PREFIX, seen } from './point.ts';

const Name = `${PREFIX}-trail`;
const bucketOf = ({ id, region }: Pick<Live, 'id' | 'region'>) => `${PREFIX}-${id}-${region}-an`;

export const trail: Point = {
  about: 'Does CloudTrail take a bucket whose name is reserved for the account?',
  expected: 'yes, guarded as the wizard guards it',
  async try(live) {
    const { id, partition, region } = live;
    const bucket = {
      name: bucketOf(live),
      region,
      kind: 'new' as const,
      settings: null,
      lifecycle: null,
    };
    const arn = `arn:${partition}:cloudtrail:${region}:${id}:trail/${Name}`;
    for (const call of hardeningChanges(bucket, {
      delivery: { partition, account: id, trail: arn, prefix: '' },
      days: 90,
    })) {
      if (call.kind === 'call') await live.send(call);
    }
    // It is never started: a second copy of the events is paid for.
    await live.send({
      service: 'cloudtrail',
      operation: 'CreateTrail',
      region,
      input: {
        Name,
        S3BucketName: bucket.name,
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: true,
        EnableLogFileValidation: true,
        TagsList: [ROOTLOCK_TAG],
      },
    });
    const { Contents = [] } = await live.read(
      's3',
      'ListObjectsV2',
      { Bucket: bucket.name, ExpectedBucketOwner: id, MaxKeys: 10 },
      region,
    );
    const left = Contents.map(({ Key }) => Key).join(', ');
    return seen(
      `${bucket.name}: taken; CloudTrail left ${left || 'nothing'} in it; with object lock is not tried: it could not be cleaned up`,
      true,
    );
  },
  async clean({ id, ifThere, ...live }) {
    await ifThere('cloudtrail', new DeleteTrailCommand({ Name }));
    const of = { Bucket: bucketOf({ id, ...live }), ExpectedBucketOwner: id };
    // CloudTrail makes a folder at once.
    const found = await ifThere('s3', new ListObjectVersionsCommand(of));
    const Objects = [...(found?.Versions ?? []), ...(found?.DeleteMarkers ?? [])].map(
      ({ Key, VersionId }) => ({ Key, VersionId }),
    );
    if (Objects.length > 0) {
      await ifThere('s3', new DeleteObjectsCommand({ ...of, Delete: { Objects } }));
    }
    await ifThere('s3', new DeleteBucketCommand(of));
  },
};
