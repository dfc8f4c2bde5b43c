import {
  AddRoleToInstanceProfileCommand,
  AttachUserPolicyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { steps } from '../../../steps/index.ts';
import { NOW, newAccount } from '../accounts/new-account.ts';
import { giveGroup } from '../accounts/people.ts';
import { runSteps } from '../accounts/run-steps.ts';
import { cloudtrailOf, iamOf, s3Of } from '../clients.ts';
import { exampleAnswers } from '../owner/unattended.ts';

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::x/\${aws:username}` },
  ],
});
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});
const Tags = [{ Key: 'managed-by', Value: 'rootlock' }];

/** What the commands about a person, a key and a role may leave, under this name. */
async function giveIdentities(state: PracticeState, name: string): Promise<void> {
  const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
  giveGroup(state, name);
  const group = { GroupName: name, PolicyName: name, PolicyDocument: DOCUMENT };
  await iam.send(new PutGroupPolicyCommand(group));
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: name, PolicyDocument: DOCUMENT }),
  );
  await iam.createUser({ UserName: name, Tags });
  await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn: Policy?.Arn }));
  await iam.createAccessKey({ UserName: name });
  const inline = { UserName: name, PolicyName: name, PolicyDocument: DOCUMENT };
  await iam.send(new PutUserPolicyCommand(inline));
  const role = { RoleName: name, AssumeRolePolicyDocument: TRUST, Tags };
  await iam.send(new CreateRoleCommand(role));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name }));
  await iam.send(
    new AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: name }),
  );
}

/** An access log, which is an offer, and data events of the owner's. */
async function giveTrailMore(state: PracticeState): Promise<void> {
  const practice = createPracticeAccount(state, { now: () => NOW });
  const s3 = s3Of(practice);
  await s3.createBucket({ Bucket: 'access-logs-of-kim' });
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::access-logs-of-kim/*',
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await s3.putBucketPolicy({ Bucket: 'access-logs-of-kim', Policy });
  const LoggingEnabled = { TargetBucket: 'access-logs-of-kim', TargetPrefix: 'log/' };
  await s3.putBucketLogging({
    Bucket: state.buckets[0]?.name,
    BucketLoggingStatus: { LoggingEnabled },
  });
  const EventSelectors = [
    {
      ReadWriteType: 'All' as const,
      IncludeManagementEvents: true,
      DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::photos/'] }],
      ExcludeManagementEventSources: ['kms.amazonaws.com'],
    },
  ];
  await cloudtrailOf(practice).putEventSelectors({ TrailName: 'rootlock-trail', EventSelectors });
}

/** An account in which every step is done, and the commands about people, keys and roles as well. */
export async function finishedAccount(): Promise<PracticeState> {
  const state = newAccount();
  // AWS makes one by itself where Cost Explorer is open.
  state.anomalyMonitors = [];
  state.anomalySubscriptions = [];
  const { rows } = await runSteps(state, steps, { answers: await exampleAnswers() });
  const open = rows.filter((row) => row.state !== 'secure' && row.state !== 'attested');
  if (open.length > 0) throw new Error(open.map(({ id, state }) => `${id} ${state}`).join());
  await giveIdentities(state, 'web');
  await giveTrailMore(state);
  return state;
}
