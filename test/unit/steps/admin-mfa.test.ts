import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import type { Secret } from '../../../src/engine/secret.ts';
import type { InteractiveChange, Question } from '../../../src/engine/step.ts';
import { say, t } from '../../../src/text/text.ts';
import adminMfa from '../../../steps/admin-mfa.ts';
import { NONE } from '../../../steps/iam/owner-administrator.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { contract } from '../../support/step-contract.ts';

const ROOTLOCK_TAG = { Key: 'managed-by', Value: 'rootlock' };
const answers = { 'admin-group.name': 'Owners', 'admin-user.name': 'jun' };

const addOwners = async (
  iam: Parameters<Parameters<typeof contract>[1]['hardened']>[0],
  ...names: string[]
) => {
  await iam.createGroup({ GroupName: 'Owners' });
  await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
  for (const UserName of names) {
    await iam.createUser({ UserName });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName });
  }
};

contract(adminMfa, {
  answers: { ...answers, 'admin-user.owner': NONE },
  partiallySecured: {
    'a device of ours that was never enrolled': (iam) =>
      iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun', Tags: [ROOTLOCK_TAG] }),
    'a device with the same name that is not ours': (iam) =>
      iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun' }),
    'an administrator who is not the owner': (iam) => addOwners(iam, 'kim'),
    'another administrator with a password and without MFA': async (iam) => {
      await addOwners(iam, 'jun', 'kim');
      await iam.createLoginProfile({ UserName: 'kim', Password: 'Practice-makes-1-perfect' });
    },
  },
  hardened: async (iam, state) => {
    await addOwners(iam, 'jun');
    giveMfa(state, 'jun', 'arn:aws:iam::111122223333:u2f/user/jun/key');
  },
  traffic: { reads: 16, writes: 2, rounds: 14 },
});

const account = {
  id: '111122223333',
  partition: 'aws',
  practice: false,
  identity: { kind: 'root', arn: 'arn:aws:iam::111122223333:root' },
} as never;
const room = { name: 'jun', serial: 'arn:aws:iam::111122223333:mfa/jun', leftover: false };
const seen = {
  owner: 'jun',
  unknown: null,
  users: [{ name: 'jun', password: false, devices: [] as string[] }],
  room,
  kind: 'app',
};
const plan = (more: object, given = {}) => adminMfa.plan({ ...seen, ...more }, given, account);

describe('administrator MFA', () => {
  it.each([
    [
      'is lost',
      () => {
        throw new Blocked(t('it is there'), [], { code: 'EntityAlreadyExists', attempts: 2 });
      },
    ],
    ['is empty', () => ({})],
  ])(
    'says that the key was lost if the answer with it %s, and that the next run makes a new one',
    async (_, answer) => {
      const send = async () => answer() as never;
      const [change] = plan({});
      const run = (change as InteractiveChange).run(send, async () => ['', ''] as never, Date.now);
      const error = await run.catch((thrown: unknown) => thrown);
      expect(say((error as Blocked).text)).toContain('the reply with its key got lost');
      expect((error as Blocked).fix.map(say).join()).toContain('Run Rootlock again');
    },
  );

  it('deletes our leftover device before it makes a new one, and shows all three calls', () => {
    const [change] = plan({ room: { ...room, leftover: true } });
    expect((change as InteractiveChange).calls.map(({ operation }) => operation)).toEqual([
      'DeleteVirtualMFADevice',
      'CreateVirtualMFADevice',
      'EnableMFADevice',
    ]);
  });

  it('continues if the leftover is gone because the reply to its removal was lost', async () => {
    const sent: string[] = [];
    const send = async ({ operation }: { operation: string }) => {
      sent.push(operation);
      if (operation !== 'DeleteVirtualMFADevice') return {} as never;
      throw new Blocked(t('it is gone'), [], { code: 'NoSuchEntity', attempts: 2 });
    };
    const [change] = plan({ room: { ...room, leftover: true } });
    const run = (change as InteractiveChange).run(send, async () => ['', ''] as never, Date.now);
    await run.catch(() => undefined);
    expect(sent).toEqual(['DeleteVirtualMFADevice', 'CreateVirtualMFADevice']);
  });

  it('is not needed if the owner comes in by a role', () => {
    expect(plan({ owner: null, users: [] })).toEqual([]);
  });

  it('waits for the owner to say who they are, and enrols nobody for them', () => {
    const users = [{ name: 'terraform', password: false, devices: [] }];
    const unknown = { users: ['terraform'], roles: [] };
    const changes = plan({ owner: null, unknown, users, room: null });
    expect(changes).toMatchObject([{ kind: 'attest', id: 'owner' }]);
    expect(adminMfa.questions?.({ ...seen, owner: null, unknown }, account)).toEqual({});
  });

  it('is required of every other administrator with a password', () => {
    const users = [
      { name: 'jun', password: true, devices: ['x'] },
      { name: 'kim', password: true, devices: [] },
    ];
    const needed = plan({ users }).filter(({ offerId }) => !offerId);
    expect(needed).toMatchObject([{ kind: 'console', id: 'enrol', user: 'kim' }]);
    expect(say(adminMfa.status({ ...seen, users }))).toBe('off for kim');
  });

  it('says why it is wanted of somebody who is no administrator', () => {
    const bob = { name: 'bob', password: true, devices: [], administrator: 'no' as const };
    const because = ['arn:aws:iam::111122223333:role/Admin'];
    const told = (powerful: 'yes' | 'unknown') => {
      const users = [
        { name: 'jun', password: true, devices: ['x'] },
        { ...bob, powerful, because },
      ];
      const [enrol] = plan({ users }) as { instructions: Parameters<typeof say>[0][] }[];
      return enrol?.instructions.map(say)[0];
    };
    expect(told('yes')).toBe(`bob could become an administrator with: ${because}`);
    expect(told('unknown')).toContain(`depending on: ${because}`);
  });

  it('offers a second app in the console to a user who is signed in: AWS refuses it without MFA', () => {
    const users = [{ name: 'jun', password: true, devices: ['x'] }];
    const offerTo = (arn: string, kind: 'user' | 'root') =>
      adminMfa.plan({ ...seen, owner: 'jun', users }, {}, {
        ...(account as object),
        identity: { arn, kind, isLongTerm: true, accessKeyId: 'AKIAJUN0000000000001' },
      } as never)[0];
    const jun = 'arn:aws:iam::111122223333:user/team/jun';
    expect(offerTo(jun, 'user')).toMatchObject({ kind: 'attest', offerId: 'another' });
    expect(offerTo('arn:aws:iam::111122223333:root', 'root')).toMatchObject({
      kind: 'exchange',
      offerId: 'another',
    });
  });

  it('takes a hardware token by its serial, and sends a passkey to the console', () => {
    expect(plan({}, { device: 'token', serial: 'ABCD12345678' })).toMatchObject([
      { calls: [{ operation: 'EnableMFADevice', input: { SerialNumber: 'ABCD12345678' } }] },
    ]);
    const [passkey] = plan({}, { device: 'passkey' });
    expect(passkey).toMatchObject({ kind: 'console', id: 'enrol', user: 'jun' });
    // The owner is jun, and needs not be told to let jun do it.
    const steps = passkey && 'instructions' in passkey ? passkey.instructions.map(say) : [];
    expect(steps.at(-1)).toBe('Name it, choose the passkey or security key, and follow the page.');
    expect(Object.keys(adminMfa.questions?.({ ...seen, kind: 'token' }, account) ?? {})).toEqual([
      'device',
      'serial',
    ]);
  });
});

describe('enrolling an app', () => {
  const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

  /** Runs the change against an AWS that refuses EnableMFADevice with these errors, and then accepts it. */
  const enrol = (...refusals: Error[]) => enrolWith(SEED, ...refusals);
  async function enrolWith(seed: string, ...refusals: Error[]) {
    const [exchange] = plan({});
    const asked: string[] = [];
    let sent: object = {};
    const send = async ({ operation, input }: { operation: string; input: object }) => {
      if (operation === 'CreateVirtualMFADevice') {
        return { VirtualMFADevice: { Base32StringSeed: new TextEncoder().encode(seed) } };
      }
      sent = input;
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      return {};
    };
    const ask = async (_: string, { message, label, seed }: Question<'codes'>) => {
      asked.push(`${say(message)} ${label} ${seed}`);
      return ['123 456', '654321'];
    };
    await (exchange as InteractiveChange).run(send as never, ask as never, Date.now);
    return { asked, sent };
  }
  const refused = (code: string, attempts = 1) =>
    new Blocked(t('refused'), [], { code, status: 403, attempts });

  it('passes the key and the codes without blanks as secrets', async () => {
    const { asked, sent } = await enrol();
    expect(asked).toEqual([expect.stringContaining('AWS:jun@111122223333 [secret]')]);
    const { AuthenticationCode1, AuthenticationCode2 } = sent as Record<string, Secret>;
    expect([AuthenticationCode1?.reveal(), AuthenticationCode2?.reveal()]).toEqual([
      '123456',
      '654321',
    ]);
  });

  it('asks again for codes that AWS refuses, with the same key', async () => {
    const { asked } = await enrol(refused('InvalidAuthenticationCode'));
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('AWS refused these two codes');
  });

  it.each(['not base32!', '0189'.repeat(16), 'JBSWY3DP'])(
    'is blocked before the owner is asked anything if AWS’s key is "%s"',
    async (seed) => {
      const damaged = enrolWith(seed);
      await expect(damaged).rejects.toBeInstanceOf(Blocked);
      await expect(damaged).rejects.toThrow('the reply with its key arrived damaged');
    },
  );

  it('treats "already exists" as done if the first reply was lost', async () => {
    expect((await enrol(refused('EntityAlreadyExists', 2))).asked).toHaveLength(1);
    await expect(enrol(refused('EntityAlreadyExists'))).rejects.toThrow('refused');
  });

  it('treats it as done also if AWS refuses the codes of the lost call as used, and then two new ones', async () => {
    const { asked } = await enrol(
      refused('InvalidAuthenticationCode', 2),
      refused('EntityAlreadyExists'),
    );
    expect(asked).toHaveLength(2);
    const notLost = enrol(refused('InvalidAuthenticationCode'), refused('EntityAlreadyExists'));
    await expect(notLost).rejects.toThrow('refused');
  });

  it('explains that eight devices are too many, and passes other refusals on', async () => {
    await expect(enrol(refused('LimitExceeded'))).rejects.toThrow('eight MFA devices');
    await expect(enrol(refused('AccessDenied'))).rejects.toThrow('refused');
  });
});
