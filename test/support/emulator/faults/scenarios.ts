import { CreateBudgetCommand } from '@aws-sdk/client-budgets';
import { CreateTrailCommand, PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { ADMINISTRATOR_ACCESS } from '../../accounts/policies.ts';
import { budgetsOf, cloudtrailOf, iamOf, s3Of } from '../clients.ts';
import { codesOf } from '../hands.ts';
import { Bucket as LOGS, policyFor } from '../log-bucket.ts';
import { ACCOUNT, type Emulator, ROOT_KEYS, ROOT_SESSION } from '../server.ts';

/** A step that a run secures, in an account in which all is done that it needs. */
export interface Scenario {
  step: string;
  /** What else there is, where it is not a fresh account. */
  from?: string;
  /** With which exit code an undisturbed run ends, where that is not 0. */
  ends?: number;
  /** What needs the owner is done in a terminal. */
  hands?: true;
  prepare(emulator: Emulator): Promise<unknown>;
}

/** What is answered in all of them. */
export const ANSWERS = {
  'admin-user.name': 'kim',
  'sign-in-url.alias': 'kims-shop',
  'cloudtrail.days': 400,
  'billing-alerts.addresses': 'kim@example.com',
  // A budget that is there already is changed on its owner's word alone.
  'billing-alerts.apply': true,
};

const UserName = ANSWERS['admin-user.name'];
const GroupName = 'admins';

/** Not by root's key: one that was used lately is not deleted at once. */
const asRoot = (emulator: Emulator) => iamOf(emulator, ROOT_SESSION);

const nothing = async () => undefined;

async function group(emulator: Emulator): Promise<void> {
  const iam = asRoot(emulator);
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: ADMINISTRATOR_ACCESS }));
}

async function user(emulator: Emulator): Promise<void> {
  await group(emulator);
  const iam = asRoot(emulator);
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
}

async function phone(emulator: Emulator): Promise<void> {
  await user(emulator);
  const iam = asRoot(emulator);
  const made = await iam.send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }),
  );
  const { SerialNumber, Base32StringSeed } = made.VirtualMFADevice ?? {};
  const [AuthenticationCode1, AuthenticationCode2] = codesOf(
    Buffer.from(Base32StringSeed ?? []).toString(),
  );
  await iam.send(
    new EnableMFADeviceCommand({
      UserName,
      SerialNumber,
      AuthenticationCode1,
      AuthenticationCode2,
    }),
  );
}

async function password(emulator: Emulator): Promise<void> {
  await phone(emulator);
  await asRoot(emulator).send(
    new CreateLoginProfileCommand({ UserName, Password: 'Correct-Horse-Battery-1' }),
  );
}

async function allButKeys(emulator: Emulator): Promise<void> {
  await password(emulator);
  await emulator.root({ mfa: true });
  await emulator.signIn(UserName, { mfa: 'Yes' });
}

/** Made by a run that lost its key. */
async function leftover(emulator: Emulator): Promise<void> {
  await user(emulator);
  const Tags = [{ Key: 'managed-by', Value: 'rootlock' }];
  await asRoot(emulator).send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName, Tags }),
  );
}

async function keyInUse(emulator: Emulator): Promise<void> {
  await allButKeys(emulator);
  await emulator.useKey(ROOT_KEYS[0], { service: 'ec2', region: 'eu-west-1', ago: 60 });
}

async function certificate(emulator: Emulator): Promise<void> {
  await allButKeys(emulator);
  await emulator.root({ keys: 0, certificates: 1 });
}

/** Of one region, stopped, and leaving out what is read: in a bucket of ours. */
async function weakTrail(emulator: Emulator): Promise<void> {
  const Bucket = `rootlock-trail-${ACCOUNT}-us-east-1-an`;
  const Name = 'rootlock-trail';
  const arn = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/${Name}`;
  const [s3, cloudtrail] = [s3Of(emulator), cloudtrailOf(emulator)];
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Policy = policyFor(arn).replaceAll(LOGS, Bucket);
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  await cloudtrail.send(new CreateTrailCommand({ Name, S3BucketName: Bucket }));
  const EventSelectors = [{ ReadWriteType: 'WriteOnly' as const, IncludeManagementEvents: true }];
  await cloudtrail.send(new PutEventSelectorsCommand({ TrailName: Name, EventSelectors }));
}

/** Ours, of another amount, that tells somebody else of one thing. */
async function weakBudgets(emulator: Emulator): Promise<void> {
  const Notification = {
    NotificationType: 'ACTUAL' as const,
    ComparisonOperator: 'GREATER_THAN' as const,
    Threshold: 80,
    ThresholdType: 'PERCENTAGE' as const,
  };
  const Subscribers = [{ SubscriptionType: 'EMAIL' as const, Address: 'lee@example.com' }];
  await budgetsOf(emulator).send(
    new CreateBudgetCommand({
      AccountId: ACCOUNT,
      Budget: {
        BudgetName: 'rootlock-monthly',
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: '7', Unit: 'USD' },
      },
      NotificationsWithSubscribers: [{ Notification, Subscribers }],
    }),
  );
}

export const scenarios: Scenario[] = [
  { step: 'root-mfa', hands: true, prepare: nothing },
  { step: 'password-policy', prepare: nothing },
  { step: 'admin-group', prepare: nothing },
  { step: 'admin-user', prepare: group },
  { step: 'admin-mfa', hands: true, prepare: user },
  { step: 'admin-password', hands: true, prepare: phone },
  { step: 'sign-in-url', prepare: nothing },
  { step: 'admin-sign-in', hands: true, prepare: password },
  { step: 'cloudtrail', prepare: nothing },
  { step: 'billing-alerts', prepare: nothing },
  { step: 'root-keys', hands: true, prepare: allButKeys },
  { step: 'admin-mfa', from: 'with a leftover', hands: true, prepare: leftover },
  { step: 'cloudtrail', from: 'with a weak trail', prepare: weakTrail },
  { step: 'billing-alerts', from: 'with a weak budget', prepare: weakBudgets },
  { step: 'root-keys', from: 'with one in use', hands: true, ends: 2, prepare: keyInUse },
  { step: 'root-keys', from: 'with a certificate', hands: true, prepare: certificate },
];
