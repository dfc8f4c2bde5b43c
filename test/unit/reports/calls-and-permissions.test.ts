import { beforeAll, describe, expect, it } from 'vitest';
import { notices } from '../../../src/app/account-notices.ts';
import { readAccountKind } from '../../../src/app/read-account-kind.ts';
import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import { allOperations } from '../../../src/aws/operations.ts';
import { requestsOf } from '../../../src/engine/change.ts';
import type { Step } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { ofAccount, permissions } from '../../../src/reports/permissions.ts';
import adminMfa from '../../../steps/admin-mfa.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import cisAlarms from '../../../steps/cis-alarms.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import contacts from '../../../steps/contacts.ts';
import costAnomalies from '../../../steps/cost-anomalies.ts';
import directPolicies from '../../../steps/direct-policies.ts';
import ec2Defaults from '../../../steps/ec2-defaults.ts';
import guardduty from '../../../steps/guardduty.ts';
import { steps } from '../../../steps/index.ts';
import oldCredentials from '../../../steps/old-credentials.ts';
import requireMfa from '../../../steps/require-mfa.ts';
import rootKeys from '../../../steps/root-keys.ts';
import s3PublicAccess from '../../../steps/s3-public-access.ts';
import signInAlerts from '../../../steps/sign-in-alerts.ts';
import trailAlerts from '../../../steps/trail-alerts.ts';
import { accountWithTrail, giveRules, giveTopic } from '../../support/accounts/alerts.ts';
import { EARLY_BUDGET, LEE, notificationAt, withBudgets } from '../../support/accounts/budgets.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { provenAccount } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';
import { iamOf } from '../../support/clients.ts';

const answers = {
  'admin-user.name': 'jun',
  'billing-alerts.addresses': `kim@example.com, ${LEE}`,
  'sign-in-alerts.confirm': 'link',
};
const SELECTOR = { ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] };
const OURS = { Key: 'managed-by', Value: 'rootlock' };

interface Case {
  account(): Promise<PracticeState>;
  /** The steps that find something else there than on a fresh account. Absent: all. */
  taken?: Step[];
}

/** Accounts that need every repair and every offer between them. */
const CASES: Case[] = [
  { account: async () => newAccount() },
  // Images that anybody may share, a detector that somebody has suspended, and a bucket of the days of access lists.
  {
    taken: [ec2Defaults, guardduty, s3PublicAccess],
    account: async () => {
      const state = newAccount();
      state.ec2['us-east-1'] = { images: 'unblocked' };
      state.detectors.push({ id: 'd1', region: 'us-east-1', enabled: false, features: [] });
      giveBucket(state, 'old', { block: undefined, ownership: 'ObjectWriter' } as never);
      return state;
    },
  },
  // An MFA device that was never enrolled, a trail that needs every repair, budgets that warn too little, no anomalies, and a
  // phone that nobody has proven.
  {
    taken: [adminMfa, cloudtrail, billingAlerts, costAnomalies, contacts],
    account: async () => {
      const state = newAccount();
      const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
      await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun', Tags: [OURS] });
      state.anomalyMonitors = [];
      if (state.contactInformation) state.contactInformation.verification = 'UNVERIFIED';
      giveTrail(state, { logging: false, everywhere: false, selectors: [SELECTOR] });
      await withBudgets(
        { emails: ['kim@example.com'], alerts: [notificationAt(50)] },
        { ...EARLY_BUDGET, more: { CostTypes: {} } },
      )(0, state);
      return state;
    },
  },
  // Alerts of the owner's that root's sign-ins are not among, and ours with all that somebody can do to them.
  {
    taken: [signInAlerts, trailAlerts, cisAlarms],
    account: async () =>
      accountWithTrail((state) => {
        giveRules(state, { source: ['aws.iam'] });
        const pending = { protocol: 'email', endpoint: LEE, token: 'abc' };
        giveTopic(state, { name: 'rootlock-alerts', subscriptions: [pending] });
        state.roles.push({
          id: 'AROAEXAMPLE',
          name: 'rootlock-alerts-forwarding',
          path: '/',
          created: NOW.toISOString(),
          trust: '{"Statement":[]}',
          inline: {},
          attached: [],
          tags: [],
        });
      }),
  },
  // Somebody with MFA that nothing asks for, and policies of their own of both kinds.
  {
    taken: [requireMfa, directPolicies],
    account: async () => {
      const state = newAccount();
      giveGroup(state, 'Developers', 'PowerUserAccess');
      giveUser(state, 'kim', {
        signsIn: true,
        mfa: true,
        groups: ['Developers'],
        attached: ['arn:aws:iam::aws:policy/SecurityAudit'],
        inline: { files: allowAll({ Action: 's3:*' }) },
      });
      return state;
    },
  },
  // Somebody who has not signed in for years.
  {
    taken: [oldCredentials],
    account: async () => {
      const state = newAccount();
      const { password } = giveUser(state, 'yoon', { signsIn: true });
      if (password) password.created = '2020-01-01T00:00:00.000Z';
      return state;
    },
  },
  // The administrator is proven, so that root's keys can be deleted. A bucket of Rootlock's has no settings yet.
  {
    taken: [cloudtrail, rootKeys],
    account: () =>
      provenAccount(async (state) => {
        const used = { at: NOW.toISOString(), service: 'ec2', region: 'us-east-1' };
        for (const key of state.root.keys) key.lastUsed = used;
        state.root.certificates.push({
          id: 'CERTIFICATE1',
          active: true,
          created: NOW.toISOString(),
        });
        giveBucket(state, `rootlock-trail-${state.id}-us-east-1-an`, {
          ownership: 'ObjectWriter',
          block: undefined,
          encryption: undefined,
        } as never);
      }),
  },
];

/** All calls that are sent or planned on these accounts, as `iam GetUser`. */
async function callsBy(who: 'root' | 'clerk'): Promise<Set<string>> {
  const all = new Set<string>();
  for (const { account, taken = steps } of CASES) {
    const state = await account();
    const practice = createPracticeAccount(state, { now: () => NOW });
    const { User } = await iamOf(practice).createUser({ UserName: 'clerk' });
    const as = who === 'root' ? state.id : (User?.UserId ?? '');
    const by = practice.signIn(as);
    const { reads } = connect(
      { credentials: async () => by, region: 'us-east-1', install: practice.install },
      {
        sleep: async () => undefined,
        onSent: ({ request }) => all.add(`${request.service} ${request.operation}`),
      },
    );
    await identify(reads(), by);
    await Promise.all([readAccountKind(reads()), notices(reads())]);
    const { calls, events } = await runSteps(state, taken, { answers, signedInAs: as });
    const shown = events.flatMap((event) => (event.type === 'rows' ? event.rows : []));
    for (const { service, operation } of shown
      .flatMap(({ changes }) => changes)
      .flatMap(requestsOf)) {
      all.add(`${service} ${operation}`);
    }
    for (const call of calls) all.add(call);
  }
  return all;
}

const actionsFor = (operations: Parameters<typeof permissions>[0]): string[] =>
  permissions(operations).Statement.flatMap(({ Action }) => Action);

describe('the operations that runs use', () => {
  let byRoot: Set<string>;
  let byClerk: Set<string>;
  beforeAll(async () => {
    [byRoot, byClerk] = [await callsBy('root'), await callsBy('clerk')];
  });

  it('are all operations of src/aws but those of playbooks', async () => {
    const all = ofAccount(await allOperations()).map(
      ({ service, operation }) => `${service} ${operation}`,
    );
    expect([...byRoot].sort()).toEqual(all.sort());
  });

  it('are, for an IAM user, just those that "rootlock permissions" allows', async () => {
    const used = (await allOperations()).filter(({ service, operation }) =>
      byClerk.has(`${service} ${operation}`),
    );
    const refused = used.filter((one) => actionsFor([one]).length === 0);
    expect(refused).toEqual([]);
    expect(actionsFor(ofAccount(await allOperations()))).toEqual(actionsFor(used));
  });
});
