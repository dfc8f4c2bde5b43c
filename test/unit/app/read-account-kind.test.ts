import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readAccountKind } from '../../../src/app/read-account-kind.ts';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Reads } from '../../../src/engine/step.ts';
import { freshProject } from '../../../src/practice/fresh-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { t } from '../../../src/text/text.ts';
import { frozenAccount } from '../../support/clients.ts';

const OTHER = { id: 'o-practice123', managementAccount: '999988887777' };

/** The kind of a practice account, read over real clients. `denied`: an operation that nobody may call. */
async function kindOf(prepare: (state: PracticeState) => void, denied?: string) {
  const { practice, state } = frozenAccount();
  prepare(state);
  const { credentials, install } = practice;
  const { reads } = connect(
    { credentials: async () => credentials, region: 'us-east-1', install },
    { sleep: async () => undefined },
  );
  const all = reads();
  const refusing = (look: Reads['read']) =>
    ((service, operation, input) =>
      operation === denied
        ? Promise.reject(new Blocked(t('no'), [], { code: 'AccessDenied' }))
        : look(service, operation, input)) as Reads['read'];
  return readAccountKind({
    ...all,
    read: refusing(all.read),
    find: refusing(all.find as never) as never,
  });
}

describe('the kind of an account', () => {
  it('is a standalone account outside of any organization', async () => {
    expect(await kindOf(() => undefined)).toMatchObject({
      membership: 'standalone',
      activation: 'active',
    });
  });

  it('is a member of the organization that another account manages', async () => {
    expect(
      await kindOf((state) => {
        state.organization = OTHER;
      }),
    ).toMatchObject({ membership: 'member', managementAccount: OTHER.managementAccount });
  });

  it('is a project for the role that AWS gives people in one, and a member for any other', async () => {
    const kind = async (prepare: (state: PracticeState) => void) => {
      const state = freshProject();
      prepare(state);
      return (await kindOf((fresh) => Object.assign(fresh, state))).membership;
    };
    expect(await kind(() => undefined)).toBe('project');
    // A company's own role of that name.
    expect(
      await kind(({ roles }) => {
        for (const role of roles) role.path = '/';
      }),
    ).toBe('member');
    expect(
      await kind((state) => {
        state.sessions = [{ accessKeyId: 'ASIAROOT', principal: state.id }];
        delete state.organization?.projectRegion;
      }),
    ).toBe('member');
  });

  it('is a member if nobody may read whether its role is that of a project', async () => {
    const { membership } = await kindOf(
      (state) => Object.assign(state, freshProject()),
      'GetAccountAuthorizationDetails',
    );
    expect(membership).toBe('member');
  });

  it('is the management account of the organization that it manages itself', async () => {
    const kind = await kindOf((state) => {
      state.organization = { ...OTHER, managementAccount: state.id };
    });
    expect(kind.membership).toBe('management');
  });

  it('is not activated yet while AWS says so', async () => {
    const kind = await kindOf((state) => {
      state.activation = 'PENDING_ACTIVATION';
      state.plan = { type: 'PAID', status: 'ACTIVE' };
    });
    // Until then, AWS refuses to tell the plan.
    expect(kind).toMatchObject({ activation: 'pending', plan: { type: 'unknown' } });
  });

  it('names the plan, its end and the credits that are left', async () => {
    const ends = '2027-05-20T10:00:00.000Z';
    const free = await kindOf((state) => {
      state.plan = { type: 'FREE', status: 'ACTIVE', credits: 100, ends };
    });
    expect(free.plan).toEqual({ type: 'free', ends: new Date(ends), credits: 100 });
    const ended = await kindOf((state) => {
      state.plan = { type: 'FREE', status: 'EXPIRED', credits: 0 };
    });
    expect(ended.plan).toEqual({ type: 'free', hasEnded: true, credits: 0 });
    const paid = await kindOf((state) => {
      state.plan = { type: 'PAID', status: 'ACTIVE' };
    });
    expect(paid.plan).toEqual({ type: 'paid' });
  });

  it('does not name a plan that AWS does not know', async () => {
    expect((await kindOf(() => undefined)).plan).toEqual({ type: 'unknown' });
  });

  it('does not wait for the plan for ever: a firewall may swallow what goes to its host', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const never = new Promise<never>(() => undefined);
    const look = async (service: string) => (service === 'freetier' ? never : {});
    const reads = { read: look, find: look, clock: () => 0 } as unknown as Reads;
    const reading = readAccountKind(reads);
    await vi.advanceTimersByTimeAsync(5000);
    expect((await reading).plan).toEqual({ type: 'unknown' });
  });

  it.each([
    ['DescribeOrganization', { membership: 'unknown' }],
    ['GetCallerIdentity', { membership: 'unknown' }],
    ['GetAccountInformation', { activation: 'unknown' }],
    ['GetAccountPlanState', { plan: { type: 'unknown' } }],
  ])('is unknown, and never guessed, as far as %s is denied', async (operation, unknown) => {
    const kind = await kindOf((state) => {
      state.organization = OTHER;
      state.plan = { type: 'FREE', status: 'ACTIVE' };
    }, operation);
    expect(kind).toEqual({
      ...(operation.startsWith('GetAccount') && { managementAccount: OTHER.managementAccount }),
      membership: 'member',
      activation: 'active',
      plan: { type: 'free' },
      ...unknown,
    });
  });
});
