import { describe, expect, it } from 'vitest';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { InteractiveChange, Question } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say, t } from '../../../src/text/text.ts';
import { createKey } from '../../../steps/key/create-key.ts';
import { accessKey } from '../../../steps/key/index.ts';
import { requireMfaDocument } from '../../../steps/people/require-mfa-policy.ts';
import {
  accountWith,
  keysOf,
  planned,
  program,
  steps,
} from '../../support/accounts/key-program.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

/** Ids of the keys in the credentials file, without the root key that is there from the beginning. */
const keptIn = ({ profiles }: PracticeState): string[] =>
  profiles.filter(({ name }) => name !== 'default').map(({ id }) => id);

describe('the user of a program', () => {
  it('is no person: somebody with a console password is told what is better', async () => {
    const state = await accountWith(async (iam) => {
      await iam.createUser({ UserName: 'backup' });
      await iam.createLoginProfile({ UserName: 'backup', Password: 'Practice-makes-1-perfect' });
    });
    const { rows, writes } = await runSteps(state, steps());
    const [user] = rows;
    expect([user?.state, writes]).toEqual(['blocked', []]);
    expect(user?.fix?.map((text) => say(text)).join()).toContain('sign-in');
  });

  it('is not offered a group that requires MFA, which no key has', async () => {
    const state = await accountWith(async (iam) => {
      const { Policy } = await iam.createPolicy({
        PolicyName: 'rootlock-require-mfa',
        PolicyDocument: requireMfaDocument({ partition: 'aws' }),
      });
      for (const GroupName of ['People', 'Programs']) await iam.createGroup({ GroupName });
      await iam.attachGroupPolicy({ GroupName: 'People', PolicyArn: Policy?.Arn });
      await iam.createUser({ UserName: 'backup' });
    });
    const rights = steps().find(({ id }) => id === 'key-rights');
    const { seen } = await runSteps(state, steps(), { observeOnly: true });
    const choices = JSON.stringify(rights?.questions?.(seen['key-rights'], {} as never));
    expect(choices).toContain('group/Programs');
    expect(choices).not.toContain('group/People');
  });
});

it.each([
  ['*', true],
  ['s3:GetObject', false],
])(
  'a key of a user who may do %s is said to be powerful: %s, from the plan to the end',
  async (Action, isPowerful) => {
    const state = newAccount();
    giveUser(state, 'backup', { inline: { own: allowAll({ Action }) } });
    const { rows } = await runSteps(state, steps());
    const row = rows.find(({ id }) => id === 'key-rights');
    const said = [row?.status ?? t(''), ...(row?.handover ?? []).map(([, text]) => text)].map(
      (text) => say(text),
    );
    expect(said.filter((text) => text.includes('all rights'))).toHaveLength(isPowerful ? 2 : 0);
    expect(row?.evidence).toMatchObject({ powerful: isPowerful });
  },
);

it("what one of AWS's policies allows can be read before anybody agrees to it", async () => {
  const answers = { 'key-rights.group': 'policy', 'key-rights.policy': 'security audit' };
  const state = await accountWith((iam) => iam.createUser({ UserName: 'backup' }));
  const { rows } = await runSteps(state, steps(), { answers, observeOnly: true });
  const texts = rows.flatMap(({ changes }) => changes.flatMap((change) => change.policyText ?? []));
  expect(texts.map((text) => JSON.parse(text))).toMatchObject([{ Statement: expect.anything() }]);
});

describe('a new key', () => {
  /** What is asked about it, with these answers. */
  const asked = async (state: PracticeState, answers: Record<string, unknown>) => {
    const { seen } = await runSteps(state, steps(), { answers, observeOnly: true });
    const fresh = steps().find(({ id }) => id === 'key-new');
    return Object.keys(fresh?.questions?.(seen['key-new'], {} as never) ?? {});
  };

  const exchange = () => createKey({ user: 'backup', profile: 'backup' });

  it('whose secret the disk refuses does not stay', async () => {
    const state = await program();
    const full = () => {
      throw new Blocked({ en: 'the disk is full' }, [], { code: 'ENOSPC' });
    };
    const { rows } = await runSteps(state, steps(), { keyFile: { write: full } });
    expect(rows.find(({ id }) => id === 'key-new')?.state).toBe('blocked');
    expect(keysOf(state)).toEqual([]);
  });

  it('whose reply is lost does not stay', async () => {
    const state = await program();
    const { fired } = await runSteps(state, steps(), {
      fault: { kind: 'lost', nth: 1 },
    });
    expect(fired()).toBe(true);
    const [key] = keysOf(state);
    // The run made another one, or none. What there is, a profile holds.
    expect(keptIn(state)).toEqual(key ? [key.id] : []);
  });

  it('whose secret the owner leaves unread does not stay', async () => {
    const sent: string[] = [];
    const send = async ({ operation }: { operation: string }) => {
      sent.push(operation);
      return { AccessKey: { AccessKeyId: 'AKIA1', SecretAccessKey: 'secret' } };
    };
    const ask = async () => {
      throw new Leave('back');
    };
    const shown: InteractiveChange = createKey({ user: 'backup', profile: undefined });
    await expect(
      shown.run(send as never, ask as never, Date.now, {} as never),
    ).rejects.toBeInstanceOf(Leave);
    expect(sent).toEqual(['ListAccessKeys', 'CreateAccessKey', 'DeleteAccessKey']);
  });

  it('of somebody else is not deleted if the reply of a call is lost', async () => {
    const sent: string[] = [];
    const lists = [[], ['AKIAOURS', 'AKIATHEIRS']];
    const send = async ({ operation }: { operation: string }) => {
      sent.push(operation);
      if (operation === 'CreateAccessKey') throw new Blocked({ en: 'lost' }, [], { code: 'lost' });
      return { AccessKeyMetadata: lists.shift()?.map((AccessKeyId) => ({ AccessKeyId })) };
    };
    const shown = createKey({ user: 'backup', profile: undefined });
    await expect(
      shown.run(send as never, undefined as never, Date.now, {} as never),
    ).rejects.toThrow('whose secret nobody has');
    expect(sent).toEqual(['ListAccessKeys', 'CreateAccessKey', 'ListAccessKeys']);
  });

  it('is not made if the owner does not want the file written', async () => {
    const sent: string[] = [];
    const place = { file: 'credentials', keyIn: () => 'AKIAOLD', isOpenToOthers: () => true };
    const asked: string[] = [];
    const ask = async (_key: string, { message, danger }: { message: never; danger?: true }) => {
      asked.push(`${danger} ${say(message)}`);
      return false;
    };
    await expect(
      exchange().run(
        (async (request: { operation: string }) => void sent.push(request.operation)) as never,
        ask as never,
        Date.now,
        place as never,
      ),
    ).rejects.toBeInstanceOf(Leave);
    expect(sent).toEqual([]);
    expect(asked.join()).toMatch(
      /^true .*takes the place of AKIAOLD\. Others .* may read the file/,
    );
  });

  it('gets a profile whose name any program reads, whatever the user is called', () => {
    const name = 'a,b=c@d';
    const fresh = accessKey(name).flatMap((chapter) => chapter.steps)[2];
    const seen = { name, keys: [], now: 0, isForProfile: true, isElsewhere: false };
    const profile = fresh?.questions?.(seen, {} as never).profile as Question<'text'>;
    expect([profile.initial, profile.validate?.('a-b-c@d')]).toEqual(['a-b-c@d', undefined]);
    for (const hostile of ['a]\n[default', 'a b', '', 'a]', '[a', 'a\u202e', 'é']) {
      expect(profile.validate?.(hostile), hostile).toBeDefined();
    }
  });

  it('shows its secret to the file alone', async () => {
    const state = await program();
    let secret = '';
    const { events, requests, rows, seen } = await runSteps(state, steps(), {
      keyFile: {
        write: (_profile, key) => {
          secret = key.secret.reveal();
        },
      },
    });
    expect(secret).toHaveLength(40);
    expect(JSON.stringify([events, requests, rows, seen, state])).not.toContain(secret);
  });

  it('takes the place of one that is older than the owner wants, asked between 90 and 180 days', async () => {
    const state = () => program({ made: 100, used: 0 });
    expect(await planned(await state(), 'key-new')).toMatchObject([{ offer: false }]);
    expect(await planned(await state(), 'key-new', { 'key-new.days': '180' })).toMatchObject([
      { offer: true, does: 'CreateAccessKey' },
    ]);
    expect(await planned(await program({ made: 10, used: 0 }), 'key-new')).toMatchObject([
      { offer: true },
    ]);
  });

  it('is renewed as often as the owner has said for the account, without another question', async () => {
    const state = await program({ made: 100, used: 0 });
    expect(await planned(state, 'key-new', { 'old-credentials.days': '180' })).toMatchObject([
      { offer: true, does: 'CreateAccessKey' },
    ]);
    expect(await asked(state, {})).toContain('days');
    expect(await asked(state, { 'old-credentials.days': '180' })).not.toContain('days');
  });

  it('that a program elsewhere has the secret of is asked about once, if another one works', async () => {
    const state = await program({ made: 100, used: 3 }, { made: 1 });
    expect(await asked(state, { 'key-new.unseen': 'held' })).toEqual(['unseen']);
    expect(await asked(state, {})).toEqual(['unseen', 'where']);
  });

  it('needs the place of an inactive one, which is deleted by its typed id', async () => {
    const state = await program({ made: 300, active: false }, { made: 200, used: 0 });
    const [id] = keysOf(state).map((key) => key.id);
    expect(await planned(state, 'key-new')).toMatchObject([
      { does: 'DeleteAccessKey', typed: id, danger: true },
      { does: 'CreateAccessKey' },
    ]);
  });

  it('that was never used is deleted only if the owner says that nobody has its secret', async () => {
    const state = await program({ made: 1 });
    expect(await planned(state, 'key-new', { 'key-new.unseen': 'held' })).toMatchObject([
      { offer: true },
    ]);
    expect(await planned(state, 'key-new', { 'key-new.unseen': 'lost' })).toMatchObject([
      { does: 'DeleteAccessKey', danger: true },
      { does: 'CreateAccessKey' },
    ]);
    const withoutKey = await program();
    await runSteps(withoutKey, steps());
    expect(keysOf(withoutKey).map(({ id }) => id)).toEqual(keptIn(withoutKey));
  });
});
