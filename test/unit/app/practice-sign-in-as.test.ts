import { describe, expect, it } from 'vitest';
import { practiceSignInAs } from '../../../src/app/practice-sign-in-as.ts';
import type { Session } from '../../../src/app/session.ts';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { judgeSession, type WayIn } from '../../../steps/iam/sign-in-events.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveOwner } from '../../support/accounts/owner-account.ts';
import { iamOf } from '../../support/clients.ts';

const REGION = 'us-east-2';

/** Somebody rehearses signing in as jun, who has a password, a device and rights. `edit`: what is different. */
async function rehearsal(edit: (state: PracticeState) => void = () => undefined) {
  const state = newAccount();
  const practice = createPracticeAccount(state);
  await giveOwner(iamOf(practice), state, 'jun');
  edit(state);
  const quiet = { onWrite: () => undefined, onSent: () => undefined, sleep: async () => undefined };
  const connectWith = (config: Parameters<typeof connect>[0]) =>
    connect({ ...config, install: practice.install }, quiet);
  const credentials = {
    credentials: async () => practice.credentials,
    region: REGION,
    requestHandler: {},
    variants: { useFipsEndpoint: false, useDualstackEndpoint: false },
    renews: false,
    notices: [],
  };
  const own = { credentials, account: { id: state.id, region: REGION } } as unknown as Session;
  const signInAs = practiceSignInAs({
    practice,
    connectWith,
    session: () => own,
    goingOn: () => undefined,
    sleep: quiet.sleep,
  });
  const attempt = await signInAs('jun');
  if (!attempt?.simulate) throw new Error('practice lets nobody sign in');
  const { url, session } = attempt;
  const settled = session.then(
    ({ id }) => id,
    (error: unknown) => error,
  );
  const press = attempt.simulate;
  const reads = connectWith({ ...credentials }).reads();
  const eventsOf = async (key: string) => {
    const LookupAttributes = [{ AttributeKey: 'AccessKeyId' as const, AttributeValue: key }];
    const found = await reads.read('cloudtrail', 'LookupEvents', { LookupAttributes }, REGION);
    return found.Events ?? [];
  };
  return { state, url, settled, press, eventsOf };
}

/** How the proof judges the session. */
async function judged({ state, settled, press, eventsOf }: Awaited<ReturnType<typeof rehearsal>>) {
  expect(await press()).toBe(true);
  const [key = '', region = ''] = String(await settled).split(' ');
  const user = state.users.find(({ name }) => name === 'jun');
  const devices = state.devices.flatMap(({ serial, owner }) =>
    owner?.id === user?.id ? [[serial, Date.parse(owner?.since ?? '')] as const] : [],
  );
  const way: WayIn = {
    name: 'jun',
    userId: user?.id ?? '',
    account: state.id,
    passwordSet: Date.parse(user?.password?.created ?? ''),
    devices: new Map(devices),
  };
  const events = await eventsOf(key);
  expect(events.map(({ EventName }) => EventName)).toEqual(['GetCallerIdentity']);
  return judgeSession(events[0]?.CloudTrailEvent, { key, region }, way);
}

describe('signing in as a user in practice', () => {
  it('leads nowhere, and waits for the practice owner', async () => {
    const { state, url } = await rehearsal();
    expect(new URL(url).hostname).toBe('practice.invalid');
    expect(state.sessions).toHaveLength(1);
  });

  it('is proven by an event of that very session', async () => {
    const signIn = await judged(await rehearsal());
    expect(signIn).toMatchObject({ region: REGION, byBrowser: true });
    expect(signIn?.flaw).toBeUndefined();
  });

  it('proves nothing without MFA', async () => {
    const withoutDevice = await rehearsal((state) => {
      state.devices = state.devices.filter(({ owner }) => owner?.id === state.id);
    });
    expect((await judged(withoutDevice))?.flaw).toBe('without MFA');
  });

  it.each<[string, (state: PracticeState) => void]>([
    ['has no password', ({ users: [jun] }) => void delete jun?.password],
    ['may not sign in', ({ users: [jun] }) => void jun?.groups.pop()],
    ['is gone', ({ users }) => void users.pop()],
  ])('is refused to a user who %s, and opens no session', async (_, edit) => {
    const { state, settled, press } = await rehearsal(edit);
    await press();
    expect(await settled).toBeInstanceOf(Blocked);
    expect(state.sessions).toHaveLength(1);
  });
});
