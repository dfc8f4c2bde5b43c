import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import type { Bucket } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { statements } from '../../../steps/iam/policy-document.ts';
import {
  lackOf,
  parseBucketPolicy,
  type Statement,
  trailStatements,
} from '../../../steps/trail/bucket-policy.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';

it('half a bucket policy counts as a damaged answer, not as a policy or a bug', () => {
  const whole = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow' } });
  expect(parseBucketPolicy(whole)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow' }],
  });
  for (let length = 0; length < whole.length; length++) {
    expect(() => parseBucketPolicy(whole.slice(0, length))).toThrow(Blocked);
  }
});

it('half an IAM policy counts as a damaged answer, never as one that allows nothing', () => {
  const whole = encodeURIComponent(JSON.stringify({ Statement: [{ Effect: 'Allow' }] }));
  expect(statements(whole)).toEqual([{ Effect: 'Allow' }]);
  for (let length = 0; length < whole.length; length++) {
    expect(() => statements(whole.slice(0, length))).toThrow(Blocked);
  }
});

it.each([
  'null',
  '3',
  '"Allow"',
  '[]',
  '{"Statement":[[]]}',
  '{"Statement":{"Condition":[]}}',
  '{"Statement":null}',
  '{"Statement":[null]}',
  '{"Statement":["Allow"]}',
  '{"Statement":{"Action":5}}',
  '{"Statement":{"Resource":[null]}}',
  '{"Statement":{"Condition":null}}',
  '{"Statement":{"Condition":{"Bool":null}}}',
])('%s instead of a policy counts as a damaged answer', (text) => {
  expect(() => statements(text)).toThrow(Blocked);
  expect(() => parseBucketPolicy(text)).toThrow(Blocked);
});

const OURS = 'rootlock-trail-111122223333-us-east-1-an';
const ARN = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/rootlock-trail';
const DELIVERY = {
  partition: 'aws',
  account: '111122223333',
  bucket: OURS,
  prefix: '',
  trail: ARN,
};
const [aclCheck, write, transport] = trailStatements(DELIVERY) as [Statement, Statement, Statement];
const SECOND = ARN.replace('rootlock-trail', 'second');
const TLS = { ...transport, Condition: { NumericLessThan: { 's3:TlsVersion': '1.3' } } };

describe('a statement of ours', () => {
  it('that lets a second trail write too says what the first one needs', () => {
    const both = (one: Statement): Statement => ({
      ...one,
      Condition: {
        ...one.Condition,
        StringEquals: { ...one.Condition?.StringEquals, 'aws:SourceArn': [ARN, SECOND] },
      },
    });
    const policy = { Statement: [both(aclCheck), both(write), transport] };
    expect(lackOf(policy, DELIVERY)).toBeUndefined();
  });

  it.each<[string, Statement]>([
    ['is about all accounts', { ...write, Resource: `arn:aws:s3:::${OURS}/*` }],
    ['has no condition', { ...write, Condition: {} }],
    [
      'names the account',
      { ...write, Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } } },
    ],
    [
      'has a wildcard',
      {
        ...write,
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } },
      },
    ],
  ])('that %s says what the trail needs', (_, edited) => {
    expect(lackOf({ Statement: [aclCheck, edited, transport] }, DELIVERY)).toBeUndefined();
  });

  it('that says something else stays, and what is missing is added beside it', () => {
    const lack = lackOf({ Statement: [aclCheck, write, TLS] }, DELIVERY);
    expect(lack?.policy.Statement).toEqual([
      aclCheck,
      write,
      TLS,
      { ...transport, Sid: 'RootlockOnlyEncryptedTransport2' },
    ]);
    expect(lack?.edited).toEqual([TLS]);
  });

  it('that was changed is shown word for word, which nobody but the owner can agree to', async () => {
    const state = freshAccount(NOW);
    const policy = JSON.stringify({ Statement: [aclCheck, write, TLS] });
    giveTrail(state, { name: 'rootlock-trail', bucket: OURS });
    Object.assign(state.buckets[0] as Bucket, { policy, versioning: 'Enabled' });
    const { rows } = await runSteps(state, [cloudtrail], { observeOnly: true });
    const [put, ...more] = rows[0]?.changes ?? [];
    expect(more).toEqual([]);
    expect(put).toMatchObject({ operation: 'PutBucketPolicy', danger: true });
    const said = put?.diff?.flat().map(say) ?? [];
    expect(said.join(' ')).toContain('"s3:TlsVersion":"1.3"');
    expect(said.join(' ')).toContain('"aws:SecureTransport":"false"');
    await runSteps(state, [cloudtrail], {});
    expect(JSON.parse(state.buckets[0]?.policy ?? '').Statement).toContainEqual(TLS);
    expect((await runSteps(state, [cloudtrail], {})).writes).toEqual([]);
  });
});

it('the trail of an organization may write to the folders of the account and of the organization', async () => {
  const state = freshAccount(NOW);
  state.organization = { id: 'o-exampleorg', managementAccount: state.id };
  giveTrail(state, { organization: state.id, bucket: 'gone', started: '2026-11-20T12:00:00Z' });
  const { rows, writes } = await runSteps(state, [cloudtrail], {});
  expect(rows[0]?.message).toBeUndefined();
  expect(writes).toContain('UpdateTrail');
  const bucket = state.buckets.find(({ name }) => name === OURS);
  const resources = JSON.parse(bucket?.policy ?? '').Statement.flatMap(
    (one: Statement) => one.Resource,
  );
  expect(resources).toContain(`arn:aws:s3:::${OURS}/AWSLogs/111122223333/*`);
  expect(resources).toContain(`arn:aws:s3:::${OURS}/AWSLogs/o-exampleorg/*`);
});

describe('a bucket whose policy lets everybody in', () => {
  const PUBLIC = { Sid: 'Site', Effect: 'Allow', Principal: '*', Action: 's3:GetObject' };
  const policyOf = (name: string, ...more: object[]) =>
    JSON.stringify({ Statement: [{ ...PUBLIC, Resource: `arn:aws:s3:::${name}/*` }, ...more] });

  it('is named with its statement before anything is written', async () => {
    const state = freshAccount(NOW);
    const { block: _, ...bucket } = giveBucket(state, 'site', { policy: policyOf('site') });
    state.buckets = [bucket];
    const answers = { 'cloudtrail.bucket': 'site' };
    const { rows } = await runSteps(state, [cloudtrail], { answers, observeOnly: true });
    expect(rows[0]?.changes).toMatchObject([{ kind: 'console', id: 'public-policy' }]);
    expect(rows[0]?.changes.map(({ summary }) => say(summary)).join()).toContain('Site');
    const run = runSteps(state, [cloudtrail], { answers });
    // Nobody in practice knows what to do about it.
    await expect(run).rejects.toThrow('cloudtrail.public-policy');
    expect(state.buckets).toEqual([bucket]);
  });

  it('does not have its policy changed for a trail that writes there, if S3 would refuse it', async () => {
    const state = freshAccount(NOW);
    giveBucket(state, 'site', { policy: policyOf('site') });
    giveTrail(state, { bucket: 'site', started: '2026-11-20T12:00:00Z' });
    const { rows } = await runSteps(state, [cloudtrail], { observeOnly: true });
    expect(rows[0]?.changes).toMatchObject([
      { kind: 'console', id: 'public-policy' },
      { kind: 'console', id: 'delivery' },
    ]);
  });
});
