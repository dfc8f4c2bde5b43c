import type { Account, ApiCall, Change, ConsoleChange } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { allowDelivery } from './bucket-hardening.ts';
import { allowsCloudTrail } from './bucket-policy.ts';
import type { Bucket } from './log-bucket.ts';
import { allEventsInput, TRAIL_NAME, type Trail } from './trails.ts';

/** The ARN of the trail that Rootlock makes in this region, known before it exists. */
export const trailArn = ({ partition, id }: Account, home: string): string =>
  `arn:${partition}:cloudtrail:${home}:${id}:trail/${TRAIL_NAME}`;

/** Creates a trail of all events and starts it. A trail made by API does not record until it is started. */
export function newTrail(
  account: Account,
  home: string,
  bucket: string,
  prefix: string,
  others: string[],
): ApiCall[] {
  const create: ApiCall = {
    kind: 'call',
    summary: t('Create the trail {name}', { name: TRAIL_NAME }),
    diff: [
      [t('regions'), t('none'), t('all')],
      [t('events'), t('kept for 90 days'), t('all management events, read and write')],
      [t('log files'), t('none'), t('signed: a changed or deleted one shows')],
    ],
    undo: t('CloudTrail console, Trails, {name}, Delete', { name: TRAIL_NAME }),
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
 */
export function trailRepairs(
  trail: Trail,
  bucket: Bucket,
  others: string[],
  account: Account,
): Change[] {
  const { name, arn, home, prefix, error } = trail;
  const changes: Change[] = [];
  const changesBucket = trail.bucket !== bucket.name;
  const isExisting = bucket.kind === 'existing' && bucket.settings !== null;
  if (isExisting && (error || !allowsCloudTrail(bucket.settings?.policy ?? null))) {
    changes.push(...allowDelivery(bucket, { account, trail: arn, prefix }));
  }
  const rows = differences(trail);
  if (rows.length > 0 || changesBucket) {
    const update: ApiCall = {
      ...trailCall(trail, t('Make the trail {name} complete', { name })),
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
  if (trail.events !== 'all') {
    changes.push({
      ...trailCall(trail, t('Let the trail {name} record all management events', { name })),
      diff: [[t('events'), t('some left out'), t('all management events, read and write')]],
      service: 'cloudtrail',
      operation: 'PutEventSelectors',
      region: home,
      input: allEventsInput(trail),
    });
  }
  if (!trail.logging)
    changes.push(
      withCostOfCopy({ ...startLogging(name, arn, home), ...dangerIfOrganization(trail) }, others),
    );
  // AWS keeps the error until it writes the next file. So this change stays after the bucket is repaired.
  if (error) changes.push(checkDelivery(trail, error));
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
            t('can be changed unseen'),
            t('signed: a changed or deleted one shows'),
          ] as [Text, Text, Text],
        ]),
  ];
}

/** A change of an organization's trail affects all its accounts. */
const dangerIfOrganization = ({ organization }: Trail) =>
  organization ? { danger: true as const } : {};

const trailCall = (trail: Trail, summary: Text) => ({
  kind: 'call' as const,
  summary,
  ...dangerIfOrganization(trail),
  undo: t('CloudTrail console, Trails, {name}, Edit', { name: trail.name }),
});

const startLogging = (name: string, Name: string, home: string): ApiCall => ({
  kind: 'call',
  summary: t('Start the trail {name}', { name }),
  undo: t('CloudTrail console, Trails, {name}, Stop logging', { name }),
  service: 'cloudtrail',
  operation: 'StartLogging',
  region: home,
  input: { Name },
});

/** A second copy of the events costs money, so the owner is asked. AWS CloudTrail pricing, 2026. */
const withCostOfCopy = (call: ApiCall, others: string[]): ApiCall =>
  others.length === 0
    ? call
    : {
        ...call,
        danger: true,
        diff: [
          ...(call.diff ?? []),
          [
            t('cost'),
            t('first copy of events: free'),
            t('{others} records too: about 2 USD per 100,000 events for the copy', {
              others: others.join(', '),
            }),
          ],
        ],
      };

const checkDelivery = ({ name, home }: Trail, error: string): ConsoleChange => ({
  kind: 'console',
  id: 'delivery',
  shownLate: true,
  summary: t('See that {name} delivers again: S3 said {error}', { name, error }),
  url: `https://${home}.console.aws.amazon.com/cloudtrailv2/home?region=${home}#/trails`,
  instructions: [
    t('Open the trail {name} and look at "Last log file delivered".', { name }),
    t('If S3 still says {error}: the policy of the bucket, or of its key, shuts CloudTrail out.', {
      error,
    }),
    t('AWS takes the error back with the next file that it can write.'),
  ],
});
