import {
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../src/aws/connection.ts';
import type { PageLook } from '../../src/review/page.ts';
import { rights } from '../../src/review/rights.ts';
import { allowAll } from '../support/accounts/policies.ts';
import { startBus } from '../support/alerts/bus.ts';
import { ACCOUNT, ROOT_KEYS } from '../support/emulator/server.ts';

/** ministack: its simulator is not ours, answers of one resource at a time, and names no statement. */
let ministack: Awaited<ReturnType<typeof startBus>>;
const credentials = { accessKeyId: ROOT_KEYS[0], secretAccessKey: 'not checked' };
beforeAll(async () => {
  ministack = await startBus();
});
afterAll(() => ministack.stop());

it('shows what another simulator says of users that were made over the API, and sends no write', async () => {
  const iam = new IAMClient({ endpoint: ministack.url, region: 'us-east-1', credentials });
  const PolicyDocument = allowAll({ Action: 's3:*' });
  await iam.send(new CreateUserCommand({ UserName: 'kim' }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'kim' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'Storage' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'Storage', UserName: 'kim' }));
  await iam.send(
    new PutGroupPolicyCommand({ GroupName: 'Storage', PolicyName: 's3', PolicyDocument }),
  );
  await iam.send(
    new PutUserPolicyCommand({
      UserName: 'kim',
      PolicyName: 'no',
      PolicyDocument: allowAll({ Effect: 'Deny', Action: 's3:Delete*' }),
    }),
  );
  const sent: { operation: string; write: boolean }[] = [];
  const reads = connect(
    { endpoint: ministack.url, region: 'us-east-1', credentials: async () => credentials },
    {
      sleep: async () => undefined,
      onSent: ({ request, write }) => sent.push({ operation: request.operation, write }),
    },
  ).reads();
  const look = {
    ...reads,
    account: { id: ACCOUNT, partition: 'aws', region: 'us-east-1' },
    regions: ['us-east-1'],
    settings: { who: 'kim', actions: 's3:GetObject,s3:DeleteBucket,iam:CreateUser' },
  } as unknown as PageLook;
  const seen = await rights.observe(look, () => undefined);
  const { rows } = rights.table(seen);
  expect(rows.map(({ key, cells }) => [key, cells['with-mfa']])).toMatchObject([
    ['s3:GetObject', { value: 'allowed' }],
    ['s3:DeleteBucket', { value: 'explicitDeny' }],
    ['iam:CreateUser', { value: 'implicitDeny' }],
  ]);
  expect(await rights.detail(seen, 's3:GetObject', look)).toBeDefined();
  expect(await rights.detail(seen, 'kim', look)).toBeDefined();
  expect(sent.map(({ operation }) => operation)).toContain('SimulatePrincipalPolicy');
  expect(sent.filter(({ write }) => write)).toEqual([]);
});
