import type { Account, ApiCall, Change, ConsoleChange } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { allowsCloudTrail, type Delivery } from './bucket-policy.ts';
import { explainDeliveryError } from './delivery-errors.ts';
import { allowDelivery } from './delivery-policy.ts';
import { offerLeftOutEvents, recordAllEvents } from './event-changes.ts';
import type { Bucket } from './log-bucket.ts';
import { narrowOldRule } from './retention.ts';
import {
  dangerIfForeign,
  type OtherTrails,
  startLogging,
  trailCall,
  withCostOfCopy,
} from './trail-calls.ts';
import { TRAIL_NAME, type Trail } from './trails.ts';

/** The ARN of the trail that Rootlock makes in this region, known before it exists. */
export const trailArn = ({ partition, id }: Account, home: string): string =>
  `arn:${partition}:cloudtrail:${home}:${id}:trail/${TRAIL_NAME}`;

/** Creates a trail of all events and starts it. A trail made by API does not record until it is started. */
export function newTrail(
  account: Account,
  home: string,
  bucket: string,
  prefix: string,
  others: OtherTrails,
): ApiCall[] {
  const folder: NonNullable<ApiCall['diff']> =
    prefix === '' ? [] : [[t('folder'), t('none'), t('{where}', { where: prefix })]];
  const create: ApiCall = {
    kind: 'call',
    summary: t('Create the trail {name}', { name: TRAIL_NAME }),
    diff: [
      [t('regions'), t('none'), t('all')],
      [t('events'), t('kept for 90 days'), t('all management events, read and write')],
      [t('log files'), t('none'), t('validated, so tampering is detectable')],
      ...folder,
    ],
    undo: t('CloudTrail console > Trails > {name} > Delete', { name: TRAIL_NAME }),
    service: 'cloudtrail',
    operation: 'CreateTrail',
    region: home,
    input: {
      Name: TRAIL_NAME,
      S3BucketName: bucket,
      ...(prefix !== '' && { S3KeyPrefix: prefix }),
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      TagsList: [ROOTLOCK_TAG],
    },
  };
  // Deleting the trail also stops it, so the start needs no undo.
  const { undo: _, ...start } = startLogging(TRAIL_NAME, trailArn(account, home), home);
  return [create, withCostOfCopy(start, others)];
}

/**
 * Repairs a trail from its home region. The bucket's policy comes first, because CloudTrail tests it at each change.
 * `delivery`: to the bucket that is to receive its files. `mayHarden`: the bucket's policy is in order by now.
 */
export function trailRepairs(
  trail: Trail,
  bucket: Bucket,
  others: OtherTrails,
  { delivery, mayHarden }: { delivery: Omit<Delivery, 'bucket'>; mayHarden: boolean },
): Change[] {
  const { name, arn, home, error } = trail;
  const changes: Change[] = [];
  const changesBucket = trail.bucket !== bucket.name;
  if (!mayHarden && bucket.kind === 'existing') {
    changes.push(...narrowOldRule(bucket, delivery.account));
    const isShutOut = error?.startsWith('AccessDenied') ?? false;
    if (bucket.settings && (isShutOut || !allowsCloudTrail(bucket.settings.policy))) {
      changes.push(...allowDelivery(bucket, delivery));
    }
  }
  const rows = differences(trail);
  if (rows.length > 0 || changesBucket) {
    const update: ApiCall = {
      ...trailCall(trail, t('Complete the settings of the trail {name}', { name })),
      diff: changesBucket
        ? [
            ...rows,
            [t('bucket'), t('{name}', { name: trail.bucket }), t('{name}', { name: bucket.name })],
          ]
        : rows,
      service: 'cloudtrail',
      operation: 'UpdateTrail',
      region: home,
      input: {
        Name: arn,
        ...(changesBucket && { S3BucketName: bucket.name }),
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: true,
        EnableLogFileValidation: true,
      },
    };
    changes.push(trail.multiRegion ? update : withCostOfCopy(update, others));
  }
  if (trail.events !== 'all') changes.push(recordAllEvents(trail));
  if (!trail.logging) {
    const start = startLogging(name, arn, home);
    const diff: ApiCall['diff'] = [[t('recording'), t('stopped'), t('on')]];
    changes.push(withCostOfCopy({ ...start, diff, ...dangerIfForeign(trail) }, others));
  }
  // AWS keeps the error until it writes the next file. So this change stays after the bucket is repaired.
  if (error) changes.push(checkDelivery(trail, error));
  if (trail.own && trail.leftOut.length > 0) changes.push(offerLeftOutEvents(trail));
  return changes;
}

function differences({ multiRegion, globalEvents, validation }: Trail): [Text, Text, Text][] {
  return [
    ...(multiRegion ? [] : [[t('regions'), t('one'), t('all')] as [Text, Text, Text]]),
    ...(globalEvents
      ? []
      : [[t('IAM and sign-in'), t('left out'), t('recorded')] as [Text, Text, Text]]),
    ...(validation
      ? []
      : [
          [
            t('log files'),
            t('can be changed unnoticed'),
            t('validated, so tampering is detectable'),
          ] as [Text, Text, Text],
        ]),
  ];
}

function checkDelivery({ name, home }: Trail, error: string): ConsoleChange {
  const { cause, fix } = explainDeliveryError(error);
  return {
    kind: 'console',
    id: 'delivery',
    shownLate: true,
    summary: t('Make {name} deliver log files again: {cause}', { name, cause }),
    url: `https://${home}.console.aws.amazon.com/cloudtrailv2/home?region=${home}#/trails`,
    page: t('the list of trails'),
    instructions: [
      t('Open the trail {name} and look at "Last log file delivered".', { name }),
      fix,
      t('The error goes away once AWS delivers the next file.'),
    ],
  };
}
