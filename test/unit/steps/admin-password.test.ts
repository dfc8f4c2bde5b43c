import { describe, expect, it } from 'vitest';
import type { Middleware } from '../../../src/aws/client.ts';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { InteractiveChange } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { matchesHash } from '../../../src/practice/services/iam/password-rules.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say, type Text, t } from '../../../src/text/text.ts';
import adminPassword from '../../../steps/admin-password.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { errorOf } from '../../support/aws/local-endpoint.ts';
import { iamOf } from '../../support/clients.ts';
import { contract } from '../../support/step-contract.ts';

const PASSWORD = 'Practice-makes-1-perfect';

contract(adminPassword, {
  answers: { 'admin-group.name': 'Owners', 'admin-user.name': 'jun' },
  partiallySecured: {
    'an administrator with MFA and without a password': async (iam, state) => {
      await iam.createGroup({ GroupName: 'Owners' });
      await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
      await iam.createUser({ UserName: 'jun' });
      await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'jun' });
      giveMfa(state, 'jun');
    },
  },
  hardened: async (iam, state) => {
    await iam.createGroup({ GroupName: 'Owners' });
    await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    await iam.createUser({ UserName: 'jun' });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'jun' });
    await iam.createLoginProfile({ UserName: 'jun', Password: PASSWORD });
    giveMfa(state, 'jun');
  },
  traffic: { reads: 17, writes: 1, rounds: 10 },
});

type Seen = Parameters<typeof adminPassword.plan>[0];
const seen = {
  owner: 'jun',
  unknown: null,
  foreign: false,
  password: null,
  used: null,
  policy: null,
  cliProfile: 'rootlock-admin',
};
const plan = (more: Partial<Seen>, answers = {}) =>
  adminPassword.plan({ ...seen, ...more }, answers, {} as never);

describe('the administrator’s password', () => {
  it('comes after MFA', () => {
    expect(adminPassword.needs).toEqual(['admin-mfa']);
  });

  it('is shown as a placeholder, and must be changed at first sign-in only if the owner says so', () => {
    expect(plan({})).toMatchObject([
      {
        sentAs: 'admin-password.jun',
        calls: [
          {
            operation: 'CreateLoginProfile',
            input: { Password: '<password>', PasswordResetRequired: false },
          },
        ],
      },
    ]);
    expect(plan({}, { reset: true })).toMatchObject([
      { calls: [{ input: { PasswordResetRequired: true } }] },
    ]);
  });

  it('stays if it exists, and may be renewed if it was never used', () => {
    const password = '2026-11-22T12:00:00.000Z';
    expect(plan({ password, used: password })).toEqual([]);
    expect(plan({ password })).toMatchObject([
      {
        offerId: 'renew',
        sentAs: 'admin-password.jun',
        calls: [{ operation: 'UpdateLoginProfile' }],
      },
    ]);
  });

  it('is not needed if the owner comes in by a role, and waits if it is not known who they are', () => {
    expect(plan({ owner: null })).toEqual([]);
    const unknown = { users: ['kim'], roles: [] };
    expect(plan({ owner: null, unknown })).toMatchObject([{ kind: 'attest', id: 'owner' }]);
  });

  it('is asked for again with AWS’s rule if AWS refuses it', async () => {
    const [exchange] = plan({});
    const asked: string[] = [];
    const refusals = [
      new Blocked(t('At least one symbol.'), [], { code: 'PasswordPolicyViolation' }),
    ];
    const sent: unknown[] = [];
    await (exchange as InteractiveChange).run(
      (async ({ input }: { input: { Password: Secret } }) => {
        sent.push(input.Password);
        const refusal = refusals.shift();
        if (refusal) throw refusal;
      }) as never,
      (async (_: string, { message }: { message: Text }) => {
        asked.push(say(message));
        return new Secret(PASSWORD);
      }) as never,
      Date.now,
    );
    expect(asked).toEqual([
      'Password for jun',
      'AWS refused it: At least one symbol. Another password for jun',
    ]);
    expect(sent.map(String)).toEqual(['[secret]', '[secret]']);
  });
});

/** An account with an administrator who has MFA and no password. */
async function withoutPassword() {
  const state = newAccount();
  await administrator(iamOf(createPracticeAccount(state, { now: () => NOW })));
  giveMfa(state, 'kim');
  return state;
}

async function administrator(iam: ReturnType<typeof iamOf>) {
  await iam.createGroup({ GroupName: 'Owners' });
  await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
  await iam.createUser({ UserName: 'kim' });
  await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'kim' });
}

describe('a password that somebody else sets while the owner keeps theirs', () => {
  const THEIRS = 'Not-what-was-handed-0ver';

  it('is not reported as the one that was handed over', async () => {
    const state = await withoutPassword();
    const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
    const onAsk = (id: string) => {
      if (id === 'admin-password.password')
        set = iam.createLoginProfile({ UserName: 'kim', Password: THEIRS });
    };
    let set: Promise<unknown> | undefined;
    const { rows } = await runSteps(state, [adminPassword], {
      answers: { 'admin-user.owner': 'kim' },
      onAsk,
      beforeCall: async () => void (await set),
    });
    expect(rows[0]).toMatchObject({ state: 'blocked' });
    expect(rows[0]?.message && say(rows[0].message)).toBe(
      'Meanwhile, somebody else set a password for kim. Yours was not set.',
    );
    const [kim] = state.users;
    expect(kim?.password && matchesHash(THEIRS, kim.password)).toBe(true);
  });
});

/** Renews the password of kim, and loses AWS's reply. Returns the error, and the calls on the wire. */
async function renewWithLostReply(state: PracticeState) {
  const practice = createPracticeAccount(state, { now: () => new Date() });
  const wire: string[] = [];
  const losing: Middleware =
    (next, { __smithy_context }) =>
    async (call) => {
      await next(call);
      wire.push(__smithy_context.operationSchema[2]);
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    };
  const install: typeof practice.install = (client, service) => {
    client.middlewareStack.add(losing, { step: 'deserialize', priority: 'low' });
    practice.install(client, service);
  };
  const { credentials } = practice;
  const { send } = connect(
    { credentials: async () => credentials, region: 'us-east-1', install },
    { sleep: async () => undefined },
  );
  const [offer] = plan({ owner: 'kim', password: NOW.toISOString() });
  const ask = async () => new Secret(PASSWORD);
  const error = await errorOf((offer as InteractiveChange).run(send, ask as never, Date.now));
  return { error, wire };
}

it('a new password whose reply is lost is sent once, so that AWS does not refuse it as used, and nobody is told that it was not set', async () => {
  const state = await withoutPassword();
  const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
  await iam.createLoginProfile({ UserName: 'kim', Password: 'The-0ne-before-this' });
  await iam.updateAccountPasswordPolicy({ PasswordReusePrevention: 24 });
  const { error, wire } = await renewWithLostReply(state);
  expect(wire).toEqual(['UpdateLoginProfile']);
  expect(error).toBeInstanceOf(Blocked);
  expect((error as Blocked).message).toBe(
    'The reply of AWS got lost, so the new password of kim may or may not be set.',
  );
  const [kim] = state.users;
  expect(kim?.password && matchesHash(PASSWORD, kim.password)).toBe(true);
});
