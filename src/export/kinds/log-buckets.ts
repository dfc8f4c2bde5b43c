import { bucketRegion, isManaged } from '../../../steps/trail/log-bucket.ts';
import type { Look } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import { exportedTrail } from '../exported-trail.ts';
import { call, type Find, given, type Inventory, type Thing } from '../inventory.ts';
import { settingsOf } from './bucket-settings.ts';
import { TAGS, tagMap, tagsByName } from './iam-rights.ts';

/** The bucket of the trail, and the one that records who uses it. */
export const logBuckets: Find = (look, into) =>
  into.attempt(t('the buckets of the log files'), async () => {
    const found = await exportedTrail(look);
    if (!found) return;
    const { Buckets = [] } = await look.read('s3', 'ListBuckets', { MaxBuckets: 1000 });
    const regions = new Map(Buckets.map(({ Name = '', BucketRegion }) => [Name, BucketRegion]));
    const { bucket } = found.trail;
    if (!regions.has(bucket)) {
      if (bucket) into.leave(t('the bucket {name}', { name: bucket }), t('another account has it'));
      return;
    }
    const target = await addBucket(look, bucket, bucketRegion(look.account, bucket, regions), into);
    if (target === undefined || target === bucket || !regions.has(target)) return;
    await addBucket(look, target, bucketRegion(look.account, target, regions), into);
    // The bucket that is written to has to be there first.
    into.things.reverse();
  });

/** Returns the bucket that its access log goes to. */
async function addBucket(
  look: Look,
  Bucket: string,
  region: string,
  into: Inventory,
): Promise<string | undefined> {
  const thing = newBucket(look.account.id, Bucket, region);
  into.add(thing);
  const [stack] = thing.stack ?? [];
  const read = settingsOf(look, { Bucket, ExpectedBucketOwner: look.account.id }, region);
  let logsTo: string | undefined;
  for (const { what, find } of read) {
    await into.attempt(t('{what} of the bucket {name}', { what, name: Bucket }), async () => {
      const setting = await find();
      if (!setting) return;
      const { type, body, properties = {}, resource, command } = setting;
      thing.terraform?.push({
        type,
        name: Bucket,
        importId: Bucket,
        body: { bucket: Bucket, ...body },
      });
      Object.assign(stack?.properties ?? {}, properties);
      if (resource) thing.stack?.push({ name: Bucket, identifier: { Bucket }, ...resource });
      thing.commands.push(command);
      logsTo ??= setting.logsTo;
    });
  }
  return logsTo;
}

function newBucket(account: string, Bucket: string, region: string): Required<Thing> {
  const Tags = tagsByName(Bucket);
  return {
    region,
    terraform: [
      {
        type: 'aws_s3_bucket',
        name: Bucket,
        importId: Bucket,
        body: given({ bucket: Bucket, tags: tagMap(Tags) }),
        ignore: TAGS,
      },
    ],
    stack: [
      {
        type: 'AWS::S3::Bucket',
        name: Bucket,
        identifier: { BucketName: Bucket },
        properties: given({ BucketName: Bucket, Tags }),
      },
    ],
    commands: [
      call(
        's3',
        'CreateBucket',
        given({
          Bucket,
          BucketNamespace:
            isManaged(Bucket, account) || Bucket.endsWith('-an')
              ? ('account-regional' as const)
              : undefined,
          CreateBucketConfiguration: given({
            // S3 refuses us-east-1 as a location constraint.
            LocationConstraint: region === 'us-east-1' ? undefined : (region as 'eu-west-1'),
            Tags,
          }),
        }) as { Bucket: string },
        region,
      ),
    ],
  };
}
