import { CreateBudgetCommand } from '@aws-sdk/client-budgets';
import { CreateTrailCommand, PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import { CreateVirtualMFADeviceCommand } from '@aws-sdk/client-iam';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { steps } from '../../../../steps/index.ts';
import { budgetsOf, cloudtrailOf, iamOf, s3Of } from '../clients.ts';
import { LEAVER, makeLeaver } from '../leaver.ts';
import { arnOf, HOME as ELSEWHERE, Bucket as LOGS, newBucket, policyFor } from '../log-bucket.ts';
import { KIM } from '../owner.ts';
import { ACCOUNT, type Emulator, ROOT_KEYS, ROOT_SESSION } from '../server.ts';

/** A step that a run secures, in an account in which all is secured that the step needs. */
export interface Scenario {
  step: string;
  /** A playbook in place of the account's step: the words of its command. */
  playbook?: string[];
  /** What else there is in the account, if it is not fresh. */
  from?: string;
  prepare?(emulator: Emulator): Promise<unknown>;
  /** What is agreed to beside what `--yes` takes. */
  agreed?: Record<string, true>;
  /** With which exit code an undisturbed run ends, if it is not 0. */
  ends?: number;
}

/** A device whose key is lost, as a run leaves it that lost AWS's answer. */
function leftover(emulator: Emulator): Promise<unknown> {
  const Tags = [{ Key: 'managed-by', Value: 'rootlock' }];
  const create = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: KIM, Tags });
  // Not by root's key: a key that was used lately is not deleted at once.
  return iamOf(emulator, ROOT_SESSION).send(create);
}

const keyInUse = (emulator: Emulator) =>
  emulator.useKey(ROOT_KEYS[0], { service: 'ec2', region: 'eu-west-1', ago: 600 });

const certificate = (emulator: Emulator) => emulator.root({ keys: 0, certificates: 1 });

/** A trail of one region, not home, stopped, that records no reads, in a bucket of ours. */
async function weakTrail(emulator: Emulator): Promise<void> {
  const Name = 'rootlock-trail';
  const Bucket = `${Name}-${ACCOUNT}-${ELSEWHERE}-an`;
  const [s3, cloudtrail] = [s3Of(emulator, ELSEWHERE), cloudtrailOf(emulator, ELSEWHERE)];
  await newBucket(emulator, Bucket);
  const Policy = policyFor(arnOf(Name)).replaceAll(LOGS, Bucket);
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  await cloudtrail.send(new CreateTrailCommand({ Name, S3BucketName: Bucket }));
  const EventSelectors = [{ ReadWriteType: 'WriteOnly' as const, IncludeManagementEvents: true }];
  await cloudtrail.send(new PutEventSelectorsCommand({ TrailName: Name, EventSelectors }));
}

/** A budget of ours with another amount and one notification, to somebody else. */
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

/** Accounts that are not fresh. */
const SPECIAL: Scenario[] = [
  { step: 'admin-mfa', from: 'with a leftover', prepare: leftover },
  {
    step: 'cloudtrail',
    from: 'with a weak trail',
    prepare: weakTrail,
    // Somebody has chosen what it records.
    agreed: { 'cloudtrail.apply': true },
  },
  {
    step: 'billing-alerts',
    from: 'with a weak budget',
    prepare: weakBudgets,
    // A budget that is there already is changed only if its owner says so.
    agreed: { 'billing-alerts.apply': true },
  },
  { step: 'root-keys', from: 'with one in use', ends: 2, prepare: keyInUse },
  { step: 'root-keys', from: 'with a certificate', prepare: certificate },
];

/**
 * A user who is there already after a run that broke off, and made by nobody knows whom, is the owner's question. So is what costs
 * money.
 */
const AGREED: Record<string, Scenario['agreed']> = {
  'admin-user': { 'admin-user.apply': true },
  guardduty: { 'guardduty.apply': true },
};

/** In `test:faults` alone: each contract of their steps plays the same faults in practice. */
const PLAYBOOKS: Scenario[] = [
  { step: 'person', from: 'for somebody new', playbook: ['person', 'kim'] },
  {
    step: 'leave',
    from: 'with something of each kind',
    playbook: ['person', LEAVER, '--leave'],
    prepare: makeLeaver,
  },
];

/** What a run is called with. */
export const wordsOf = ({ step, playbook }: Scenario): string[] => playbook ?? ['--only', step];

/** Those about the owner's computer change nothing in AWS. */
export const inAws = steps.filter(({ onComputer }) => !onComputer);

export const scenarios: Scenario[] = [
  ...inAws.map(({ id }): Scenario => {
    const agreed = AGREED[id];
    return { step: id, ...(agreed && { agreed }) };
  }),
  ...SPECIAL,
  ...PLAYBOOKS,
];
