import type { Account, ApiCall, Change, ConsoleChange } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { OURS } from '../shared/arns-and-tags.ts';
import { admission } from './bucket-hardening.ts';
import { letsTrailsWrite } from './bucket-policy.ts';
import type { Bucket } from './log-bucket.ts';
import { TRAIL, type Trail, withAllEvents } from './trails.ts';

/** Of the trail that Rootlock would make there: known before it exists. */
export const trailArn = ({ partition, id }: Account, home: string): string =>
  `arn:${partition}:cloudtrail:${home}:${id}:trail/${TRAIL}`;

/** A trail of all that happens, and its start: made by API, a trail does not record until it is told to. */
export function newTrail(
  account: Account,
  home: string,
  bucket: string,
  prefix: string,
  others: string[],
): ApiCall[] {
  const create: ApiCall = {
    kind: 'call',
    summary: t('Create the trail {name}', { name: TRAIL }),
    diff: [
      [t('regions'), t('none'), t('all')],
      [t('events'), t('kept for 90 days'), t('all management events, read and write')],
      [t('log files'), t('none'), t('signed: a changed or deleted one shows')],
    ],
    undo: t('CloudTrail console, Trails, {name}, Delete', { name: TRAIL }),
    service: 'cloudtrail',
    operation: 'CreateTrail',
    region: home,
    input: {
      Name: TRAIL,
      S3BucketName: bucket,
      ...(prefix !== '' && { S3KeyPrefix: prefix }),
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      TagsList: [OURS],
    },
  };
  // Deleted, it has stopped too.
  const { undo: _, ...begin } = start(TRAIL, trailArn(account, home), home);
  return [create, paid(begin, others)];
}

/** What a trail lacks, changed in its home region. Its bucket's policy first: CloudTrail tries it at each change. */
export function repairs(
  trail: Trail,
  bucket: Bucket,
  others: string[],
  account: Account,
): Change[] {
  const { name, arn, home, prefix, error } = trail;
  const changes: Change[] = [];
  const moved = trail.bucket !== bucket.name;
  const adopted = bucket.kind === 'existing' && bucket.settings !== null;
  if (adopted && (error || !letsTrailsWrite(bucket.settings?.policy ?? null))) {
    changes.push(...admission(bucket, { account, trail: arn, prefix }));
  }
  const rows = differences(trail);
  if (rows.length > 0 || moved) {
    const update: ApiCall = {
      ...told(trail, t('Make the trail {name} complete', { name })),
      diff: moved
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
        ...(moved && { S3BucketName: bucket.name }),
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: true,
        EnableLogFileValidation: true,
      },
    };
    changes.push(trail.multiRegion ? update : paid(update, others));
  }
  if (trail.events !== 'all') {
    changes.push({
      ...told(trail, t('Let the trail {name} record all management events', { name })),
      diff: [[t('events'), t('some left out'), t('all management events, read and write')]],
      service: 'cloudtrail',
      operation: 'PutEventSelectors',
      region: home,
      input: withAllEvents(trail),
    });
  }
  if (!trail.logging) changes.push(paid({ ...start(name, arn, home), ...power(trail) }, others));
  // Not where the bucket is yet to be mended: AWS forgets the error with the next file that it writes.
  if (error) changes.push(delivery(trail, error));
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

/** An organization's trail is changed for all its accounts. */
const power = ({ organization }: Trail) => (organization ? { danger: true as const } : {});

const told = (trail: Trail, summary: Text) => ({
  kind: 'call' as const,
  summary,
  ...power(trail),
  undo: t('CloudTrail console, Trails, {name}, Edit', { name: trail.name }),
});

const start = (name: string, Name: string, home: string): ApiCall => ({
  kind: 'call',
  summary: t('Start the trail {name}', { name }),
  undo: t('CloudTrail console, Trails, {name}, Stop logging', { name }),
  service: 'cloudtrail',
  operation: 'StartLogging',
  region: home,
  input: { Name },
});

/** Never a second copy in silence: it is paid for. AWS CloudTrail pricing, 2026. */
const paid = (call: ApiCall, others: string[]): ApiCall =>
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

const delivery = ({ name, home }: Trail, error: string): ConsoleChange => ({
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
