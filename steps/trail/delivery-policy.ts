import type { ApiCall, Change, ConsoleChange } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { bucketCall, type Diff, describeBucket, PERMISSIONS } from './bucket-call.ts';
import { type Delivery, lackOf, publicStatements, type Statement } from './bucket-policy.ts';
import type { Bucket } from './log-bucket.ts';

/** Lets the trail write, and adds nobody else. What is in the policy stays, whoever wrote it. */
export function allowDelivery(bucket: Bucket, delivery: Omit<Delivery, 'bucket'>): Change[] {
  const { name, settings } = bucket;
  const lack = lackOf(settings?.policy ?? null, { ...delivery, bucket: name });
  if (!lack) return [];
  if (settings?.publicPolicy && settings.refusesPublicPolicy) return [closePolicy(bucket)];
  const place = describeBucket(bucket);
  const others = lack.policy.Statement.length - lack.added.length;
  // Of a bucket whose name is still being typed, nobody knows who else may write to it.
  const isUnknown = settings === null && bucket.kind === 'existing';
  const summary =
    others === 0 && !isUnknown
      ? t('Allow only this trail to write to {place}, over TLS', { place })
      : t('Allow this trail to write to {place}, and require TLS for everybody', { place });
  const put = bucketCall(
    bucket,
    summary,
    { tab: PERMISSIONS, diff: [] },
    {
      service: 's3',
      operation: 'PutBucketPolicy',
      input: {
        Bucket: name,
        ExpectedBucketOwner: delivery.account,
        Policy: JSON.stringify(lack.policy),
      },
    },
  );
  if (others === 0) return [bucket.kind === 'existing' ? { ...put, diff: rowsOf(lack) } : put];
  const stays: Diff[number] = [
    t('other statements'),
    t('{others}', { others }),
    t('{others}, unchanged', { others }),
  ];
  if (bucket.kind === 'managed' && lack.edited.length === 0) return [{ ...put, diff: [stays] }];
  return [{ ...put, diff: [stays, ...rowsOf(lack)], danger: true } satisfies ApiCall];
}

/** Each statement that was changed by somebody, and each that is added, word for word. */
const rowsOf = ({ edited, added }: { edited: Statement[]; added: Statement[] }): Diff => [
  ...edited.map((one): Diff[number] => [nameOf(one), inWords(one), t('unchanged')]),
  ...added.map((one): Diff[number] => [nameOf(one), t('none'), inWords(one)]),
];

const nameOf = ({ Sid = '' }: Statement): Text => t('{name}', { name: Sid });
const inWords = ({ Sid: _, ...statement }: Statement): Text =>
  t('{json}', { json: JSON.stringify(statement) });

/**
 * A bucket that is open to everybody cannot hold the logs: S3 refuses to change its policy once the bucket is closed to
 * the public. Only the owner knows whether something needs it open.
 */
export const closePolicy = ({ name, region, settings }: Bucket): ConsoleChange => {
  const statements = publicStatements(settings?.policy ?? null).join(', ');
  return {
    kind: 'console',
    id: 'public-policy',
    summary: t('Remove the public statement from the bucket policy of {name}: {statements}', {
      name,
      statements,
    }),
    url: `https://${region}.console.aws.amazon.com/s3/buckets/${name}?region=${region}&tab=permissions`,
    page: t('the permissions of the bucket {name}', { name }),
    instructions: [
      t('Under "Bucket policy", choose "Edit" and remove the public statement: {statements}.', {
        statements,
      }),
      t('If something needs it, such as a website, choose another bucket.'),
    ],
  };
};
