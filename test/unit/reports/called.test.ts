import { beforeAll, describe, expect, it } from 'vitest';
import { notices } from '../../../src/app/account-notices.ts';
import { identify } from '../../../src/auth/identity.ts';
import { connect } from '../../../src/aws/connection.ts';
import { allOperations, isReading } from '../../../src/aws/operations.ts';
import { requestsOf } from '../../../src/engine/change.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { permissions } from '../../../src/reports/permissions.ts';
import { steps } from '../../../steps/index.ts';
import { EARLY_BUDGET, LEE, notificationAt, withBudgets } from '../../support/accounts/budgets.ts';
import { provenAccount } from '../../support/accounts/proven-account.ts';
import { NOW, runSteps } from '../../support/accounts/run-steps.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';
import { iamOf } from '../../support/clients.ts';

const answers = { 'admin-user.name': 'jun', 'billing-alerts.addresses': `kim@example.com, ${LEE}` };
const SELECTOR = { ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] };
const OURS = { Key: 'managed-by', Value: 'rootlock' };

/** Accounts that between them need every repair and every offer. */
const WORLDS: (() => Promise<PracticeState>)[] = [
  async () => ({ ...freshAccount(NOW), evidenceDelay: 0 }),
  // Somebody's device was never enrolled; a trail that needs all that can be mended; budgets that warn of too little.
  async () => {
    const state = { ...freshAccount(NOW), evidenceDelay: 0 };
    const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
    await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun', Tags: [OURS] });
    giveTrail(state, { logging: false, everywhere: false, selectors: [SELECTOR] });
    await withBudgets(
      { emails: ['kim@example.com'], alerts: [notificationAt(50)] },
      { ...EARLY_BUDGET, more: { CostTypes: {} } },
    )(0, state);
    return state;
  },
  // All is proven, so that root's keys can go; a bucket of ours has nothing yet.
  () =>
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
];

/** All that is sent on these accounts, and all that is shown to be planned or offered: as `iam GetUser`. */
async function calledBy(who: 'root' | 'clerk'): Promise<Set<string>> {
  const called = new Set<string>();
  for (const world of WORLDS) {
    const state = await world();
    const practice = createPracticeAccount(state, { now: () => NOW });
    const { User } = await iamOf(practice).createUser({ UserName: 'clerk' });
    const as = who === 'root' ? state.id : (User?.UserId ?? '');
    const by = practice.signIn(as);
    const { reads } = connect(
      { credentials: async () => by, region: 'us-east-1', install: practice.install },
      {
        sleep: async () => undefined,
        onSent: ({ request }) => called.add(`${request.service} ${request.operation}`),
      },
    );
    await identify(reads(), by);
    await notices(reads());
    const { calls, events } = await runSteps(state, steps, { answers, signedInAs: as });
    const shown = events.flatMap((event) => (event.type === 'rows' ? event.rows : []));
    for (const { service, operation } of shown
      .flatMap(({ changes }) => changes)
      .flatMap(requestsOf)) {
      called.add(`${service} ${operation}`);
    }
    for (const call of calls) called.add(call);
  }
  return called;
}

const actionsFor = (said: Parameters<typeof permissions>[0]): string[] =>
  permissions(said).Statement.flatMap(({ Action }) => Action);

describe('what AWS is asked for', () => {
  let byRoot: Set<string>;
  let byClerk: Set<string>;
  beforeAll(async () => {
    [byRoot, byClerk] = [await calledBy('root'), await calledBy('clerk')];
  });

  it('is all that can be asked for: nothing stands in src/aws that no path calls', async () => {
    const all = (await allOperations()).map(({ service, operation }) => `${service} ${operation}`);
    expect([...byRoot].sort()).toEqual(all.sort());
  });

  it('is, by a user, just what "rootlock permissions" allows', async () => {
    const said = [...byClerk].map((call) => {
      const [service = '', operation = ''] = call.split(' ');
      return { service, operation, write: !isReading(operation) };
    });
    const refused = said.filter((one) => actionsFor([one]).length === 0);
    expect(refused).toEqual([]);
    expect(actionsFor(await allOperations())).toEqual(actionsFor(said));
  });
});
